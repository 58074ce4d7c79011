import { companyAccess } from '@bureau/customers';
import {
  betweenTimes,
  byCustomField,
  byLookedUpPart,
  byNumber,
  byNumbers,
  byText,
  byTexts,
} from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { customFields, link, time } from '../resource/sql.ts';

export const COMPANIES: Source = {
  class: 'company',
  from: 'companies o',
  id: 'o.id',
  table: 'companies',
  countedBy: ['companies'],
  where: 'true',
  access: companyAccess,
  keys: { company: byNumber('o.id = $') },
  members: {
    id: 'o.id',
    name: 'o.name',
    domains: `(SELECT coalesce(json_agg(d.domain ORDER BY d.domain), '[]') FROM company_domains d WHERE d.company_id = o.id)`,
    external_id: 'o.external_id',
    created_at: time('o.created_at'),
    updated_at: time('o.updated_at'),
    custom_fields: customFields('company', 'o.custom_fields'),
  },
  links: {
    self: link('/companies/{o.id}', 'company'),
    customers: link('/companies/{o.id}/customers', 'customer'),
    cases: link('/companies/{o.id}/cases', 'case'),
  },
  filters: {
    ids: byNumbers('o.id = ANY($)'),
    q: byLookedUpPart(`o.id IN (SELECT id FROM companies WHERE search_fold(name) LIKE search_fold($)
      UNION SELECT company_id FROM company_domains WHERE domain LIKE lower(ltrim($, '%')))`),
    name: byLookedUpPart('search_fold(o.name) LIKE search_fold($)'),
    domains: byTexts('o.id IN (SELECT d.company_id FROM company_domains d WHERE d.domain = ANY($))'),
    external_id: byText('o.external_id = $'),
    ...betweenTimes({ created_at: 'o.created_at', updated_at: 'o.updated_at' }),
  },
  openFilters: { custom_: byCustomField('o.custom_fields') },
  sorts: { id: 'o.id', created_at: 'o.created_at', updated_at: 'o.updated_at', name: 'o.name' },
  perPage: 500,
};
