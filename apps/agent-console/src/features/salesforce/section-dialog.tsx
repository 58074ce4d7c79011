import { salesforcePaneApi, WritePaneSection } from '@bureau/contracts';
import type { PaneMatch, PaneSection } from '@bureau/contracts';
import { keyOf, useClient, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, Checkbox, Dialog, FormField, Select, TextField, useToasts } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from '../../pieces/form/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { FieldChips } from './field-chips.tsx';
import { sectionWords as words } from './salesforce-sections.words.ts';

type Fields = Omit<WritePaneSection, 'salesforceObject'> & { salesforceObject: string };

interface SectionDialogProps {
  /** Null: a new one. */
  section: PaneSection | null;
  roles: readonly { id: number; name: string }[];
  onClose: () => void;
}

const FRESH: Fields = {
  ...{ part: 'related', label: '', salesforceObject: '', fields: [], sort: null, limit: 5, roleIds: null },
  match: { field: 'AccountId', equals: 'account' },
};

const comparisons = (['account', 'contact', 'case', 'email', 'company-name'] as const).map((id) => ({
  id,
  label: words.equals[id],
}));

/** One section: which records, which of their fields, for whom. */
export function SectionDialog({ section, roles, onClose }: SectionDialogProps) {
  const form = useSectionForm(section, onClose);
  const remove = useRemove(onClose);
  const { values, set, errorOf } = form;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={section ? words.change(section.label) : words.add}
      actions={
        <>
          {section && (
            <Button variant="danger" isPending={remove.isPending} onPress={() => remove.run(section)}>
              {words.delete}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isPending={form.isSaving} onPress={() => void form.submit()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="salesforce-pairing">
        {form.error && <Banner tone="danger">{form.error}</Banner>}
        <TextField
          label={words.label}
          error={errorOf('label')}
          value={values.label}
          onChange={(label) => set({ label })}
          validationBehavior="aria"
          maxLength={100}
          autoFocus={section === null}
        />
        <WhichRecords form={form} />
        <TextField
          label={words.limit}
          help={words.limitHelp}
          error={errorOf('limit')}
          inputMode="numeric"
          value={String(values.limit)}
          onChange={(typed) => set({ limit: Number(typed.replace(/\D/g, '')) })}
          validationBehavior="aria"
        />
        <fieldset className="salesforce-group">
          <legend className="bu-field-label">{words.roles}</legend>
          {roles.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={values.roleIds?.includes(id) ?? false}
              onChange={(on) => set({ roleIds: withRole(values.roleIds, id, on) })}
            >
              {name}
            </Checkbox>
          ))}
          <span className="bu-field-help">{words.rolesHelp}</span>
        </fieldset>
      </div>
    </Dialog>
  );
}

function withRole(roleIds: readonly number[] | null, id: number, on: boolean): number[] | null {
  const next = on ? [...(roleIds ?? []), id] : (roleIds ?? []).filter((one) => one !== id);
  return next.length === 0 ? null : next;
}

function useSectionForm(section: PaneSection | null, onClose: () => void): Form<Fields> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return useForm<Fields>({
    saved: section ?? FRESH,
    save: async (values) => {
      const body = writtenOf(values);
      if (section) await client.call(salesforcePaneApi.update, { params: { sectionId: section.id }, body });
      else await client.call(salesforcePaneApi.add, { body });
      toasts.show({ text: words.saved });
      await queries.invalidateQueries({ queryKey: keyOf(salesforcePaneApi.sections) });
      onClose();
    },
    check: WritePaneSection,
    isUnguarded: true,
  });
}

function writtenOf({
  part,
  label,
  salesforceObject,
  match,
  fields,
  sort,
  limit,
  roleIds,
}: WritePaneSection): WritePaneSection {
  return { part, label, salesforceObject, match, fields, sort, limit, roleIds };
}

/** Takes a section away, and offers to bring it back. */
function useRemove(onClose: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const refresh = () => queries.invalidateQueries({ queryKey: keyOf(salesforcePaneApi.sections) });
  const bringBack = async (section: PaneSection) => {
    try {
      await client.call(salesforcePaneApi.add, { body: { ...writtenOf(section), position: section.position } });
      await refresh();
    } catch (error) {
      toasts.show({ tone: 'danger', text: words.notBroughtBack, detail: problemText(error) });
    }
  };
  const remove = useCommand(salesforcePaneApi.remove, {
    onError: (error) => void toasts.show({ tone: 'danger', text: words.notDeleted, detail: problemText(error) }),
  });
  const run = (section: PaneSection) =>
    remove.mutate(
      { params: { sectionId: section.id } },
      {
        onSuccess: () => {
          toasts.show({ text: words.deleted(section.label), onUndo: () => void bringBack(section) });
          void refresh();
          onClose();
        },
      },
    );
  return { run, isPending: remove.isPending };
}

/** The object, the rule that finds its records, and the fields that are shown. */
function WhichRecords({ form: { values, set, errorOf } }: { form: Form<Fields> }) {
  const objects = useRoute(salesforcePaneApi.objects, {});
  const params = { salesforceObject: values.salesforceObject };
  const offered = useRoute(salesforcePaneApi.fields, { params }, { enabled: values.salesforceObject !== '' });
  const fields = (offered.data?.items ?? []).map(({ path, label }) => ({ id: path, label, detail: path }));
  return (
    <>
      {(objects.isError || offered.isError) && <Banner tone="caution">{words.choicesFailed}</Banner>}
      <ComboBox
        label={words.object}
        placeholder={words.chooseObject}
        error={errorOf('salesforceObject')}
        choices={(objects.data?.items ?? []).map(({ name, label }) => ({ id: name, label, detail: name }))}
        value={values.salesforceObject || null}
        onChange={(name) => set({ salesforceObject: name ?? '', fields: [] })}
      />
      <ComboBox
        label={words.matchField}
        error={errorOf('match.field')}
        choices={fields}
        value={values.match.field}
        onChange={(field) => field !== null && set({ match: { ...values.match, field } })}
      />
      <Select<PaneMatch['equals']>
        label={words.matchEquals}
        choices={comparisons}
        value={values.match.equals}
        onChange={(equals) => set({ match: { ...values.match, equals } })}
      />
      <FormField label={words.fields} help={words.fieldsHelp} error={errorOf('fields') ?? errorOf('fields.0')}>
        {() => (
          <FieldChips
            label={words.addField}
            chosen={values.fields}
            offered={fields}
            onChange={(chosen) => set({ fields: chosen })}
          />
        )}
      </FormField>
    </>
  );
}
