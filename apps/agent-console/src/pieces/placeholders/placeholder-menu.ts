import type { CustomField } from '@bureau/contracts';
import { ACTION_PLACEHOLDERS, FEEDBACK_LINK, PLACEHOLDERS } from '@bureau/domain';
import type { MenuGroup } from '@bureau/ui';
import { placeholdersWords as words } from './placeholders.words.ts';

const GROUPS = ['customer', 'company', 'case', 'interaction', 'current_user', 'brand', 'site', 'feedback'] as const;
const NAMES: readonly string[] = [
  ...[PLACEHOLDERS, ACTION_PLACEHOLDERS].flatMap((names) => Object.values(names).flat()),
  FEEDBACK_LINK,
];

/** What may be named in a text. */
export interface PlaceholdersOffered {
  /** Whether a name of the desk may stand here. */
  offers: (name: string) => boolean;
  /** Parts that stand in a line of their own, such as the signature. */
  blocks: readonly string[];
  /** Whether custom fields may be named. */
  withFields: boolean;
}

interface MenuOptions {
  fields: readonly CustomField[];
  insert: (tag: string, isBlock: boolean) => void;
}

/** What may be inserted in a place, in groups. */
export function placeholderMenu(
  { offers, blocks, withFields }: PlaceholdersOffered,
  { fields, insert }: MenuOptions,
): MenuGroup[] {
  const action = (name: string, label: string, isBlock = false) => ({
    id: name,
    label,
    detail: `{{${name}}}`,
    onAction: () => insert(`{{${name}}}`, isBlock),
  });
  const known = (name: string) => words.names[name] ?? name;
  const groups: MenuGroup[] = [
    { id: 'blocks', title: words.groups.blocks, actions: blocks.map((name) => action(name, known(name), true)) },
    ...GROUPS.map((id) => ({
      id,
      title: words.groups[id],
      actions: NAMES.filter((name) => name.startsWith(`${id}.`) && offers(name)).map((name) =>
        action(name, known(name)),
      ),
    })),
    {
      id: 'fields',
      title: words.groups.fields,
      actions: fields
        .filter(({ active }) => active && withFields)
        .map(({ owner, key, label }) => action(`${owner}.custom_${key}`, label)),
    },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}
