import { CreateLabel, labelsApi, LabelType } from '@bureau/contracts';
import type { Label } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Checkbox, EmptyState, ErrorState, FormField, Skeleton, TextArea, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { ColorChoice } from './color-choice.tsx';
import { DeleteLabel } from './delete-label.tsx';
import { MergeLabel } from './merge-label.tsx';
import { labelsWords as words } from './labels.words.ts';

const back = { label: words.back, href: '/admin/labels' };

const UNWRITTEN: Fields = { name: '', description: '', color: 'default', types: ['case'], enabled: true };

type Fields = Pick<Label, 'name' | 'description' | 'color' | 'types' | 'enabled'>;

interface LabelPageProps {
  /** Null: a new one. */
  labelId: number | null;
  go: AdminPageProps['go'];
}

/** One label: its name, colour, and what it is for. */
export function LabelPage({ labelId, go }: LabelPageProps) {
  const labels = useRoute(labelsApi.list, {}, { enabled: labelId !== null });
  if (labelId === null) {
    return (
      <AdminPage title={words.add} back={back}>
        <LabelForm label={null} go={go} />
      </AdminPage>
    );
  }
  const label = labels.data?.items.find(({ id }) => id === labelId);
  const action = label && (
    <div className="label-actions">
      <MergeLabel label={label} labels={labels.data?.items ?? []} go={go} />
      <DeleteLabel label={label} go={go} />
    </div>
  );
  return (
    <AdminPage title={label?.name ?? words.title} back={back} action={action}>
      {labels.isPending && <Skeleton rows={4} />}
      {labels.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void labels.refetch()}
          isRetrying={labels.isFetching}
        />
      )}
      {labels.data && !label && <EmptyState icon="label">{words.gone}</EmptyState>}
      {label && <LabelForm key={label.id} label={label} go={go} />}
    </AdminPage>
  );
}

function LabelForm({ label, go }: { label: Label | null; go: AdminPageProps['go'] }) {
  const client = useClient();
  const queries = useQueryClient();
  const form = useForm<Fields>({
    saved: label ? fieldsOf(label) : UNWRITTEN,
    check: CreateLabel,
    save: async (body) => {
      await (label
        ? client.call(labelsApi.update, { params: { labelId: label.id }, body })
        : client.call(labelsApi.create, { body }));
      await queries.invalidateQueries({ queryKey: keyOf(labelsApi.list) });
      if (!label) go({});
    },
  });
  const { values, set, errorOf } = form;
  const onCancel = label ? undefined : { label: words.cancel, run: () => go({}) };
  return (
    <FormFrame form={form} isNew={!label} saveLabel={label ? undefined : words.create} onCancel={onCancel}>
      <TextField
        label={words.name}
        help={words.nameHelp}
        error={errorOf('name')}
        autoFocus={!label}
        maxLength={100}
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <ColorChoice value={values.color} name={values.name} onChange={(color) => set({ color })} />
      <TextArea
        label={words.description}
        help={words.descriptionHelp}
        error={errorOf('description')}
        rows={2}
        value={values.description}
        onChange={(description) => set({ description })}
      />
      <FormField label={words.types} help={words.typesHelp} error={errorOf('types')}>
        {({ id: _, ...described }) => (
          <div className="label-types" role="group" {...described}>
            {LabelType.options.map((type) => (
              <Checkbox
                key={type}
                isSelected={values.types.includes(type)}
                onChange={(is) =>
                  set({ types: LabelType.options.filter((one) => (one === type ? is : values.types.includes(one))) })
                }
              >
                {words.type[type]}
              </Checkbox>
            ))}
          </div>
        )}
      </FormField>
      <Checkbox help={words.enabledHelp} isSelected={values.enabled} onChange={(enabled) => set({ enabled })}>
        {words.offer}
      </Checkbox>
    </FormFrame>
  );
}

function fieldsOf({ name, description, color, types, enabled }: Label): Fields {
  return { name, description, color, types, enabled };
}
