import './search.css';
import { IconButton, SearchField, useShortcuts } from '@bureau/ui';
import { useRef, useState } from 'react';
import { searchWords as words } from './search.words.ts';

export interface SearchBoxProps {
  /** What is looked for now; empty outside of a search. */
  q: string;
  onSearch: (q: string) => void;
  onClose?: () => void;
}

/** The field above every list: / leads into it, Enter searches. */
export function SearchBox({ q, onSearch, onClose }: SearchBoxProps) {
  const [typed, type] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const { section, search } = words.shortcuts;
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcuts([{ id: 'list.search', keys: '/', section, description: search, run: focus }]);
  const submit = () => {
    const wanted = typed.trim();
    if (wanted !== '') onSearch(wanted);
  };
  return (
    <div className="search-box" role="search">
      <SearchField
        label={words.field}
        keys={typed === '' ? '/' : undefined}
        inputRef={input}
        value={typed}
        onChange={type}
        onSubmit={submit}
        maxLength={500}
      />
      {onClose && <IconButton icon="back" label={words.close} onPress={onClose} />}
    </div>
  );
}
