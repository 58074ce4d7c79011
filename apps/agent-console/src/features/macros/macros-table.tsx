import { usersApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Switch } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatList } from '../../language/format.ts';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import type { SayAction } from '../../pieces/action-sentence/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { macroPagesWords as words } from './macro-pages.words.ts';
import { useChangeMacros } from './use-managed-macros.ts';

export interface MacrosTableProps {
  macros: readonly Macro[];
  scope: 'shared' | 'own';
  onOpen: (macro: Macro) => void;
}

/** Macros folder by folder, each in every folder that it is in: to be moved there, switched off, opened. */
export function MacrosTable({ macros, scope, onOpen }: MacrosTableProps) {
  const { move, enable } = useChangeMacros(scope);
  const forWhom = useForWhom();
  const say = useSayAction(macros.flatMap(({ actions }) => actions));
  const columns = columnsWith({ forWhom, say, enable }).filter(({ id }) => scope === 'shared' || id !== 'who');
  return foldersOf(macros, scope).map(({ id, name, inside }) => (
    <DataTable<Macro>
      key={id}
      caption={name}
      rows={inside}
      rowId={(macro) => String(macro.id)}
      rowName={(macro) => macro.name}
      onOpen={onOpen}
      onMove={(macro, place) => move(macros, inside, { macro, place })}
      columns={columns}
    />
  ));
}

interface Columns {
  forWhom: (macro: Macro) => string;
  say: SayAction;
  enable: (macro: Macro, enabled: boolean) => void;
}

function columnsWith({ forWhom, say, enable }: Columns): Column<Macro>[] {
  return [
    {
      id: 'name',
      header: words.columns.name,
      width: '28%',
      cell: ({ name, description }) => (
        <span className="macro-does">
          <span>{name}</span>
          {description !== '' && <span className="macro-does-quiet">{description}</span>}
        </span>
      ),
    },
    {
      id: 'does',
      header: words.columns.does,
      isExtra: true,
      cell: ({ actions }) => <span className="macro-does-all">{actions.map(say).join(' · ')}</span>,
    },
    { id: 'who', header: words.columns.who, width: '10%', isExtra: true, cell: forWhom },
    {
      id: 'used',
      header: words.columns.used,
      width: '56px',
      align: 'end',
      isExtra: true,
      cell: ({ used }) => (
        <span className="bu-figures" title={words.usedHelp}>
          {words.usedOf(used)}
        </span>
      ),
    },
    {
      id: 'changed',
      header: words.columns.changed,
      width: '88px',
      align: 'end',
      isExtra: true,
      cell: ({ updatedAt, updatedBy }) => <LastChange at={updatedAt} by={updatedBy?.name ?? null} />,
    },
    {
      id: 'enabled',
      header: words.columns.enabled,
      width: '64px',
      cell: (macro) => (
        <Switch
          aria-label={words.enabledOf(macro.name)}
          isSelected={macro.enabled}
          onChange={(enabled) => enable(macro, enabled)}
        />
      ),
    },
  ];
}

function useForWhom(): (macro: Macro) => string {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  return ({ visibility }) => {
    if (visibility.for === 'everyone') return words.everyone;
    if (visibility.for === 'user') return words.onlyMe;
    const names = visibility.groupIds.map((id) => groups.find((group) => group.id === id)?.name ?? String(id));
    return names.length === 0 ? words.noGroups : words.groupsOf(formatList(names));
  };
}

interface Folder {
  id: string;
  name: string;
  inside: readonly Macro[];
}

function foldersOf(macros: readonly Macro[], scope: MacrosTableProps['scope']): Folder[] {
  const loose = macros.filter(({ folders }) => folders.length === 0);
  const names = [...new Set(macros.flatMap(({ folders }) => folders))].toSorted((a, b) => a.localeCompare(b));
  const own = (name: string) => (scope === 'own' ? `${words.own} · ${name}` : name);
  return [
    { id: 'top', name: scope === 'own' ? words.own : words.top, inside: loose },
    ...names.map((name) => ({
      id: `folder ${name}`,
      name: own(name),
      inside: macros.filter(({ folders }) => folders.includes(name)),
    })),
  ].filter(({ inside }) => inside.length > 0);
}
