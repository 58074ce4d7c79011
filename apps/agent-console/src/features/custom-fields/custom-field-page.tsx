import { CreateCustomField, customFieldsApi, CustomFieldType } from '@bureau/contracts';
import type { CustomField, CustomFieldOwner } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Checkbox, EmptyState, ErrorState, Select, Skeleton, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { ChoiceList } from './choice-list.tsx';
import { customFieldsWords as words } from './custom-fields.words.ts';
import { FieldPreview } from './field-preview.tsx';
import { RemovedChoices } from './removed-choices.tsx';

interface CustomFieldPageProps {
  /** Null: a new one, of `owner`. */
  fieldId: number | null;
  owner: CustomFieldOwner;
  go: AdminPageProps['go'];
}

/** One custom field: what it is called, and what its list offers. */
export function CustomFieldPage({ fieldId, owner, go }: CustomFieldPageProps) {
  const fields = useRoute(customFieldsApi.list, {}, { enabled: fieldId !== null });
  const back = { label: words.back, href: `/admin/custom-fields?owner=${owner}` };
  if (fieldId === null) {
    return (
      <AdminPage title={words.addTo[owner]} back={back}>
        <FieldForm field={null} owner={owner} go={go} />
      </AdminPage>
    );
  }
  const field = fields.data?.items.find(({ id }) => id === fieldId);
  return (
    <AdminPage title={field?.label ?? words.title} lead={field && words.owners[field.owner]} back={back}>
      {fields.isPending && <Skeleton rows={4} />}
      {fields.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void fields.refetch()}
          isRetrying={fields.isFetching}
        />
      )}
      {fields.data && !field && <EmptyState icon="rows">{words.gone}</EmptyState>}
      {field && (
        <>
          <FieldForm key={field.id} field={field} owner={field.owner} go={go} />
          <AdminSection title={words.usesTitle}>
            <FieldUses customFieldId={field.id} />
          </AdminSection>
        </>
      )}
    </AdminPage>
  );
}

function FieldUses({ customFieldId }: { customFieldId: number }) {
  return <WhatLinksHere links={useLinks('custom-field', customFieldId)} />;
}

interface Fields {
  label: string;
  type: CustomFieldType;
  choices: string[];
  active: boolean;
}

interface FieldFormProps extends Pick<CustomFieldPageProps, 'owner' | 'go'> {
  field: CustomField | null;
}

function FieldForm({ field, owner, go }: FieldFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const form = useForm<Fields>({
    saved: field ? fieldsOf(field) : { label: '', type: 'text', choices: [], active: true },
    check: { safeParse: (values) => CreateCustomField.safeParse({ ...valuesOf(values), owner }) },
    save: async ({ label, type, active, ...rest }) => {
      const choices = type === 'list' ? rest.choices : [];
      await (field
        ? client.call(customFieldsApi.update, {
            params: { customFieldId: field.id },
            body: { label, active, ...(type === 'list' ? { choices } : {}) },
          })
        : client.call(customFieldsApi.create, { body: { owner, label, type, choices } }));
      await queries.invalidateQueries({ queryKey: keyOf(customFieldsApi.list) });
      if (!field) go({ query: { owner } });
    },
  });
  const { values, set, errorOf } = form;
  const onCancel = field ? undefined : { label: words.cancel, run: () => go({ query: { owner } }) };
  return (
    <FormFrame form={form} isNew={!field} saveLabel={field ? undefined : words.create} onCancel={onCancel}>
      <TextField
        label={words.label}
        help={words.labelHelp}
        error={errorOf('label')}
        autoFocus={!field}
        maxLength={100}
        value={values.label}
        onChange={(label) => set({ label })}
      />
      {field && <TextField label={words.key} help={words.keyHelp} isReadOnly value={field.key} />}
      <Select
        label={words.type}
        help={words.typeHelp}
        isDisabled={field !== null}
        choices={CustomFieldType.options.map((type) => ({ id: type, label: words.types[type] }))}
        value={values.type}
        onChange={(type) => set({ type, choices: type === 'list' ? [''] : [] })}
      />
      {values.type === 'list' && (
        <ChoiceList choices={values.choices} errorOf={errorOf} onChange={(choices) => set({ choices })} />
      )}
      {field && <RemovedChoices field={field} choices={values.choices} />}
      {field && (
        <Checkbox help={words.activeHelp} isSelected={values.active} onChange={(active) => set({ active })}>
          {words.use}
        </Checkbox>
      )}
      <FieldPreview field={values} />
    </FormFrame>
  );
}

function fieldsOf({ label, type, choices, active }: CustomField): Fields {
  return { label, type, choices, active };
}

/** What the check of the contract looks at; a field that is no record is refused by it too. */
function valuesOf(values: unknown): object {
  return typeof values === 'object' && values !== null ? values : {};
}
