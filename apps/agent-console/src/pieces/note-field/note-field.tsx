import './note-field.css';
import { usersApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Avatar } from '@bureau/ui';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, Ref, SyntheticEvent } from 'react';
import { colleaguesLike, mentionAt } from './mentions.ts';
import type { Colleague } from './mentions.ts';

export interface NoteFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  isReadOnly?: boolean;
  fieldRef?: Ref<HTMLTextAreaElement>;
  onChange: (text: string) => void;
  onSubmit: () => void;
  onLeave: () => void;
  /** Files that were pasted or dropped into the text. */
  onFiles?: (files: readonly File[]) => void;
}

/** Colleagues who can be named: everybody but the writer. */
export function useColleagues(): Colleague[] {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  return (users.data?.items ?? []).filter(({ id }) => id !== user.id);
}

/** Plain text for colleagues; @ and the beginning of a name offer whom it may mean. */
export function NoteField({ label, placeholder, value, isReadOnly = false, fieldRef, ...on }: NoteFieldProps) {
  const id = useId();
  const own = useRef<HTMLTextAreaElement | null>(null);
  /** Where the cursor goes once a name is written out, before the next key. */
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    own.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [value]);
  const [cursor, setCursor] = useState(0);
  const [chosen, choose] = useState(0);
  const [isDismissed, dismiss] = useState(false);
  const colleagues = useColleagues();
  const mention = isDismissed ? null : mentionAt(value, cursor);
  const offered = mention ? colleaguesLike(colleagues, mention.typed) : [];
  const current = offered[Math.min(chosen, offered.length - 1)];

  const take = (colleague: Colleague) => {
    if (!mention) return;
    const begin = `${value.slice(0, mention.begin)}@${colleague.name} `;
    on.onChange(begin + value.slice(cursor));
    setCursor(begin.length);
    wanted.current = begin.length;
  };
  const takeFiles = (event: SyntheticEvent, { files }: DataTransfer) => {
    if (!on.onFiles || files.length === 0) return;
    event.preventDefault();
    on.onFiles([...files]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const does = current ? offeredKeys() : plainKeys(event);
    const run = does[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const offeredKeys = (): Record<string, (() => void) | undefined> => ({
    ArrowDown: () => choose((chosen + 1) % offered.length),
    ArrowUp: () => choose((chosen + offered.length - 1) % offered.length),
    Enter: () => current && take(current),
    Tab: () => current && take(current),
    Escape: () => dismiss(true),
  });
  const plainKeys = ({ ctrlKey, metaKey }: KeyboardEvent): Record<string, (() => void) | undefined> => ({
    Enter: ctrlKey || metaKey ? on.onSubmit : undefined,
    Escape: on.onLeave,
  });
  return (
    <div className="note-field">
      {current && (
        <ul id={`${id}-names`} role="listbox" aria-label={label} className="note-names">
          {offered.map((colleague) => (
            <li
              key={colleague.id}
              id={`${id}-${colleague.id}`}
              role="option"
              aria-selected={colleague === current}
              onMouseDown={(event) => {
                event.preventDefault();
                take(colleague);
              }}
            >
              <Avatar name={colleague.name} size={16} isDecoration />
              {colleague.name}
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={(element) => {
          own.current = element;
          if (typeof fieldRef === 'function') fieldRef(element);
          else if (fieldRef) fieldRef.current = element;
        }}
        className="note-text"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={current && `${id}-names`}
        aria-activedescendant={current && `${id}-${current.id}`}
        placeholder={placeholder}
        readOnly={isReadOnly}
        maxLength={100_000}
        value={value}
        onChange={({ target }) => {
          on.onChange(target.value);
          setCursor(target.selectionStart);
          choose(0);
          dismiss(false);
        }}
        onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={(event) => takeFiles(event, event.clipboardData)}
        onDrop={(event) => takeFiles(event, event.dataTransfer)}
      />
    </div>
  );
}
