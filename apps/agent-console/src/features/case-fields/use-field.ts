import type { Case, CustomField, CustomFieldValue } from '@bureau/contracts';
import { ApiProblem } from '@bureau/client';
import { useState } from 'react';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import type { CaseChange } from '../../pieces/change-case/index.ts';
import { fieldsWords as words } from './case-fields.words.ts';
import { readValue, valueWords } from './field-value.ts';

/** One custom field of a case, and how to change it. */
export function useField(supportCase: Case, field: CustomField) {
  const { frozen, change } = useChangeCase(supportCase);
  const [error, setError] = useState<string | undefined>();
  const { customFields } = supportCase;
  const value = customFields[field.key] ?? null;
  const isReadOnly = frozen !== null || !field.active;

  const to = (next: CustomFieldValue | null): CaseChange => {
    const { [field.key]: _, ...others } = customFields;
    const after = { customFields: next === null ? others : { ...others, [field.key]: next } };
    const said = next === null ? words.cleared(field.label) : words.changed(field.label, valueWords(field, next));
    return { body: { customFields: { [field.key]: next } }, after, said };
  };
  const onRefused = (refusal: Error) => {
    const found =
      refusal instanceof ApiProblem ? refusal.errors.find(({ path }) => path.includes(field.key)) : undefined;
    if (found) setError(found.message);
    return found !== undefined;
  };
  /** True when what was typed is right so far, or is what was there. */
  const save = async (typed: string): Promise<boolean> => {
    const read = readValue(field, typed);
    if ('error' in read) {
      setError(read.error);
      return false;
    }
    setError(undefined);
    return read.value === value || change(to(read.value), to(value), { onRefused });
  };
  return { value, error, isReadOnly, frozen, save, forgive: () => setError(undefined) };
}

export type FieldState = ReturnType<typeof useField>;
