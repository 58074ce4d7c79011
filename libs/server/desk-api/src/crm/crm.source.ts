import { byNumber } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** What Desk.com sold last, the pipeline of sales, is no part of a help desk: there is none of it, and it is off. */
function none(kind: string, folder: string, key: string): Source {
  return {
    class: kind,
    from: 'site n',
    id: '1',
    where: 'false',
    access: everyRow,
    keys: { [key]: byNumber('1 = $') },
    members: { id: '1', name: 'NULL::text' },
    links: { self: link(`/${folder}/{1}`, kind) },
    sorts: { id: '1' },
    perPage: 100,
  };
}

export const CUSTOMER_FILTERS = none('customer_filter', 'customer_filters', 'filterOfCustomers');
export const COMPANY_FILTERS = none('company_filter', 'company_filters', 'filterOfCompanies');
export const OPPORTUNITY_FILTERS = none('opportunity_filter', 'opportunity_filters', 'filterOfOpportunities');
export const OPPORTUNITY_STAGES = none('opportunity_stage', 'opportunity_stages', 'stage');
export const OPPORTUNITIES = none('opportunity', 'opportunities', 'opportunity');

/** Whether something is on that this desk does not have. */
export function switchedOff(address: string, kind: string): Source {
  return {
    class: kind,
    from: 'site n',
    id: '1',
    where: 'true',
    access: everyRow,
    keys: {},
    members: { enabled: 'false' },
    links: { self: link(address, kind) },
    sorts: { id: '1' },
    perPage: 1,
  };
}
