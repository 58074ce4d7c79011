import { customerAccess } from '@bureau/customers';
import { caseAccess } from '@bureau/identity';
import { betweenTimes, byNumber, byPart, byText } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { customFields, link, linkCounted, textOrNull, time } from '../resource/sql.ts';

const contacts = (kind: 'phone' | 'postal') =>
  `(SELECT coalesce(json_agg(json_build_object('type', t.type, 'value', t.value) ORDER BY t.position, t.id), '[]')
    FROM customer_contacts t WHERE t.customer_id = p.id AND t.kind = '${kind}')`;

const byPhone = byText(`EXISTS (SELECT FROM customer_contacts t WHERE t.customer_id = p.id AND t.kind = 'phone'
  AND t.reversed_digits LIKE nullif(reverse(regexp_replace($, '\\D', '', 'g')), '') || '%')`);

export const CUSTOMERS: Source = {
  class: 'customer',
  from: 'customers p',
  id: 'p.id',
  where: 'p.merged_into_id IS NULL',
  access: customerAccess,
  keys: { customer: byNumber('p.id = $') },
  members: {
    id: 'p.id',
    first_name: textOrNull('p.first_name'),
    last_name: textOrNull('p.last_name'),
    display_name: 'p.name',
    company: '(SELECT o.name FROM companies o WHERE o.id = p.company_id)',
    title: textOrNull('p.title'),
    avatar: 'NULL::text',
    uid: 'p.uid',
    external_id: 'p.external_id',
    background: textOrNull('p.background'),
    language: 'p.language',
    locked_until: 'NULL::text',
    created_at: time('p.created_at'),
    updated_at: time('p.updated_at'),
    custom_fields: customFields('customer', 'p.custom_fields'),
    emails: `(SELECT coalesce(json_agg(json_build_object('type', a.type, 'value', a.address)
      ORDER BY a.position, a.address), '[]') FROM customer_addresses a WHERE a.customer_id = p.id)`,
    phone_numbers: contacts('phone'),
    addresses: contacts('postal'),
    access_private_portal: 'p.access_private_portal',
    access_company_cases: 'p.access_company_cases',
  },
  links: {
    self: link('/customers/{p.id}', 'customer'),
    cases: (actor, values) =>
      linkCounted(
        '/customers/{p.id}/cases',
        'case',
        `(SELECT count(*) FROM cases c WHERE c.customer_id = p.id AND c.deleted_at IS NULL AND ${values.seenBy(actor, caseAccess)})`,
      ),
    company: 'NULL::json',
    facebook_user: 'NULL::json',
    twitter_user: 'NULL::json',
    locked_by: 'NULL::json',
  },
  filters: {
    company_id: byNumber('p.company_id = $'),
    first_name: byPart('p.first_name ILIKE $'),
    last_name: byPart('p.last_name ILIKE $'),
    full_name: byPart('p.name ILIKE $'),
    email: byText('EXISTS (SELECT FROM customer_addresses a WHERE a.customer_id = p.id AND a.address = lower($))'),
    phone: byPhone,
    twitter: byText(`EXISTS (SELECT FROM customer_identities i WHERE i.customer_id = p.id
      AND i.network = 'twitter' AND lower(i.handle) = lower(ltrim($, '@')))`),
    external_id: byText('p.external_id = $'),
    q: byPart(
      `p.name ILIKE $ OR EXISTS (SELECT FROM customer_addresses a WHERE a.customer_id = p.id AND a.address ILIKE $)`,
    ),
    ...betweenTimes({ created_at: 'p.created_at', updated_at: 'p.updated_at' }),
  },
  openFilters: { custom_: (key) => (text, bind) => `p.custom_fields ->> ${bind(key)} = ${bind(text)}` },
  sorts: { id: 'p.id', created_at: 'p.created_at', updated_at: 'p.updated_at', name: 'p.name' },
  perPage: 100,
};
