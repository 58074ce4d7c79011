import type { BrandKey, Language } from './story.ts';

export interface DemoBrand {
  key: BrandKey;
  name: string;
  slug: string;
  signature: string;
  address: string;
  mailboxName: string;
  autoAcknowledge: boolean;
  /** Of its support center. */
  colour: string;
  /** Prefix of its order numbers. */
  orders: string;
}

/** What the company behind the brands is called. */
export const COMPANY_NAME = 'Larkspur & Tideline';

export const BRANDS: readonly DemoBrand[] = [
  {
    key: 'larkspur',
    name: 'Larkspur Coffee',
    slug: 'larkspur',
    signature: 'Larkspur Coffee · roasted on Tuesdays and Thursdays\nlarkspur.example',
    address: 'support@larkspur.example',
    mailboxName: 'Larkspur Coffee',
    autoAcknowledge: false,
    colour: '#8a4b12',
    orders: 'LC-',
  },
  {
    key: 'tideline',
    name: 'Tideline Gear',
    slug: 'tideline',
    signature: 'Tideline Gear · repaired before replaced\ntideline.example',
    address: 'help@tideline.example',
    mailboxName: 'Tideline Gear',
    autoAcknowledge: true,
    colour: '#0e5a70',
    orders: 'TG-',
  },
];

export type GroupKey = BrandKey | 'returns';

export const GROUPS: Record<GroupKey, string> = {
  larkspur: 'Coffee',
  tideline: 'Outdoor',
  returns: 'Wholesale & Returns',
};

/** Which brands a group serves. */
export const SERVES: Record<GroupKey, readonly BrandKey[]> = {
  larkspur: ['larkspur'],
  tideline: ['tideline'],
  returns: ['larkspur', 'tideline'],
};

/** Roles of the desk's own: they may what agents may, with fewer cases. */
export const ROLES = {
  'group-agent': {
    name: 'Group Agent',
    description: 'An agent who sees the cases of his groups, and his own.',
    caseScope: 'groups',
    ownBrandsOnly: false,
  },
  'brand-agent': {
    name: 'Brand Agent',
    description: 'An agent who sees the cases of the brands that his groups serve.',
    caseScope: 'all',
    ownBrandsOnly: true,
  },
} as const;
export type RoleKey = 'administrator' | 'agent' | keyof typeof ROLES;

export interface DemoAgent {
  name: string;
  email: string;
  role: RoleKey;
  groups: readonly GroupKey[];
  languages: readonly Language[];
}

export const AGENTS: readonly DemoAgent[] = [
  {
    name: 'Adaeze Obi',
    email: 'adaeze@bureau.example',
    role: 'administrator',
    groups: ['larkspur', 'tideline', 'returns'],
    languages: ['en', 'fr', 'ar'],
  },
  {
    name: 'Henrik Dahl',
    email: 'henrik@bureau.example',
    role: 'agent',
    groups: ['larkspur'],
    languages: ['en', 'de', 'nb', 'nl'],
  },
  {
    name: 'Lucie Marchand',
    email: 'lucie@bureau.example',
    role: 'agent',
    groups: ['larkspur', 'returns'],
    languages: ['en', 'fr', 'it'],
  },
  {
    name: 'Mateo Ibarra',
    email: 'mateo@bureau.example',
    role: 'group-agent',
    groups: ['larkspur'],
    languages: ['en', 'es', 'pt', 'it'],
  },
  {
    name: 'Yuki Hayashi',
    email: 'yuki@bureau.example',
    role: 'agent',
    groups: ['tideline', 'larkspur'],
    languages: ['en', 'ja'],
  },
  {
    name: 'Rhiannon Price',
    email: 'rhiannon@bureau.example',
    role: 'agent',
    groups: ['tideline'],
    languages: ['en', 'nl', 'de'],
  },
  {
    name: 'Kasia Zielińska',
    email: 'kasia@bureau.example',
    role: 'agent',
    groups: ['tideline', 'returns'],
    languages: ['en', 'pl', 'de'],
  },
  {
    name: 'Samir Bensalem',
    email: 'samir@bureau.example',
    role: 'brand-agent',
    groups: ['tideline'],
    languages: ['en', 'fr', 'es', 'pt', 'ar'],
  },
];

/** Whether an agent sees a case that is somebody else's, of this brand and group. */
export function maySee({ role, groups }: DemoAgent, { brand, group }: { brand: BrandKey; group: GroupKey }): boolean {
  if (role === 'group-agent') return groups.includes(group);
  return role !== 'brand-agent' || groups.some((key) => SERVES[key].includes(brand));
}
