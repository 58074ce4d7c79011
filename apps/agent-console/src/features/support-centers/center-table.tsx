import { supportCentersApi } from '@bureau/contracts';
import type { SupportCenter } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { formatList } from '../../language/format.ts';
import { languageName } from '../../plain/language-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { centerWords as words } from './support-centers.words.ts';

/** Every brand's support center: where it is, whether it is open, what it offers. */
export function CenterTable({ go }: Pick<AdminPageProps, 'go'>) {
  const centers = useRoute(supportCentersApi.list, {});
  return (
    <AdminPage title={words.title} lead={words.lead} isWide>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={centers.data?.items ?? []}
        rowId={({ brandId }) => String(brandId)}
        onOpen={({ brandId }) => go({ item: String(brandId) })}
      >
        <NoCenters centers={centers} />
      </DataTable>
    </AdminPage>
  );
}

const columns: Column<SupportCenter>[] = [
  {
    id: 'name',
    header: words.brand,
    width: '34%',
    cell: ({ name, address }) => (
      <span className="center-name">
        <strong>{name}</strong>
        <span>{address.replace(/^https?:\/\//, '')}</span>
      </span>
    ),
  },
  {
    id: 'open',
    header: words.state,
    width: '110px',
    cell: ({ open }) => <Badge tone={open ? 'positive' : 'neutral'}>{open ? words.isOpen : words.isClosed}</Badge>,
  },
  { id: 'offers', header: words.offers, cell: offersInWords },
  {
    id: 'languages',
    header: words.languages,
    isExtra: true,
    cell: ({ languages }) => formatList(languages.map(languageName)),
  },
  {
    id: 'changed',
    header: words.changed,
    width: '96px',
    align: 'end',
    isExtra: true,
    cell: ({ changed }) => <LastChange at={changed?.at ?? null} by={changed?.by} />,
  },
];

function offersInWords({ offers }: SupportCenter): string {
  const said = [
    words.articles,
    offers.email && words.offersEmail,
    offers.questions && words.offersQuestions,
    offers.myCases && words.offersMyCases,
  ].filter((part) => part !== false);
  return formatList(said);
}

function NoCenters({ centers }: { centers: ReturnType<typeof useRoute<typeof supportCentersApi.list>> }) {
  if (centers.isPending) return <Skeleton rows={3} />;
  if (!centers.isError) return <EmptyState icon="globe">{words.empty}</EmptyState>;
  return (
    <ErrorState
      what={words.failed}
      safe={words.safe}
      advice={problemText(centers.error)}
      onRetry={() => void centers.refetch()}
      isRetrying={centers.isFetching}
    />
  );
}
