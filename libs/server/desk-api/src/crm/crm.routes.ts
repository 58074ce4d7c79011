import type { Permission } from '@bureau/contracts';
import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import type { Source } from '../resource/source.ts';
import {
  COMPANY_FILTERS,
  CUSTOMER_FILTERS,
  OPPORTUNITIES,
  OPPORTUNITY_FILTERS,
  OPPORTUNITY_STAGES,
  switchedOff,
} from './crm.source.ts';

const allow: Permission = 'customers:view';

function off(address: string, kind: string): DeskRoute {
  return show(address, { summary: 'Say that this is off here.', allow, reads: switchedOff(address, kind) });
}

function empty(address: string, what: string, reads: Source): DeskRoute {
  return list(address, { summary: `List ${what}: there are none here.`, allow, reads });
}

/** Clients of the last years ask before they draw their menus: they get an answer, and draw less (desk-api-v2.md 3.14). */
export const CRM_ROUTES: DeskRoute[] = [
  off('/customers/enhancements_enabled', 'customer_enhancements'),
  off('/companies/enhancements_enabled', 'company_enhancements'),
  off('/opportunities/enabled', 'opportunity_enhancements'),
  empty('/customer_filters', 'filters of customers', CUSTOMER_FILTERS),
  empty('/users/current/customer_filters', 'filters of customers that one works with', CUSTOMER_FILTERS),
  show('/customer_filters/:filterOfCustomers', {
    summary: 'Read a filter of customers: there are none here.',
    allow,
    reads: CUSTOMER_FILTERS,
  }),
  empty('/company_filters', 'filters of companies', COMPANY_FILTERS),
  show('/company_filters/:filterOfCompanies', {
    summary: 'Read a filter of companies: there are none here.',
    allow,
    reads: COMPANY_FILTERS,
  }),
  empty('/opportunities', 'opportunities', OPPORTUNITIES),
  empty('/opportunities/search', 'opportunities that are looked for', OPPORTUNITIES),
  show('/opportunities/:opportunity', {
    summary: 'Read an opportunity: there are none here.',
    allow,
    reads: OPPORTUNITIES,
  }),
  empty('/opportunity_filters', 'filters of opportunities', OPPORTUNITY_FILTERS),
  show('/opportunity_filters/:filterOfOpportunities', {
    summary: 'Read a filter of opportunities: there are none here.',
    allow,
    reads: OPPORTUNITY_FILTERS,
  }),
  empty('/opportunity_stages', 'stages of opportunities', OPPORTUNITY_STAGES),
  show('/opportunity_stages/:stage', {
    summary: 'Read a stage of opportunities: there are none here.',
    allow,
    reads: OPPORTUNITY_STAGES,
  }),
];
