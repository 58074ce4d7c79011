import { customerAccess } from '@bureau/customers';
import { caseAccess } from '@bureau/identity';
import { COMPANIES } from '../companies/company.source.ts';
import { betweenTimes, byCustomField, byLookedUpPart, byNumber, byText } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { customFields, link, linkCounted, textOrNull, time } from '../resource/sql.ts';

/** A number that came by a merge, and was there already, is shown once. */
const contacts = (kind: 'phone' | 'postal') =>
  `(SELECT coalesce(json_agg(json_build_object('type', t.type, 'value', t.value)
      ORDER BY t.home_customer_id IS NOT NULL, t.position, t.id), '[]')
    FROM customer_contacts t WHERE t.customer_id = p.id AND t.kind = '${kind}'
      AND (t.home_customer_id IS NULL OR NOT EXISTS (SELECT FROM customer_contacts e
        WHERE e.customer_id = p.id AND e.kind = t.kind AND e.value = t.value
          AND (e.home_customer_id IS NULL OR e.id < t.id))))`;

/** Whom a customer has several of, the first that the desk met. */
const onNetwork = (network: 'x' | 'facebook') =>
  `(SELECT min(i.id) FROM customer_identities i WHERE i.customer_id = p.id AND i.network = '${network}')`;

const byPhone = byText(`p.id IN (SELECT t.customer_id FROM customer_contacts t WHERE t.kind = 'phone'
  AND t.reversed_digits LIKE nullif(reverse(regexp_replace($, '\\D', '', 'g')), '') || '%')`);

export const CUSTOMERS: Source = {
  class: 'customer',
  from: 'customers p',
  id: 'p.id',
  table: 'customers',
  countedBy: ['customers'],
  where: 'p.merged_into_id IS NULL',
  access: customerAccess,
  keys: { customer: byNumber('p.id = $'), company: byNumber('p.company_id = $') },
  members: {
    id: 'p.id',
    first_name: textOrNull('p.first_name'),
    last_name: textOrNull('p.last_name'),
    display_name: 'p.name',
    company: '(SELECT o.name FROM companies o WHERE o.id = p.company_id)',
    title: textOrNull('p.title'),
    avatar: `CASE WHEN p.avatar_sha256 IS NOT NULL
      THEN '/api/v3/customers/' || p.id || '/avatar?v=' || left(p.avatar_sha256, 12) END`,
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
    company: link('/companies/{p.company_id}', 'company'),
    facebook_user: link(`/facebook_users/{${onNetwork('facebook')}}`, 'facebook_user'),
    twitter_user: link(`/twitter_users/{${onNetwork('x')}}`, 'twitter_user'),
    locked_by: 'NULL::text',
  },
  embeds: { company: { source: COMPANIES, on: 'o.id = p.company_id', allow: 'customers:view' } },
  filters: {
    company_id: byNumber('p.company_id = $'),
    first_name: byLookedUpPart('search_fold(p.first_name) LIKE search_fold($)'),
    last_name: byLookedUpPart('search_fold(p.last_name) LIKE search_fold($)'),
    full_name: byLookedUpPart('search_fold(p.name) LIKE search_fold($)'),
    email: byText('p.id IN (SELECT a.customer_id FROM customer_addresses a WHERE a.address = lower($))'),
    phone: byPhone,
    twitter: byText(`p.id IN (SELECT i.customer_id FROM customer_identities i
      WHERE i.network = 'x' AND lower(i.handle) = lower(ltrim($, '@')))`),
    external_id: byText('p.external_id = $'),
    q: byLookedUpPart(`p.id IN (SELECT id FROM customers WHERE search_fold(name) LIKE search_fold($)
      UNION SELECT customer_id FROM customer_addresses WHERE address LIKE lower($))`),
    ...betweenTimes({ created_at: 'p.created_at', updated_at: 'p.updated_at' }),
  },
  openFilters: { custom_: byCustomField('p.custom_fields') },
  sorts: { id: 'p.id', created_at: 'p.created_at', updated_at: 'p.updated_at', name: 'p.name' },
  perPage: 100,
};
