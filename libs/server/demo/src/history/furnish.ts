import type { OutboundIdentity } from '@bureau/cases';
import { COMPANIES, CUSTOMERS } from '../content/customers.ts';
import { AGENTS, BRANDS, GROUPS, type GroupKey } from '../content/desk.ts';
import type { BrandKey } from '../content/story.ts';
import { DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { DemoRows, ReservedIds } from './demo-rows.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';

export interface Furnishing {
  chance: Chance;
  now: number;
  rows: DemoRows;
  ids: ReservedIds;
  identity: OutboundIdentity;
  /** By e-mail address. */
  passwordHashes: ReadonlyMap<string, string>;
  roleIds: Readonly<Record<'administrator' | 'agent', number>>;
}

/** Brands, people, companies and customers, as they were before the first mail came. */
export function furnish({ passwordHashes, roleIds, ...tools }: Furnishing): DemoWorld {
  const since = iso(tools.now - 100 * DAY);
  const { rows, ids } = tools;
  const users = new Map(
    AGENTS.map((agent) => {
      const id = ids.next('users');
      const { name, email, role } = agent;
      const passwordHash = known(passwordHashes, email);
      rows.add('users', {
        id,
        name,
        email,
        role_id: roleIds[role],
        password_hash: passwordHash,
        demo: true,
        created_at: since,
        updated_at: since,
      });
      return [email, { ...agent, id }];
    }),
  );
  const groupOf = (key: GroupKey) =>
    addGroup(tools, {
      key,
      userIds: [...users.values()].filter(({ groups }) => groups.includes(key)).map(({ id }) => id),
      since,
    });
  const groupIds = { larkspur: groupOf('larkspur'), tideline: groupOf('tideline'), returns: groupOf('returns') };
  const brandOf = (key: BrandKey) => addBrand(tools, { key, groupId: groupIds[key], since });
  const brands = { larkspur: brandOf('larkspur'), tideline: brandOf('tideline') };
  return { ...tools, users, groupIds, brands, customers: addCustomers(tools, since) };
}

type Tools = Omit<Furnishing, 'passwordHashes' | 'roleIds'>;

function addGroup(
  { rows, ids }: Tools,
  { key, userIds, since }: { key: GroupKey; userIds: number[]; since: string },
): number {
  const id = ids.next('groups');
  rows.add('groups', { id, name: GROUPS[key], demo: true, created_at: since });
  for (const userId of userIds) rows.add('group_members', { group_id: id, user_id: userId });
  return id;
}

function addBrand(
  { rows, ids }: Tools,
  { key, groupId, since }: { key: BrandKey; groupId: number; since: string },
): DemoWorld['brands'][BrandKey] {
  const brand = BRANDS.find((candidate) => candidate.key === key);
  if (!brand) throw new Error(`No brand ${key}.`);
  const [id, mailboxId] = [ids.next('brands'), ids.next('mailboxes')];
  rows.add('brands', {
    id,
    name: brand.name,
    slug: brand.slug,
    signature: brand.signature,
    demo: true,
    created_at: since,
  });
  rows.add('mailboxes', {
    id: mailboxId,
    brand_id: id,
    address: brand.address,
    name: brand.mailboxName,
    group_id: groupId,
    auto_acknowledge: brand.autoAcknowledge,
    enabled: true,
    state: 'ok',
    state_reason: '',
    demo: true,
    created_at: since,
    updated_at: since,
  });
  return { ...brand, id, mailboxId };
}

function addCustomers({ rows, ids, now }: Tools, since: string): DemoWorld['customers'] {
  const companies = new Map(
    Object.entries(COMPANIES).map(([domain, name]) => {
      const id = ids.next('companies');
      rows.add('companies', { id, name, demo: true, created_at: since });
      rows.add('company_domains', { domain, company_id: id });
      return [domain, id];
    }),
  );
  return new Map(
    CUSTOMERS.map((customer) => {
      const id = ids.next('customers');
      const { name, address } = customer;
      const companyId = companies.get(address.slice(address.indexOf('@') + 1)) ?? null;
      const createdAt = iso(now - 95 * DAY);
      rows.add('customers', {
        id,
        name,
        address,
        company_id: companyId,
        demo: true,
        created_at: createdAt,
        updated_at: createdAt,
      });
      rows.add('customer_addresses', { address, customer_id: id });
      return [address, { ...customer, id }];
    }),
  );
}
