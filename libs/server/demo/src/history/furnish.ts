import type { OutboundIdentity } from '@bureau/cases';
import type { Permission } from '@bureau/contracts';
import { AGENTS, BRANDS, GROUPS, ROLES, SERVES, type GroupKey, type RoleKey } from '../content/desk.ts';
import { CENTER_LANGUAGES } from '../content/knowledge/knowledge.ts';
import type { BrandKey } from '../content/story.ts';
import { DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { DemoRows, ReservedIds } from './demo-rows.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';
import { addCustomers } from './furnish-customers.ts';
import { addKnowledge } from './furnish-knowledge.ts';
import { addSurveys } from './rate-case.ts';
import { addFields, addFilters, addLabels, addMacros } from './furnish-settings.ts';

export interface Furnishing {
  chance: Chance;
  now: number;
  rows: DemoRows;
  ids: ReservedIds;
  identity: OutboundIdentity;
  /** By e-mail address. */
  passwordHashes: ReadonlyMap<string, string>;
  /** The roles of every desk; what its own ones may do is what agents may. */
  roles: { administratorId: number; agentId: number; agentMay: readonly Permission[] };
}

/** What adds rows before there is a world. */
export type Tools = Omit<Furnishing, 'passwordHashes' | 'roles'> & { since: string };

/** Brands, people, settings, companies and customers, as they were before the first mail came. */
export function furnish({ passwordHashes, roles, ...given }: Furnishing): DemoWorld {
  const tools = { ...given, since: iso(given.now - 100 * DAY) };
  const users = addUsers(tools, { passwordHashes, roleIds: addRoles(tools, roles) });
  const groupIds = {
    larkspur: tools.ids.next('groups'),
    tideline: tools.ids.next('groups'),
    returns: tools.ids.next('groups'),
  };
  const brandOf = (key: BrandKey) => addBrand(tools, { key, groupId: groupIds[key] });
  const brands = { larkspur: brandOf('larkspur'), tideline: brandOf('tideline') };
  for (const key of ['larkspur', 'tideline', 'returns'] as const) {
    const members = [...users.values()].filter(({ groups }) => groups.includes(key));
    addGroup(tools, { key, id: groupIds[key], userIds: members.map(({ id }) => id), brands });
  }
  const labelIds = addLabels(tools);
  addFields(tools);
  addFilters(tools, { labelIds, users, groupIds });
  addMacros(tools, { labelIds, users, groupIds });
  addSurveys({ ...given, brands });
  const topicIds = addKnowledge(tools, { users, brands });
  return { ...given, users, groupIds, brands, labelIds, topicIds, customers: addCustomers(tools) };
}

function addRoles({ rows, ids }: Tools, roles: Furnishing['roles']): Record<RoleKey, number> {
  const add = (key: keyof typeof ROLES) => {
    const { name, description, caseScope, ownBrandsOnly } = ROLES[key];
    const id = ids.next('roles');
    const reach = { case_scope: caseScope, own_brands_only: ownBrandsOnly };
    rows.add('roles', { id, name, description, permissions: roles.agentMay, ...reach, position: 0, demo: true });
    return id;
  };
  return {
    administrator: roles.administratorId,
    agent: roles.agentId,
    'group-agent': add('group-agent'),
    'brand-agent': add('brand-agent'),
  };
}

function addUsers(
  { rows, ids, since }: Tools,
  { passwordHashes, roleIds }: { passwordHashes: ReadonlyMap<string, string>; roleIds: Record<RoleKey, number> },
): DemoWorld['users'] {
  return new Map(
    AGENTS.map((agent) => {
      const id = ids.next('users');
      const { name, email, role } = agent;
      const signsIn = { password_hash: known(passwordHashes, email), role_id: roleIds[role] };
      rows.add('users', { id, name, email, ...signsIn, demo: true, created_at: since });
      return [email, { ...agent, id }];
    }),
  );
}

function addGroup(
  { rows, since }: Tools,
  { key, id, userIds, brands }: { key: GroupKey; id: number; userIds: number[]; brands: DemoWorld['brands'] },
): void {
  rows.add('groups', { id, name: GROUPS[key], demo: true, created_at: since });
  for (const userId of userIds) rows.add('group_members', { group_id: id, user_id: userId });
  for (const brand of SERVES[key]) rows.add('group_brands', { group_id: id, brand_id: brands[brand].id });
}

function addBrand(
  { rows, ids, since }: Tools,
  { key, groupId }: { key: BrandKey; groupId: number },
): DemoWorld['brands'][BrandKey] {
  const brand = BRANDS.find((candidate) => candidate.key === key);
  if (!brand) throw new Error(`No brand ${key}.`);
  const [id, mailboxId] = [ids.next('brands'), ids.next('mailboxes')];
  const { name, slug, signature, colour } = brand;
  rows.add('brands', { id, name, slug, signature, colour, languages: CENTER_LANGUAGES, demo: true, created_at: since });
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
