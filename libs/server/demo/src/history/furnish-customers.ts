import { splitName } from '@bureau/domain';
import { COMPANIES, EVERYBODY, type DemoCustomer } from '../content/customers.ts';
import { COMPANY_DETAILS, CUSTOMER_DETAILS, MORE_DOMAINS } from '../content/people-details.ts';
import { DAY } from './calendar.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';
import type { Tools } from './furnish.ts';

/** Everybody who ever wrote, with what the desk knows of them, and the companies whose domains they write from. */
export function addCustomers(tools: Tools): DemoWorld['customers'] {
  const companyIds = addCompanies(tools);
  return new Map(
    EVERYBODY.map((customer) => {
      const companyId = companyIds.get(customer.address.slice(customer.address.indexOf('@') + 1)) ?? null;
      return [customer.address, { ...customer, id: addCustomer(tools, customer, companyId) }];
    }),
  );
}

function addCompanies({ rows, ids, since }: Tools): Map<string, number> {
  const companyIds = new Map<string, number>();
  for (const [domain, name] of Object.entries(COMPANIES)) {
    const id = ids.next('companies');
    const { externalId = null, customFields = {} } = COMPANY_DETAILS[domain] ?? {};
    const known = { external_id: externalId, custom_fields: customFields };
    rows.add('companies', { id, name, ...known, demo: true, created_at: since });
    rows.add('company_domains', { domain, company_id: id });
    companyIds.set(domain, id);
  }
  for (const [domain, main] of Object.entries(MORE_DOMAINS)) {
    rows.add('company_domains', { domain, company_id: known(companyIds, main) });
  }
  return companyIds;
}

function addCustomer(
  { rows, ids, now }: Tools,
  { name, address, language }: DemoCustomer,
  companyId: number | null,
): number {
  const id = ids.next('customers');
  const details = CUSTOMER_DETAILS[address] ?? {};
  const { firstName, lastName } = splitName(name);
  const isAtWork = companyId !== null;
  rows.add('customers', {
    id,
    name,
    first_name: firstName,
    last_name: lastName,
    address,
    company_id: companyId,
    language,
    title: details.title ?? '',
    background: details.background ?? '',
    external_id: details.externalId ?? null,
    custom_fields: details.customFields ?? {},
    demo: true,
    created_at: iso(now - 95 * DAY),
  });
  rows.add('customer_addresses', { address, customer_id: id, type: isAtWork ? 'work' : 'home', position: 1 });
  const contacts = [
    ...(details.phones ?? []).map((phone) => ({ kind: 'phone', ...phone })),
    ...(details.postal === undefined
      ? []
      : [{ kind: 'postal', type: isAtWork ? 'work' : 'home', value: details.postal }]),
  ];
  contacts.forEach((contact, index) =>
    rows.add('customer_contacts', { customer_id: id, ...contact, position: index + 1 }),
  );
  return id;
}
