import { brandsApi, ChangeBrand, templatesApi } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { ErrorState, Skeleton } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { SourceField } from './source-field.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { templatesWords as words } from './templates.words.ts';

/** The signature of a brand, and beside it a reply that carries it. */
export function SignaturePage({ brandId }: { brandId: number }) {
  const brands = useRoute(brandsApi.list, {});
  const brand = brands.data?.items.find(({ id }) => id === brandId);
  return (
    <AdminPage
      isWide
      title={brand ? words.signatures.pageTitle(brand.name) : words.signatures.title}
      lead={words.signatures.lead}
      back={{ label: words.back, href: '/admin/templates' }}
    >
      {brands.isPending && <Skeleton rows={6} />}
      {brands.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void brands.refetch()}
          isRetrying={brands.isFetching}
        />
      )}
      {brand && <SignatureForm key={brandId} brandId={brandId} signature={brand.signature} />}
    </AdminPage>
  );
}

function SignatureForm({ brandId, signature }: { brandId: number; signature: string }) {
  const client = useClient();
  const queries = useQueryClient();
  const template = useRoute(templatesApi.get, { params: { templateKind: 'reply' }, query: { brandId } });
  const form = useForm({
    saved: { signature },
    check: ChangeBrand,
    save: async (body) => {
      await client.call(brandsApi.change, { params: { brandId }, body });
      await queries.invalidateQueries({ queryKey: keyOf(brandsApi.list) });
    },
  });
  const { values, set, errorOf } = form;
  return (
    <div className="template-editor">
      <FormFrame form={form}>
        <SourceField
          place="signature"
          label={words.signatures.signature}
          help={words.signatures.help}
          rows={6}
          error={errorOf('signature')}
          value={values.signature}
          onChange={(next) => set({ signature: next })}
        />
      </FormFrame>
      {template.data && (
        <TemplatePreview wanted={{ kind: 'reply', brandId, html: template.data.html, signature: values.signature }} />
      )}
    </div>
  );
}
