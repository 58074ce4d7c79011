import './placeholders.css';
import { customFieldsApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, IconButton, Menu, TextArea, TextField } from '@bureau/ui';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { placeholderMenu } from './placeholder-menu.ts';
import type { PlaceholdersOffered } from './placeholder-menu.ts';
import { placeholdersWords as words } from './placeholders.words.ts';

export interface PlaceholderFieldProps {
  offered: PlaceholdersOffered;
  label: string;
  help?: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Lines to begin with; left out: one line only. */
  rows?: number;
  maxLength?: number;
  /** Simple HTML is understood: buttons and keys make words bold, italic, a link. */
  isFormatted?: boolean;
  /** Shows how to say something where a value is missing. */
  hasHint?: boolean;
  /** For sources: letters of one width. */
  isSource?: boolean;
}

/** A text with placeholders, and a menu that puts one where the cursor stands. */
export function PlaceholderField(props: PlaceholderFieldProps) {
  const { offered, value, onChange, rows, isFormatted = false, hasHint = false, isSource = false, ...field } = props;
  const place = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const fields = useRoute(customFieldsApi.list, {}, { enabled: offered.withFields });
  const { insert, wrap } = useWriting(place, { value, onChange });
  const byKey = (event: KeyboardEvent) => {
    const format = isFormatted && (event.ctrlKey || event.metaKey) && !event.altKey ? FORMATS[event.key] : undefined;
    if (!format) return;
    event.preventDefault();
    wrap(...format);
  };
  return (
    <div className="placeholder-field" onKeyDown={byKey}>
      {rows === undefined ? (
        <TextField {...field} inputRef={place} validationBehavior="aria" value={value} onChange={onChange} />
      ) : (
        <TextArea
          {...field}
          textAreaRef={place}
          rows={rows}
          validationBehavior="aria"
          className={isSource ? 'placeholder-source' : undefined}
          value={value}
          onChange={onChange}
        />
      )}
      <div className="placeholder-tools">
        <Menu
          label={words.insert}
          trigger={
            <Button size="small" icon="plus">
              {words.insert}
            </Button>
          }
          groups={placeholderMenu(offered, { fields: fields.data?.items ?? [], insert })}
        />
        {isFormatted && (
          <>
            <IconButton size="small" icon="bold" label={words.bold} keys="mod+b" onPress={() => wrap('<b>', '</b>')} />
            <IconButton
              size="small"
              icon="italic"
              label={words.italic}
              keys="mod+i"
              onPress={() => wrap('<i>', '</i>')}
            />
            <IconButton
              size="small"
              icon="link"
              label={words.link}
              onPress={() => wrap('<a href="https://">', '</a>', words.linkWords)}
            />
          </>
        )}
        {hasHint && <span className="placeholder-hint">{words.defaultHint}</span>}
      </div>
    </div>
  );
}

const FORMATS: Record<string, [begin: string, end: string] | undefined> = {
  b: ['<b>', '</b>'],
  i: ['<i>', '</i>'],
};

interface Written {
  value: string;
  onChange: (value: string) => void;
}

/** Writes where the cursor stands, and leaves it behind what was written. */
function useWriting(place: { current: HTMLInputElement | HTMLTextAreaElement | null }, { value, onChange }: Written) {
  const put = (from: number, to: number, said: string, [begin, end] = [said.length, said.length]) => {
    onChange(value.slice(0, from) + said + value.slice(to));
    requestAnimationFrame(() => {
      place.current?.focus();
      place.current?.setSelectionRange(from + begin, from + end);
    });
  };
  const selection = () => {
    const { selectionStart, selectionEnd } = place.current ?? {};
    return [selectionStart ?? value.length, selectionEnd ?? value.length] as const;
  };
  return {
    insert: (tag: string, isBlock: boolean) => {
      const [from, to] = selection();
      if (!isBlock) return put(from, to, tag);
      const before = value.slice(0, from);
      const said = `${before === '' || before.endsWith('\n') ? '' : '\n'}${tag}\n`;
      put(from, value[to] === '\n' ? to + 1 : to, said);
    },
    wrap: (begin: string, end: string, example = '') => {
      const [from, to] = selection();
      const inside = from === to ? example : value.slice(from, to);
      put(from, to, begin + inside + end, [begin.length, begin.length + inside.length]);
    },
  };
}
