import { FormField } from '@bureau/ui';
import { ChipField } from '@bureau/ui/parts';
import { useState } from 'react';
import { useMacros } from '../../pieces/macros/index.ts';
import { macroPagesWords as words } from './macro-pages.words.ts';

export interface FoldersFieldProps {
  value: readonly string[];
  error: string | undefined;
  onChange: (folders: string[]) => void;
}

/** The folders that a macro stands in; those that others stand in are offered. */
export function FoldersField({ value, error, onChange }: FoldersFieldProps) {
  const { macros } = useMacros();
  const [typed, setTyped] = useState('');
  const known = [...new Set(macros.flatMap(({ folders }) => folders))].toSorted((a, b) => a.localeCompare(b));
  const suggestions = known
    .filter((folder) => !value.includes(folder) && folder.toLowerCase().includes(typed.trim().toLowerCase()))
    .map((folder) => ({ id: folder, label: folder }));
  const add = (written: string) => {
    const folder = written.trim().slice(0, 100);
    if (folder !== '' && !value.includes(folder)) onChange([...value, folder]);
  };
  return (
    <FormField label={words.form.folders} help={words.form.foldersHelp} error={error}>
      {() => (
        <div className="macro-folders">
          <ChipField
            label={words.form.folders}
            chips={value.map((folder) => ({ value: folder }))}
            suggestions={typed === '' ? [] : suggestions}
            onType={setTyped}
            onAdd={add}
            onRemove={(folder) => onChange(value.filter((one) => one !== folder))}
          />
        </div>
      )}
    </FormField>
  );
}
