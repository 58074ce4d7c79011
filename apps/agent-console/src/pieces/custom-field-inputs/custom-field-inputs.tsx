import { customFieldsApi } from '@bureau/contracts';
import type { CustomField, CustomFieldOwner, CustomFieldValue, CustomFieldValues } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Select, TextField } from '@bureau/ui';
import { customFieldInputWords as words } from './custom-field-inputs.words.ts';

export interface CustomFieldInputsProps {
  owner: CustomFieldOwner;
  values: CustomFieldInput;
  onChange: (values: CustomFieldInput) => void;
  /** What is wrong with a field, by its key. */
  errorOf: (key: string) => string | undefined;
}

/** What a form holds of custom fields: null clears one. */
export type CustomFieldInput = Readonly<Record<string, CustomFieldValue | null>>;

/** The custom fields of a case, customer or company in a form, in the desk's order. */
export function CustomFieldInputs({ owner, values, onChange, errorOf }: CustomFieldInputsProps) {
  const fields = useRoute(customFieldsApi.list, { query: { owner } });
  const active = (fields.data?.items ?? []).filter((field) => field.active);
  return active.map((field) => (
    <CustomFieldInputOf
      key={field.key}
      field={field}
      value={values[field.key] ?? null}
      error={errorOf(field.key)}
      onChange={(value) => onChange({ ...values, [field.key]: value })}
    />
  ));
}

export interface CustomFieldInputOfProps {
  field: Pick<CustomField, 'label' | 'type' | 'choices'>;
  value: CustomFieldValue | null;
  error: string | undefined;
  onChange: (value: CustomFieldValue | null) => void;
}

const NONE = '';

/** The input that fits the type of one field. */
export function CustomFieldInputOf({ field, value, error, onChange }: CustomFieldInputOfProps) {
  const text = value === null ? '' : String(value);
  if (field.type === 'boolean') {
    return (
      <Select
        label={field.label}
        error={error}
        choices={[
          { id: NONE, label: words.unknown },
          { id: 'true', label: words.yes },
          { id: 'false', label: words.no },
        ]}
        value={text}
        onChange={(id) => onChange(id === NONE ? null : id === 'true')}
      />
    );
  }
  if (field.type === 'list') {
    return (
      <Select
        label={field.label}
        error={error}
        choices={[
          { id: NONE, label: words.unknown },
          ...field.choices.map((choice) => ({ id: choice, label: choice.split('::').join(' › ') })),
        ]}
        value={text}
        onChange={(id) => onChange(id === NONE ? null : id)}
      />
    );
  }
  const type = field.type === 'date' ? { type: 'date' } : {};
  return (
    <TextField
      {...type}
      label={field.label}
      error={error}
      validationBehavior="aria"
      inputMode={field.type === 'integer' ? 'numeric' : undefined}
      value={text}
      onChange={(typed) => onChange(typed === '' ? null : typed)}
    />
  );
}

/** The custom fields that have a value, in words. */
export function customFieldFacts(
  fields: readonly CustomField[],
  values: CustomFieldValues,
): { key: string; label: string; text: string }[] {
  return fields.flatMap(({ key, label }) => {
    const value = values[key];
    if (value === undefined) return [];
    const text = typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value).split('::').join(' › ');
    return [{ key, label, text }];
  });
}
