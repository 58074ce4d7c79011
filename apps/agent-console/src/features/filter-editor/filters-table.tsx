import { filtersApi, usersApi } from '@bureau/contracts';
import type { Filter, FilterVisibility } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, EmptyState, Switch, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { LastChange, useLastChanges } from '../../pieces/last-change/index.ts';
import { useConditionSentence } from '../../pieces/condition-sentence/index.ts';
import { foldersOf } from '../../plain/filter-address.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { problemText } from '../../plain/problem-words.ts';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { refreshFilters } from './use-filter-form.ts';

/** Shared filters folder by folder; each can be moved in its folder, switched off, and opened. */
export function FiltersTable({ filters, onOpen }: { filters: readonly Filter[]; onOpen: (filter: Filter) => void }) {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const changedBy = useLastChanges('filter');
  const change = useChange();
  const say = useConditionSentence();
  const seenBy = (visibility: FilterVisibility) => {
    if (visibility.for === 'everyone') return words.everyone;
    if (visibility.for === 'user') return words.onlyMe;
    return words.groupOf(groups.find(({ id }) => id === visibility.groupId)?.name ?? String(visibility.groupId));
  };
  if (filters.length === 0) return <EmptyState icon="filter">{words.none}</EmptyState>;
  return foldersOf(filters).map((folder) => (
    <DataTable<Filter>
      key={folder.name}
      caption={folder.name || words.top}
      rows={folder.filters}
      rowId={({ id }) => String(id)}
      rowName={({ name }) => name}
      onOpen={onOpen}
      onMove={(filter, place) => change.move(filters, folder.filters, { filter, place })}
      columns={[
        {
          id: 'name',
          header: words.name,
          width: '20%',
          cell: ({ name, key, routes }) => (
            <>
              {key === null ? name : seededName('filters', name, key)}{' '}
              {routes && <Badge tone="accent">{words.routed}</Badge>}
            </>
          ),
        },
        {
          id: 'finds',
          header: words.finds,
          isExtra: true,
          cell: ({ conditions, description }) => say(conditions, description),
        },
        {
          id: 'who',
          header: words.visibility,
          width: '16%',
          isExtra: true,
          cell: ({ visibility }) => seenBy(visibility),
        },
        {
          id: 'changed',
          header: words.changed,
          width: '96px',
          align: 'end',
          isExtra: true,
          cell: ({ id, updatedAt }) => <LastChange at={updatedAt} by={changedBy(id, updatedAt)} />,
        },
        {
          id: 'enabled',
          header: words.enabled,
          width: '64px',
          cell: (filter) => (
            <Switch
              aria-label={words.enabledOf(filter.name)}
              isSelected={filter.enabled}
              onChange={(enabled) => change.enable(filter, enabled)}
            />
          ),
        },
      ]}
    />
  ));
}

interface Move {
  filter: Filter;
  place: number;
}

/** Order and switches hold at once; the desk is told, and what it refuses is put back. */
function useChange() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(filtersApi.list, { query: { scope: 'shared' } });
  const settled = {
    onError: (error: Error) => toasts.show({ tone: 'danger', text: words.notChanged, detail: problemText(error) }),
    onSettled: () => refreshFilters(queries),
  };
  const reorder = useCommand(filtersApi.reorder, settled);
  const update = useCommand(filtersApi.update, settled);
  const show = (items: Filter[]) => queries.setQueryData(key, { items });
  return {
    move: (all: readonly Filter[], folder: readonly Filter[], { filter, place }: Move) => {
      const moved = folder.filter(({ id }) => id !== filter.id).toSpliced(place, 0, filter);
      const order = moved.values();
      const items = all.map((one) => (one.folder === filter.folder ? (order.next().value ?? one) : one));
      show(items);
      reorder.mutate({ body: { filterIds: items.map(({ id }) => id) } });
    },
    enable: (filter: Filter, enabled: boolean) => {
      const known = queries.getQueryData<{ items: Filter[] }>(key)?.items ?? [];
      show(known.map((one) => (one.id === filter.id ? { ...one, enabled } : one)));
      update.mutate({ params: { filterId: filter.id }, body: { enabled } });
    },
  };
}
