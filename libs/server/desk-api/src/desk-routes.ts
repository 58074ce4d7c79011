import { ATTACHMENT_ROUTES } from './attachments/attachment.routes.ts';
import { CASE_ROUTES } from './cases/case.routes.ts';
import { CORRESPONDENCE_ROUTES } from './cases/correspondence.routes.ts';
import { STREAM_ROUTES } from './cases/stream.routes.ts';
import { COMPANY_ROUTES } from './companies/company.routes.ts';
import { CRM_ROUTES } from './crm/crm.routes.ts';
import { CUSTOMER_ROUTES } from './customers/customer.routes.ts';
import { DEVICE_ROUTES } from './devices/device.routes.ts';
import { FEEDBACK_ROUTES } from './feedback/feedback.routes.ts';
import { FILTER_ROUTES } from './filters/filter.routes.ts';
import { INSIGHTS_ROUTES } from './insights/insights.routes.ts';
import { INTEGRATION_URL_ROUTES } from './integration-urls/integration-url.routes.ts';
import { JOB_ROUTES } from './jobs/job.routes.ts';
import { ARTICLE_ROUTES } from './knowledge/article.routes.ts';
import { TOPIC_ROUTES } from './knowledge/topic.routes.ts';
import { LABEL_ROUTES } from './labels/label.routes.ts';
import { MACRO_ROUTES } from './macros/macro.routes.ts';
import type { DeskRoute } from './resource/desk-route.ts';
import { SETUP_ROUTES } from './setup/setup.routes.ts';
import { SOCIAL_ROUTES } from './social/social.routes.ts';
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
  ...INTEGRATION_URL_ROUTES,
  ...TOPIC_ROUTES,
  ...ARTICLE_ROUTES,
  ...CORRESPONDENCE_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...FEEDBACK_ROUTES,
  ...STREAM_ROUTES,
  ...JOB_ROUTES,
  ...SETUP_ROUTES,
  ...SOCIAL_ROUTES,
  ...DEVICE_ROUTES,
  ...INSIGHTS_ROUTES,
  ...CRM_ROUTES,
];
