import type { ChangeSource } from '@bureau/platform';

const contacts = (kind: 'phone' | 'postal') =>
  `ARRAY(SELECT value FROM customer_contacts WHERE customer_id = x.id AND kind = '${kind}' ORDER BY position, id)`;

/** The contract `CustomerRecord`. A customer that was merged away keeps its row and says into whom. */
export const CUSTOMERS: ChangeSource = {
  table: 'customers',
  joins: 'JOIN customers p ON p.id = x.id',
  json: `'createdAt', x.created_at, 'externalId', x.external_id, 'name', x.name, 'firstName', x.first_name,
    'lastName', x.last_name, 'title', x.title, 'background', x.background, 'language', x.language,
    'companyId', x.company_id, 'address', x.address,
    'addresses', ARRAY(SELECT address FROM customer_addresses WHERE customer_id = x.id ORDER BY position, address),
    'phoneNumbers', ${contacts('phone')}, 'postalAddresses', ${contacts('postal')},
    'customFields', x.custom_fields, 'blockedAt', x.blocked_at, 'mergedIntoId', x.merged_into_id`,
};

/** The contract `CompanyRecord`. */
export const COMPANIES: ChangeSource = {
  table: 'companies',
  joins: 'JOIN companies o ON o.id = x.id',
  json: `'createdAt', x.created_at, 'externalId', x.external_id, 'name', x.name,
    'domains', ARRAY(SELECT domain FROM company_domains WHERE company_id = x.id ORDER BY domain),
    'customFields', x.custom_fields`,
};
