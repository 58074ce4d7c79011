import { brandsApi, CreateBrand } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { BrandInputs, slugOf } from './brand-fields.tsx';
import { brandWords as words } from './brands.words.ts';

const nothing = { name: '', slug: '', signature: '' };

/** A new face of the company; its mailboxes follow on its page. */
export function NewBrand({ go }: Pick<AdminPageProps, 'go'>) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const form = useForm({
    saved: nothing,
    check: CreateBrand,
    save: async (body) => {
      const brand = await client.call(brandsApi.create, { body });
      await queries.invalidateQueries({ queryKey: keyOf(brandsApi.list) });
      toasts.show({ text: words.added(brand.name), tone: 'positive' });
      go({ item: String(brand.id), replace: true });
    },
  });
  const set = (changes: Partial<typeof nothing>) => {
    // The slug follows the name until somebody writes one.
    const follows = form.values.slug === slugOf(form.values.name);
    form.set(changes.name !== undefined && follows ? { ...changes, slug: slugOf(changes.name) } : changes);
  };
  return (
    <AdminPage title={words.addTitle} lead={words.addLead} back={{ label: words.title, href: '/admin/brands' }}>
      <FormFrame form={form} isNew saveLabel={words.add} onCancel={{ label: words.cancel, run: () => go({}) }}>
        <BrandInputs values={form.values} set={set} errorOf={form.errorOf} />
      </FormFrame>
    </AdminPage>
  );
}
