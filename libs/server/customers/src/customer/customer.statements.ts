import type { AccessClause } from '@bureau/identity';
import { statement, type Statement } from '@bureau/platform';

/** The contract `CustomerRow` of the customer `p`. */
export const ROW = `
  'id', p.id, 'name', p.name, 'address', p.address, 'title', p.title,
  'avatarUrl', '/api/v3/customers/' || p.id || '/avatar?v=' || left(p.avatar_sha256, 12),
  'company', (SELECT json_build_object('id', o.id, 'name', o.name) FROM companies o WHERE o.id = p.company_id),
  'blockedAt', p.blocked_at, 'createdAt', p.created_at, 'updatedAt', p.updated_at`;

/** A number that came again through a merge is shown once. */
const contacts = (kind: 'phone' | 'postal') => `
  (SELECT coalesce(json_agg(json_build_object('type', t.type, 'value', t.value) ORDER BY t.home, t.position, t.id), '[]')
   FROM (SELECT *, home_customer_id IS NOT NULL AS home,
           row_number() OVER (PARTITION BY value ORDER BY home_customer_id IS NOT NULL, position, id) AS copy
         FROM customer_contacts WHERE customer_id = p.id AND kind = '${kind}') t
   WHERE NOT t.home OR t.copy = 1)`;

const EMAILS = `
  (SELECT coalesce(json_agg(json_build_object('type', a.type, 'value', a.address)
                            ORDER BY a.home_customer_id IS NOT NULL, a.position, a.address), '[]')
   FROM customer_addresses a WHERE a.customer_id = p.id)`;

const IDENTITIES = `
  (SELECT coalesce(json_agg(json_build_object('network', i.network, 'externalId', i.external_id, 'handle', i.handle,
                                              'name', i.name, 'followers', i.followers, 'verified', i.verified)
                            ORDER BY i.id), '[]')
   FROM customer_identities i WHERE i.customer_id = p.id)`;

/** What a write can change, as `CustomerState` in domain calls it. */
const STATE = `
  'firstName', p.first_name, 'lastName', p.last_name, 'emails', ${EMAILS},
  'phoneNumbers', ${contacts('phone')}, 'postalAddresses', ${contacts('postal')}, 'identities', ${IDENTITIES},
  'externalId', p.external_id, 'uid', p.uid, 'background', p.background, 'language', p.language,
  'customFields', p.custom_fields, 'accessPrivatePortal', p.access_private_portal,
  'accessCompanyCases', p.access_company_cases`;

/** Whose id this is now: the end of the way through all merges. Value: customer id. */
export const LIVING = statement(
  'customers.living',
  `WITH RECURSIVE way AS (
     SELECT id, merged_into_id FROM customers WHERE id = $1
     UNION ALL SELECT c.id, c.merged_into_id FROM customers c JOIN way ON c.id = way.merged_into_id
   ) SELECT id FROM way WHERE merged_into_id IS NULL`,
);

/** The contract `Customer` as JSON text, with its version. Values: customer id, then those of the access. */
export function readThrough(access: AccessClause, cases: AccessClause): Statement {
  return statement(
    `customers.read-${access.kind}-${cases.kind}`,
    `SELECT json_build_object(${ROW}, ${STATE},
       'addresses', (SELECT coalesce(json_agg(a.address ORDER BY a.address = p.address DESC, a.position, a.address), '[]')
                     FROM customer_addresses a WHERE a.customer_id = p.id),
       'caseCount', (SELECT count(*) FROM cases c
                     WHERE c.customer_id = p.id AND c.deleted_at IS NULL AND ${cases.sql}),
       'merged', (WITH RECURSIVE below AS (
                    SELECT id, name, address FROM customers WHERE merged_into_id = p.id
                    UNION ALL SELECT m.id, m.name, m.address FROM customers m JOIN below ON m.merged_into_id = below.id)
                  SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'address', address) ORDER BY id), '[]')
                  FROM below))::text AS json,
       p.updated_at::text AS version
     FROM customers p WHERE p.id = $1 AND p.merged_into_id IS NULL AND ${access.sql}`,
  );
}

/** Locks a customer for a write and reads what it can change. Values: customer id, then those of the access. */
export function lockThrough(access: AccessClause): Statement {
  return statement(
    `customers.lock-${access.kind}`,
    `SELECT p.id, p.updated_at::text AS version,
       json_build_object('name', p.name, 'title', p.title, 'address', p.address, 'companyId', p.company_id,
                         'blocked', p.blocked_at IS NOT NULL, ${STATE}) AS state
     FROM customers p WHERE p.id = $1 AND p.merged_into_id IS NULL AND ${access.sql}
     FOR NO KEY UPDATE OF p`,
  );
}

/** Values: customer id, at (null: the beginning), id, limit + 1. */
export const HISTORY = statement(
  'customers.history',
  `SELECT id, at::text AS at,
     json_build_object('id', id, 'event', event, 'actor', actor, 'changes', changes, 'at', at)::text AS json
   FROM customer_events
   WHERE customer_id = $1 AND (at, id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::bigint, 0))
   ORDER BY at DESC, id DESC LIMIT $4`,
);
