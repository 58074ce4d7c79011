import { brandsApi, templatesApi } from '@bureau/contracts';
import type { Brand, Template } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { templatesWords as words } from './templates.words.ts';

type Go = AdminPageProps['go'];

/** Every template and every signature, each opening where it is written. */
export function TemplateTables({ go }: { go: Go }) {
  const session = useSession();
  const templates = useRoute(templatesApi.list, {});
  const mayList = can(session, brandsApi.list);
  const brands = useRoute(brandsApi.list, {}, { enabled: mayList });
  const nameOf = (brandId: number | null) =>
    brandId === null ? words.everyBrand : (brands.data?.items.find(({ id }) => id === brandId)?.name ?? '');
  return (
    <AdminPage title={words.title} lead={words.lead}>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(nameOf)}
        rows={templates.data?.items ?? []}
        rowId={({ kind, brandId }) => `${kind} ${brandId}`}
        onOpen={({ kind, brandId }) => go({ item: kind, query: brandId === null ? {} : { brand: String(brandId) } })}
      >
        {templates.isError ? (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void templates.refetch()}
            isRetrying={templates.isFetching}
          />
        ) : (
          <Skeleton rows={6} />
        )}
      </DataTable>
      {can(session, brandsApi.change) && mayList && <Signatures brands={brands.data?.items ?? []} go={go} />}
    </AdminPage>
  );
}

function columnsWith(nameOf: (brandId: number | null) => string): Column<Template>[] {
  return [
    {
      id: 'kind',
      header: words.kind,
      cell: ({ kind }) => (
        <span className="template-kind">
          {words.kinds[kind].name}
          <span>{words.kinds[kind].about}</span>
        </span>
      ),
    },
    { id: 'brand', header: words.brand, cell: ({ brandId }) => nameOf(brandId) },
    {
      id: 'words',
      header: words.words,
      cell: ({ origin }) => <Badge tone={origin === 'own' ? 'accent' : 'neutral'}>{words.origins[origin]}</Badge>,
    },
    {
      id: 'changed',
      header: words.changed,
      align: 'end',
      isExtra: true,
      cell: ({ updatedAt, updatedBy, origin }) => (
        <LastChange at={origin === 'own' ? updatedAt : null} by={updatedBy?.name} />
      ),
    },
  ];
}

const signatureColumns: readonly Column<Brand>[] = [
  { id: 'brand', header: words.signatures.brand, cell: ({ name }) => name },
  {
    id: 'signature',
    header: words.signatures.signature,
    cell: ({ signature }) => (
      <span className="template-signature">{signature.trim() === '' ? words.signatures.none : signature.trim()}</span>
    ),
  },
];

function Signatures({ brands, go }: { brands: readonly Brand[]; go: Go }) {
  return (
    <AdminSection title={words.signatures.title} lead={words.signatures.lead}>
      <DataTable
        caption={words.signatures.caption}
        isCaptionHidden
        columns={signatureColumns}
        rows={brands}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: 'signature', query: { brand: String(id) } })}
      >
        <Skeleton rows={2} shape="compact" />
      </DataTable>
    </AdminSection>
  );
}
