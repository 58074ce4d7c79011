import { brandsApi, topicsApi } from '@bureau/contracts';
import type { Topic } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Badge, EmptyState, ErrorState, Skeleton, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { formatList } from '../../language/format.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { KnowledgeHead } from './knowledge-head.tsx';
import { knowledgeWords as words } from './knowledge.words.ts';

/** The topics in the order in which customers find them; by drag or by keyboard it is another one. */
export function TopicsPage({ go }: AdminPageProps) {
  const session = useSession();
  const topics = useRoute(topicsApi.list, { query: {} });
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const items = topics.data?.items ?? [];
  const move = useMove();
  const nameOf = (id: number) => brands.find((brand) => brand.id === id)?.name ?? String(id);
  return (
    <KnowledgeHead current="topics" go={go}>
      <DataTable
        caption={words.titles.topics}
        isCaptionHidden
        columns={columnsWith(nameOf)}
        rows={items}
        rowId={({ id }) => String(id)}
        rowName={({ name }) => name}
        onOpen={({ id }) => go({ item: `topic-${id}` })}
        onMove={can(session, topicsApi.order) ? (topic, place) => move(items, topic, place) : undefined}
      >
        {topics.isPending && <Skeleton rows={6} />}
        {topics.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void topics.refetch()}
            isRetrying={topics.isFetching}
          />
        )}
        {topics.isSuccess && <EmptyState icon="book">{words.noTopics}</EmptyState>}
      </DataTable>
    </KnowledgeHead>
  );
}

function columnsWith(nameOf: (brandId: number) => string): Column<Topic>[] {
  return [
    {
      id: 'name',
      header: words.columns.topic,
      cell: ({ name, description }) => (
        <span className="knowledge-subject">
          <span className="bu-truncate">{name}</span>
          <span className="knowledge-quiet bu-truncate">{description}</span>
        </span>
      ),
    },
    {
      id: 'audience',
      header: words.columns.audience,
      width: '18%',
      cell: ({ audience }) =>
        audience === 'public' ? words.audiences.public : <Badge tone="caution">{words.audiences[audience]}</Badge>,
    },
    {
      id: 'brands',
      header: words.columns.brands,
      width: '22%',
      isExtra: true,
      cell: ({ brandIds }) => (brandIds.length === 0 ? words.onNoPages : formatList(brandIds.map(nameOf))),
    },
    {
      id: 'articles',
      header: words.columns.articles,
      width: '96px',
      align: 'end',
      isExtra: true,
      cell: ({ articleCount, publishedCount }) => (
        <span className="bu-figures" title={words.publishedOf(publishedCount, articleCount)}>
          {words.shareOf(publishedCount, articleCount)}
        </span>
      ),
    },
    {
      id: 'changed',
      header: words.columns.changed,
      width: '96px',
      align: 'end',
      isExtra: true,
      cell: ({ updatedAt, updatedBy }) => <LastChange at={updatedAt} by={updatedBy?.name ?? null} />,
    },
  ];
}

/** The order holds at once; what the desk refuses is put back. */
function useMove() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(topicsApi.list, { query: {} });
  const order = useCommand(topicsApi.order, {
    onError: (error) => void toasts.show({ text: words.notDone, detail: problemText(error), tone: 'danger' }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (all: readonly Topic[], topic: Topic, place: number) => {
    const items = all.filter(({ id }) => id !== topic.id).toSpliced(place, 0, topic);
    queries.setQueryData(key, { items });
    order.mutate({ body: { topicIds: items.map(({ id }) => id) } });
  };
}
