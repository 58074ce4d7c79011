import type { Case, CustomField } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { useId } from 'react';
import { fieldsWords as words } from './case-fields.words.ts';
import { ChoiceEditor } from './choice-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import { useField } from './use-field.ts';
import type { FieldState } from './use-field.ts';
import { valueWords } from './field-value.ts';

export interface EditorProps {
  field: CustomField;
  state: FieldState;
  /** The element that says what the field is called, and the one that says what is wrong. */
  labelId: string;
  errorId: string | undefined;
}

/** One field with its name, its value to be changed in place, and what is wrong with it. */
export function FieldEditor({ supportCase, field }: { supportCase: Case; field: CustomField }) {
  const state = useField(supportCase, field);
  const id = useId();
  const { error, isReadOnly } = state;
  const editor = { field, state, labelId: `${id}-label`, errorId: error === undefined ? undefined : `${id}-error` };
  const isChosen = field.type === 'list' || field.type === 'boolean';
  return (
    <div className="case-field" data-inactive={!field.active || undefined}>
      <dt id={editor.labelId} title={field.label}>
        {field.label}
      </dt>
      <dd>
        {isReadOnly && <ReadOnly {...editor} />}
        {!isReadOnly && (isChosen ? <ChoiceEditor {...editor} /> : <TextEditor {...editor} />)}
        {error !== undefined && (
          <p id={editor.errorId} className="bu-field-error" role="alert">
            <Icon name="alert" size={12} />
            {error}
          </p>
        )}
      </dd>
    </div>
  );
}

function ReadOnly({ field, state: { value, frozen } }: EditorProps) {
  const hint = field.active ? (frozen ?? undefined) : words.inactive;
  return (
    <span className="field-face" data-empty={value === null || undefined} title={hint}>
      {value === null ? words.empty : valueWords(field, value)}
      {!field.active && <span className="bu-hidden"> {words.inactive}</span>}
    </span>
  );
}
