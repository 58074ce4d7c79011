import type { BrandKey, Language } from './story.ts';

export interface DemoBrand {
  key: BrandKey;
  name: string;
  slug: string;
  signature: string;
  address: string;
  mailboxName: string;
  autoAcknowledge: boolean;
  /** Prefix of its order numbers. */
  orders: string;
}

export const BRANDS: readonly DemoBrand[] = [
  {
    key: 'larkspur',
    name: 'Larkspur Coffee',
    slug: 'larkspur',
    signature: 'Larkspur Coffee · roasted on Tuesdays and Thursdays\nlarkspur.example',
    address: 'support@larkspur.example',
    mailboxName: 'Larkspur Coffee',
    autoAcknowledge: false,
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
    orders: 'TG-',
  },
];

export type GroupKey = BrandKey | 'returns';

export const GROUPS: Record<GroupKey, string> = {
  larkspur: 'Coffee',
  tideline: 'Outdoor',
  returns: 'Wholesale & Returns',
};

export interface DemoAgent {
  name: string;
  email: string;
  role: 'administrator' | 'agent';
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
    role: 'agent',
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
    role: 'agent',
    groups: ['tideline'],
    languages: ['en', 'fr', 'es', 'pt', 'ar'],
  },
];
