import { CASE_ROUTES } from './cases/case.routes.ts';
import { COMPANY_ROUTES } from './companies/company.routes.ts';
import { CUSTOMER_ROUTES } from './customers/customer.routes.ts';
import { FILTER_ROUTES } from './filters/filter.routes.ts';
import { LABEL_ROUTES } from './labels/label.routes.ts';
import { MACRO_ROUTES } from './macros/macro.routes.ts';
import type { DeskRoute } from './resource/desk-route.ts';
import { SETUP_ROUTES } from './setup/setup.routes.ts';
import { USER_ROUTES } from './users/user.routes.ts';

/** Everything that the API v2 answers, in the order of its reference. */
export const DESK_ROUTES: readonly DeskRoute[] = [
  ...CASE_ROUTES,
  ...CUSTOMER_ROUTES,
  ...COMPANY_ROUTES,
  ...USER_ROUTES,
  ...FILTER_ROUTES,
  ...LABEL_ROUTES,
  ...MACRO_ROUTES,
  ...SETUP_ROUTES,
];
