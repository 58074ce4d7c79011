import './filter-editor.css';
import { filtersApi } from '@bureau/contracts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { useConditionSentence } from '../../pieces/condition-sentence/index.ts';
import { useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { FilterForm } from './filter-form.tsx';
import { FiltersTable } from './filters-table.tsx';
import { newValues, valuesOf } from './filter-values.ts';

/** The filters that others work with: what each finds, who sees it, in which order. */
export function FiltersPage({ item, go }: AdminPageProps) {
  const session = useSession();
  const say = useConditionSentence();
  const filters = useRoute(filtersApi.list, { query: { scope: 'shared' } });
  const filter = filters.data?.items.find(({ id }) => String(id) === item) ?? null;
  if (item === 'new' || filter) {
    const begins = filter ? valuesOf(filter) : { ...newValues(session), visibility: { for: 'everyone' as const } };
    return (
      <AdminPage
        title={filter?.name ?? words.newTitle}
        back={{ label: words.title, href: '/admin/filters' }}
        lead={filter ? say(filter.conditions, filter.description) : undefined}
        isWide
      >
        <FilterForm key={item} filter={filter} begins={begins} onDone={() => go({})} />
      </AdminPage>
    );
  }
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.new}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add} isWide>
      {filters.isPending && <Skeleton rows={8} />}
      {filters.isError && (
        <ErrorState what={words.failed} onRetry={() => void filters.refetch()} isRetrying={filters.isFetching} />
      )}
      {filters.data && item !== null && <EmptyState icon="filter">{words.missing}</EmptyState>}
      {filters.data && <FiltersTable filters={filters.data.items} onOpen={({ id }) => go({ item: String(id) })} />}
    </AdminPage>
  );
}
