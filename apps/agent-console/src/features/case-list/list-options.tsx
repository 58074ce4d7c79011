import { CASE_COLUMNS, FILTER_GROUPINGS, FILTER_SORTS } from '@bureau/contracts';
import type { CaseColumn, FilterGrouping } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { IconButton, Menu, useDensity, useToasts } from '@bureau/ui';
import type { MenuAction, MenuGroup } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { listOptionsWords as words } from './list-options.words.ts';
import type { OwnView, useListView } from './use-list-view.ts';

export interface ListOptionsProps {
  filter: Filter;
  view: ReturnType<typeof useListView>;
  /** Opens the editor with the filter; left out for whoever may not change it. */
  onEdit?: () => void;
  onNew?: () => void;
}

/** How the list is shown: order, headings, columns, density; and the ways into the editor of filters. */
export function ListOptions({ filter, view, onEdit, onNew }: ListOptionsProps) {
  const groups = [orderGroup(view), directionGroup(view), ...lookGroups(view), useKeepGroup({ filter, view })];
  const ways: MenuAction[] = [];
  if (onEdit) ways.push({ id: 'edit', label: words.edit(filter.name), icon: 'pencil', onAction: onEdit });
  if (onNew) ways.push({ id: 'new', label: words.newFrom, icon: 'plus', onAction: onNew });
  return (
    <>
      <Menu
        label={words.look}
        placement="bottom end"
        groups={groups.filter(({ actions }) => actions.length > 0)}
        trigger={<IconButton icon="rows" label={words.look} />}
      />
      {ways.length > 0 && (
        <Menu
          label={words.filter}
          placement="bottom end"
          groups={[{ id: 'filter', actions: ways }]}
          trigger={<IconButton icon="filter" label={words.filter} />}
        />
      )}
    </>
  );
}

type View = ListOptionsProps['view'];

function orderGroup({ view, change }: View): MenuGroup {
  const actions = FILTER_SORTS.map<MenuAction>((field) => ({
    id: `sort ${field}`,
    label: words.sorts[field],
    isChecked: view.sort.field === field,
    onAction: () => change({ sort: { ...view.sort, field } }),
  }));
  return { id: 'sort', title: words.sort, actions };
}

function directionGroup({ view, change }: View): MenuGroup {
  const actions = (['desc', 'asc'] as const).map<MenuAction>((direction) => ({
    id: direction,
    label: words.directions[direction],
    isChecked: view.sort.direction === direction,
    onAction: () => change({ sort: { ...view.sort, direction } }),
  }));
  return { id: 'direction', actions };
}

function lookGroups({ view, change }: View): MenuGroup[] {
  const heading = (groupBy: FilterGrouping | null): MenuAction => ({
    id: `by ${groupBy ?? 'none'}`,
    label: groupBy === null ? words.ungrouped : words.groupings[groupBy],
    isChecked: view.groupBy === groupBy,
    onAction: () => change({ groupBy }),
  });
  const column = (name: CaseColumn): MenuAction => ({
    id: `column ${name}`,
    label: words.columns[name],
    isChecked: view.columns.includes(name),
    onAction: () => change({ columns: toggled(view.columns, name) }),
  });
  return [
    { id: 'group', title: words.groupBy, actions: [null, ...FILTER_GROUPINGS].map(heading) },
    { id: 'columns', title: words.show, actions: CASE_COLUMNS.map(column) },
  ];
}

function useKeepGroup({ filter, view }: Pick<ListOptionsProps, 'filter' | 'view'>): MenuGroup {
  const { density, setDensity } = useDensity();
  const toasts = useToasts();
  const save = () =>
    void view.save().then(
      () => toasts.show({ text: words.saved(filter.name) }),
      (error: unknown) =>
        toasts.show({
          tone: 'danger',
          text: words.notSaved,
          detail: problemText(error),
        }),
    );
  const next = density === 'compact' ? 'comfortable' : 'compact';
  const actions: MenuAction[] = [
    { id: 'density', label: words.densities[next], icon: 'rows', onAction: () => setDensity(next) },
  ];
  if (view.isOwn) actions.push({ id: 'reset', label: words.reset, icon: 'undo', onAction: view.reset });
  if (view.isOwn && filter.editable) actions.push({ id: 'save', label: words.save, icon: 'check', onAction: save });
  return { id: 'keep', actions };
}

function toggled(columns: OwnView['columns'], name: CaseColumn): CaseColumn[] {
  return columns.includes(name) ? columns.filter((column) => column !== name) : [...columns, name];
}
