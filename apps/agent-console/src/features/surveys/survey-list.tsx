import { surveysApi } from '@bureau/contracts';
import type { Survey } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { languageOfReader } from './language-of-reader.ts';
import { surveysWords as words } from './surveys.words.ts';

/** Every brand with what it asks, and when. */
export function SurveyList({ go }: Pick<AdminPageProps, 'go'>) {
  const surveys = useRoute(surveysApi.list, {});
  return (
    <AdminPage title={words.title} lead={words.lead} isWide>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={COLUMNS}
        rows={surveys.data?.items ?? []}
        rowId={({ brand }) => String(brand.id)}
        onOpen={({ brand }) => go({ item: String(brand.id) })}
      >
        {surveys.isPending && <Skeleton rows={2} />}
        {surveys.isSuccess && <EmptyState>{words.none}</EmptyState>}
        {surveys.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            advice={problemText(surveys.error)}
            onRetry={() => void surveys.refetch()}
            isRetrying={surveys.isFetching}
          />
        )}
      </DataTable>
    </AdminPage>
  );
}

const COLUMNS: Column<Survey>[] = [
  {
    id: 'brand',
    header: words.brand,
    width: '26%',
    cell: ({ brand, enabled }) => (
      <span className="survey-brand">
        <strong>{brand.name}</strong>
        <Badge tone={enabled ? 'positive' : 'neutral'}>{enabled ? words.on : words.off}</Badge>
      </span>
    ),
  },
  {
    id: 'question',
    header: words.question,
    cell: ({ words: asked, ratingType }) => (
      <>
        {asked[languageOfReader(asked)]?.question}
        <span className="survey-quiet">{words.scales[ratingType]}</span>
      </>
    ),
  },
  {
    id: 'when',
    header: words.when,
    width: '24%',
    isExtra: true,
    cell: ({ automatic, sendAfterHours }) => (automatic ? words.sentence(sendAfterHours) : words.byHand),
  },
  {
    id: 'changed',
    header: words.changed,
    width: '96px',
    align: 'end',
    isExtra: true,
    cell: ({ updatedAt, changedBy }) => <LastChange at={updatedAt} by={changedBy} />,
  },
];
