import type { CustomField, CustomFieldValue } from '@bureau/contracts';
import { useState } from 'react';
import { CustomFieldInputOf } from '../../pieces/custom-field-inputs/index.ts';
import { customFieldsWords as words } from './custom-fields.words.ts';

/** The field as it will stand in a case, to be tried out; what is typed goes nowhere. */
export function FieldPreview({ field }: { field: Pick<CustomField, 'label' | 'type' | 'choices'> }) {
  const [value, setValue] = useState<CustomFieldValue | null>(null);
  const shown = { ...field, label: field.label.trim() || words.unnamed, choices: field.choices.filter(Boolean) };
  return (
    <section className="field-preview" aria-label={words.preview}>
      <p>{words.preview}</p>
      <CustomFieldInputOf key={field.type} field={shown} value={value} error={undefined} onChange={setValue} />
    </section>
  );
}
