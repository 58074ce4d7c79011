import type { CustomField } from '@bureau/contracts';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { fieldsWords as words } from './case-fields.words.ts';
import type { EditorProps } from './field-editor.tsx';

const inputs: Record<CustomField['type'], { type: string; inputMode?: 'numeric' }> = {
  text: { type: 'text' },
  integer: { type: 'text', inputMode: 'numeric' },
  date: { type: 'date' },
  list: { type: 'text' },
  boolean: { type: 'text' },
};

/** Text, a number or a day: looks like words until one is in it. Leaving and Enter save, Esc brings the old value back. */
export function TextEditor({ field, state, labelId, errorId }: EditorProps) {
  const known = state.value === null ? '' : String(state.value);
  // What is typed and not saved; null: what the case holds.
  const [typed, setTyped] = useState<string | null>(null);
  const [isIn, setIn] = useState(false);
  const save = async () => {
    if (typed === null) return;
    if (await state.save(typed)) setTyped(null);
  };
  const bringBack = () => {
    setTyped(null);
    state.forgive();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save();
    if (event.key !== 'Escape' || typed === null) return;
    // The first Esc is for the field; the next one leaves the case as ever.
    event.preventDefault();
    event.stopPropagation();
    bringBack();
  };
  const shown = typed ?? known;
  // An empty date has a face of its own in every browser; ours says that it is not set.
  const type = inputs[field.type].type === 'date' && shown === '' && !isIn ? 'text' : inputs[field.type].type;
  return (
    <input
      type={type}
      inputMode={inputs[field.type].inputMode}
      className="field-face field-input"
      aria-labelledby={labelId}
      aria-invalid={errorId !== undefined || undefined}
      aria-describedby={errorId}
      title={words.hint}
      placeholder={words.empty}
      value={shown}
      data-empty={shown === '' || undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (state.error !== undefined) state.forgive();
      }}
      onFocus={() => setIn(true)}
      onBlur={() => {
        setIn(false);
        void save();
      }}
      onKeyDown={onKeyDown}
    />
  );
}
