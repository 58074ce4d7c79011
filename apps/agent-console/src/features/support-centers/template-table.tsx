import { themesApi } from '@bureau/contracts';
import type { ThemeTemplate } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { centerWords as words } from './support-centers.words.ts';

interface TemplateTableProps {
  brandId: number;
  onOpen: (template: string) => void;
}

/** The templates of a theme: what each draws, and whether it is the brand's own. */
export function TemplateTable({ brandId, onOpen }: TemplateTableProps) {
  const theme = useRoute(themesApi.list, { params: { brandId } });
  return (
    <div className="center-theme">
      <p className="center-quiet">{words.themeLead}</p>
      <DataTable
        caption={words.themeCaption}
        isCaptionHidden
        columns={columns}
        rows={theme.data?.items ?? []}
        rowId={({ name }) => name}
        onOpen={({ name }) => onOpen(name)}
      >
        {theme.isError ? (
          <ErrorState
            what={words.themeFailed}
            safe={words.safe}
            advice={problemText(theme.error)}
            onRetry={() => void theme.refetch()}
            isRetrying={theme.isFetching}
          />
        ) : (
          <Skeleton rows={8} />
        )}
      </DataTable>
    </div>
  );
}

const columns: Column<ThemeTemplate>[] = [
  {
    id: 'name',
    header: words.template,
    width: '60%',
    cell: ({ name }) => (
      <span className="center-name">
        <strong>{words.templates[name].name}</strong>
        <span>{words.templates[name].about}</span>
      </span>
    ),
  },
  {
    id: 'state',
    header: words.state,
    cell: ({ isOwn, version }) =>
      isOwn ? (
        <Badge tone="accent">{words.ownVersion(version)}</Badge>
      ) : (
        <span className="center-quiet">{words.original}</span>
      ),
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
