import { articlesApi } from '@bureau/contracts';
import type { ArticleHelp, FruitlessSearch } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Link, RelativeTime, Select, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatNumber } from '../../language/format.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { languageName } from '../../plain/language-name.ts';
import { KnowledgeHead } from './knowledge-head.tsx';
import { knowledgeWords } from './knowledge.words.ts';

const words = knowledgeWords.reports;
const PERIODS = ['7', '30', '90', '365'] as const;

const searches: readonly Column<FruitlessSearch>[] = [
  {
    id: 'words',
    header: words.columns.words,
    cell: (row) => <Link href={`/articles/new?subject=${encodeURIComponent(row.words)}`}>{row.words}</Link>,
  },
  {
    id: 'language',
    header: words.columns.language,
    width: '20%',
    isExtra: true,
    cell: ({ language }) => languageName(language),
  },
  {
    id: 'count',
    header: words.columns.times,
    width: '80px',
    align: 'end',
    cell: ({ count }) => <span className="bu-figures">{formatNumber(count)}</span>,
  },
  {
    id: 'last',
    header: words.columns.last,
    width: '96px',
    align: 'end',
    isExtra: true,
    cell: ({ lastAt }) => <RelativeTime at={lastAt} />,
  },
];

const helpfulness: readonly Column<ArticleHelp>[] = [
  {
    id: 'subject',
    header: words.columns.article,
    cell: ({ articleId, subject }) => <Link href={`/articles/${articleId}`}>{subject}</Link>,
  },
  {
    id: 'views',
    header: words.columns.views,
    width: '88px',
    align: 'end',
    isExtra: true,
    cell: ({ views }) => formatNumber(views),
  },
  {
    id: 'helpful',
    header: words.columns.helped,
    width: '88px',
    align: 'end',
    cell: ({ helpful }) => formatNumber(helpful),
  },
  {
    id: 'not',
    header: words.columns.didNotHelp,
    width: '104px',
    align: 'end',
    cell: ({ notHelpful }) => formatNumber(notHelpful),
  },
  {
    id: 'comments',
    header: words.columns.comments,
    width: '104px',
    align: 'end',
    isExtra: true,
    cell: ({ comments }) => formatNumber(comments),
  },
];

/** What readers looked for in vain, and which articles helped them least: what is to be written next. */
export function ReportsPage({ query, go }: AdminPageProps) {
  const days = PERIODS.find((one) => one === query['days']) ?? '30';
  const asked = { query: { days } };
  const missing = useRoute(articlesApi.fruitlessSearches, asked);
  const helped = useRoute(articlesApi.helpfulness, asked);
  return (
    <KnowledgeHead current="reports" go={go}>
      <div className="knowledge-tools">
        <Select
          aria-label={words.period}
          choices={PERIODS.map((id) => ({ id, label: words.lastDays(Number(id)) }))}
          value={days}
          onChange={(id) => go({ item: 'reports', query: { days: id }, replace: true })}
        />
      </div>
      <AdminSection title={words.searches} lead={words.searchesLead}>
        <DataTable
          caption={words.searches}
          isCaptionHidden
          columns={searches}
          rows={missing.data?.items ?? []}
          rowId={({ words: said, language, brandId }) => `${brandId} ${language} ${said}`}
        >
          <Nothing read={missing}>{words.noSearches}</Nothing>
        </DataTable>
      </AdminSection>
      <AdminSection title={words.helpfulness} lead={words.helpfulnessLead}>
        <DataTable
          caption={words.helpfulness}
          isCaptionHidden
          columns={helpfulness}
          rows={helped.data?.items ?? []}
          rowId={({ articleId }) => String(articleId)}
        >
          <Nothing read={helped}>{words.noVotes}</Nothing>
        </DataTable>
      </AdminSection>
    </KnowledgeHead>
  );
}

interface NothingProps {
  read: { isPending: boolean; isError: boolean; isFetching: boolean; refetch: () => Promise<unknown> };
  children: string;
}

function Nothing({ read, children }: NothingProps) {
  if (read.isPending) return <Skeleton rows={4} />;
  if (read.isError) {
    return <ErrorState what={knowledgeWords.failed} onRetry={() => void read.refetch()} isRetrying={read.isFetching} />;
  }
  return <EmptyState icon="chart">{children}</EmptyState>;
}
