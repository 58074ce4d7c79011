import { ArticleState, articlesApi, brandsApi, topicsApi } from '@bureau/contracts';
import type { ArticleSummary } from '@bureau/contracts';
import { can, usePages, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, SearchField, Select, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Tone } from '@bureau/ui';
import type { Column } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import { LastChange } from '../../pieces/last-change/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { formatNumber } from '../../language/format.ts';
import { KnowledgeHead } from './knowledge-head.tsx';
import { knowledgeWords as words } from './knowledge.words.ts';
import { languageName } from '../../plain/language-name.ts';

const columns: readonly Column<ArticleSummary>[] = [
  { id: 'subject', header: words.columns.subject, cell: (row) => <Subject row={row} /> },
  {
    id: 'languages',
    header: words.columns.languages,
    width: '24%',
    isExtra: true,
    cell: ({ translations }) => (
      <span className="knowledge-badges">
        {translations.map(({ language, state, outdated }) => (
          <Badge key={language} tone={toneOf(state, outdated)}>
            {words.languageState(language, outdated && state !== 'draft' ? words.outdated : words.states[state])}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    id: 'quickcode',
    header: words.columns.quickcode,
    width: '12%',
    isExtra: true,
    cell: ({ quickcode }) => quickcode !== null && <code className="bu-truncate">{quickcode}</code>,
  },
  {
    id: 'helpful',
    header: words.columns.helpful,
    width: '104px',
    align: 'end',
    isExtra: true,
    cell: ({ helpful, notHelpful }) =>
      helpful + notHelpful > 0 && (
        <span className="bu-figures" title={words.helpfulOf(helpful, helpful + notHelpful)}>
          {formatNumber(helpful / (helpful + notHelpful), { style: 'percent' })}
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

function toneOf(state: ArticleState, outdated: boolean): Tone {
  if (state === 'draft') return 'neutral';
  return outdated ? 'caution' : 'positive';
}

function Subject({ row }: { row: ArticleSummary }) {
  return (
    <span className="knowledge-subject">
      <span className="knowledge-subject-line">
        <span className="bu-truncate">{row.subject}</span>
        {row.internal && <Badge tone="caution">{words.internal}</Badge>}
      </span>
      <span className="knowledge-quiet bu-truncate">{row.topic.name}</span>
    </span>
  );
}

/** All articles that the reader may see, narrowed by the address so that it can be passed on. */
export function ArticlesPage({ query, go }: AdminPageProps) {
  const [typed, type] = useState(query['q'] ?? '');
  const q = useDeferredValue(typed.trim());
  const state = ArticleState.safeParse(query['state']).data;
  const isTrash = query['state'] === 'deleted';
  const pages = usePages(articlesApi.list, {
    query: {
      ...(q !== '' && { q }),
      ...(query['topicId'] && { topicId: query['topicId'] }),
      ...(query['brandId'] && { brandId: query['brandId'] }),
      ...(query['language'] && { language: query['language'] }),
      ...(state && { state }),
      ...(query['state'] === 'outdated' && { outdated: 'true' }),
      ...(query['state'] === 'internal' && { internal: 'true' }),
      ...(isTrash && { deleted: 'true' }),
    },
  });
  const narrow = (changes: Record<string, string | null>) => {
    const next = Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    go({ query: Object.fromEntries(next), replace: true });
  };
  const clear = () => {
    type('');
    go({ replace: true });
  };
  const isNarrowed = typed.trim() !== '' || Object.keys(query).length > 0;
  return (
    <KnowledgeHead current="articles" go={go}>
      <div className="knowledge-tools">
        <SearchField
          label={words.find}
          value={typed}
          onChange={(next) => {
            type(next);
            narrow({ q: next.trim() });
          }}
        />
        <Narrowing query={query} onNarrow={narrow} />
        {isNarrowed && <Button onPress={clear}>{words.clear}</Button>}
      </div>
      <DataTable
        caption={words.titles.articles}
        isCaptionHidden
        columns={columns}
        rows={pages.items}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {pages.isPending && <Skeleton rows={10} />}
        {pages.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void pages.refetch()}
            isRetrying={pages.isFetching}
          />
        )}
        {pages.isSuccess && <EmptyState icon="book">{isNarrowed ? words.noMatch : words.noArticles}</EmptyState>}
      </DataTable>
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </KnowledgeHead>
  );
}

const ANY = 'any';
const states = [
  { id: ANY, label: words.anyState },
  ...ArticleState.options.map((id) => ({ id, label: words.states[id] })),
  { id: 'outdated', label: words.outdated },
  { id: 'internal', label: words.internal },
  { id: 'deleted', label: words.trash },
];

interface NarrowingProps {
  query: AdminPageProps['query'];
  onNarrow: (changes: Record<string, string | null>) => void;
}

function Narrowing({ query, onNarrow }: NarrowingProps) {
  const session = useSession();
  const topics = useRoute(topicsApi.list, { query: {} }).data?.items ?? [];
  const languages = [...new Set(topics.flatMap((topic) => topic.languages))];
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const choose = (field: string) => (id: string) => onNarrow({ [field]: id === ANY ? null : id });
  return (
    <>
      <Select
        aria-label={words.topic}
        choices={[
          { id: ANY, label: words.anyTopic },
          ...topics.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        value={query['topicId'] ?? ANY}
        onChange={choose('topicId')}
      />
      {brands.length > 1 && (
        <Select
          aria-label={words.brand}
          choices={[
            { id: ANY, label: words.anyBrand },
            ...brands.map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          value={query['brandId'] ?? ANY}
          onChange={choose('brandId')}
        />
      )}
      {languages.length > 1 && (
        <Select
          aria-label={words.language}
          choices={[{ id: ANY, label: words.anyLanguage }, ...languages.map((id) => ({ id, label: languageName(id) }))]}
          value={query['language'] ?? ANY}
          onChange={choose('language')}
        />
      )}
      <Select aria-label={words.state} choices={states} value={query['state'] ?? ANY} onChange={choose('state')} />
    </>
  );
}
