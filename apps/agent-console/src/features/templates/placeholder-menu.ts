import type { CustomField, TemplateKind } from '@bureau/contracts';
import type { MenuGroup } from '@bureau/ui';
import { templatesWords as words } from './templates.words.ts';

export type PlaceholderPlace = TemplateKind | 'signature';

/** The names of product.md 4.4, as the desk checks them again when a template is saved. */
const NAMES = {
  customer: ['customer.name', 'customer.first_name', 'customer.last_name', 'customer.email', 'customer.title'],
  company: ['company.name'],
  case: ['case.id', 'case.subject', 'case.status', 'case.user.name_public', 'case.group.name'],
  current_user: ['current_user.name_public', 'current_user.signature'],
  brand: ['brand.name'],
  site: ['site.company_name'],
} as const;

const BLOCKS: Record<PlaceholderPlace, readonly string[]> = {
  reply: ['message', 'signature', 'history'],
  forward: ['message', 'signature', 'history'],
  acknowledgement: ['signature'],
  signature: [],
};

/** Only the desk's own words go to whomever a stranger named as the sender of a mail. */
const OWN_WORDS: readonly string[] = ['case.id', 'brand.name', 'site.company_name'];

interface MenuOptions {
  fields: readonly CustomField[];
  insert: (tag: string, isBlock: boolean) => void;
}

/** What may be inserted in a place, in groups. */
export function menuOf(place: PlaceholderPlace, { fields, insert }: MenuOptions): MenuGroup[] {
  const action = (name: string, label: string, isBlock = false) => ({
    id: name,
    label,
    detail: `{{${name}}}`,
    onAction: () => insert(`{{${name}}}`, isBlock),
  });
  const known = (name: string) => words.placeholders[name] ?? name;
  const isOffered = (name: string) => place !== 'acknowledgement' || OWN_WORDS.includes(name);
  const groups: MenuGroup[] = [
    {
      id: 'blocks',
      title: words.groups.blocks,
      actions: BLOCKS[place].map((name) => action(name, known(name), true)),
    },
    ...keysOf(NAMES).map((id) => ({
      id,
      title: words.groups[id],
      actions: NAMES[id].filter(isOffered).map((name) => action(name, known(name))),
    })),
    {
      id: 'fields',
      title: words.groups.fields,
      actions: fields
        .filter(({ active }) => active && place !== 'acknowledgement')
        .map(({ owner, key, label }) => action(`${owner}.custom_${key}`, label)),
    },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
