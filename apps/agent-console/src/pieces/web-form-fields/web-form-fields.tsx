import { customFieldsApi, webFormsApi } from '@bureau/contracts';
import type { WebFormField } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Select, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { AdminSection } from '../admin-page/index.ts';
import { webFormWords as words } from './web-form-fields.words.ts';

type Wish = 'no' | 'optional' | 'required';

const WISHES = (['no', 'optional', 'required'] as const).map((id) => ({ id, label: words[id] }));

/** Which custom fields of cases the e-mail form of a brand asks for; saved at once. */
export function WebFormFields({ brandId, mayChange }: { brandId: number; mayChange: boolean }) {
  const params = { brandId };
  const form = useRoute(webFormsApi.read, { params });
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } });
  const choose = useChoice(brandId, form.data?.fields ?? []);
  const active = fields.data?.items.filter((field) => field.active) ?? [];
  return (
    <AdminSection title={words.title} lead={words.lead}>
      {(form.isPending || fields.isPending) && <Skeleton rows={2} />}
      {(form.isError || fields.isError) && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(form.error ?? fields.error)}
          onRetry={() => void Promise.all([form.refetch(), fields.refetch()])}
          isRetrying={form.isFetching || fields.isFetching}
        />
      )}
      {fields.isSuccess && active.length === 0 && <EmptyState icon="list">{words.none}</EmptyState>}
      {form.isSuccess &&
        active.map(({ id, label }) => (
          <Select<Wish>
            key={id}
            label={label}
            isDisabled={!mayChange}
            choices={WISHES}
            value={wishOf(id, form.data.fields)}
            onChange={(wish) => void choose(id, wish)}
          />
        ))}
    </AdminSection>
  );
}

function useChoice(brandId: number, asked: readonly WebFormField[]) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const write = useCommand(webFormsApi.write);
  const params = { brandId };
  return async (customFieldId: number, wish: Wish): Promise<void> => {
    const others = asked.filter((field) => field.customFieldId !== customFieldId);
    const fields = wish === 'no' ? others : [...others, { customFieldId, required: wish === 'required' }];
    try {
      const saved = await write.mutateAsync({ params, body: { fields } });
      queries.setQueryData(keyOf(webFormsApi.read, { params }), saved);
      toasts.show({ text: words.saved });
    } catch (error) {
      toasts.show({ tone: 'danger', text: words.refused, detail: problemText(error) });
    }
  };
}

function wishOf(id: number, asked: readonly WebFormField[]): Wish {
  const field = asked.find(({ customFieldId }) => customFieldId === id);
  if (!field) return 'no';
  return field.required ? 'required' : 'optional';
}
