import { brandsApi, ChangeBrand } from '@bureau/contracts';
import type { BrandDetails } from '@bureau/contracts';
import { can, useClient, useRoute, useSession } from '@bureau/client';
import { Button, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { BrandInputs } from './brand-fields.tsx';
import { BrandMailboxes } from './brand-mailboxes.tsx';
import { refreshBrands } from './refresh-brands.ts';
import { RemoveBrand } from './remove-brand.tsx';
import { WhoServes } from './who-serves.tsx';
import { brandWords as words } from './brands.words.ts';

const back = { label: words.title, href: '/admin/brands' };

/** One brand: its names and signature, its mailboxes, who serves it. */
export function BrandPage({ brandId, go }: { brandId: number; go: AdminPageProps['go'] }) {
  const session = useSession();
  const brand = useRoute(brandsApi.read, { params: { brandId } });
  const [isRemoving, setRemoving] = useState(false);
  const isManager = can(session, brandsApi.change);
  return (
    <AdminPage title={brand.data?.name ?? words.one} lead={brand.data && words.pageLead} back={back}>
      {brand.isPending && <Skeleton rows={6} />}
      {brand.isError && (
        <ErrorState
          what={words.oneFailed}
          advice={problemText(brand.error)}
          onRetry={() => void brand.refetch()}
          isRetrying={brand.isFetching}
        />
      )}
      {brand.data && (
        <>
          {isManager && <BrandForm brand={brand.data} />}
          <BrandMailboxes brand={brand.data} />
          <WhoServes brand={brand.data} />
          <AdminSection
            title={words.center}
            lead={words.centerLead}
            action={<Link href={`/admin/support-centers/${brandId}`}>{words.toCenter}</Link>}
          >
            {null}
          </AdminSection>
          {isManager && (
            <AdminSection
              title={words.remove.title}
              lead={words.remove.lead}
              action={
                <Button variant="danger" icon="trash" onPress={() => setRemoving(true)}>
                  {words.remove.begin}
                </Button>
              }
            >
              {null}
            </AdminSection>
          )}
          {isRemoving && (
            <RemoveBrand
              brand={brand.data}
              onClose={() => setRemoving(false)}
              onRemoved={() => go({ replace: true })}
            />
          )}
        </>
      )}
    </AdminPage>
  );
}

function BrandForm({ brand: { id, name, slug, signature } }: { brand: BrandDetails }) {
  const client = useClient();
  const queries = useQueryClient();
  const form = useForm({
    saved: { name, slug, signature },
    check: ChangeBrand,
    save: async (body) => {
      await client.call(brandsApi.change, { params: { brandId: id }, body });
      await refreshBrands(queries);
    },
  });
  return (
    <FormFrame form={form}>
      <BrandInputs values={form.values} set={form.set} errorOf={form.errorOf} />
    </FormFrame>
  );
}
