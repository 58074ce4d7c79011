import './slash-macros.css';
import type { Case } from '@bureau/contracts';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { foundMacros, useApplyMacros, useMacros } from '../../pieces/macros/index.ts';
import { composerWords } from './composer.words.ts';
import { slashQuery } from './slash-query.ts';
import type { SlashQuery } from './slash-query.ts';

const words = composerWords.slash;

const SHOWN = 8;

export interface SlashMacrosProps {
  supportCase: Case;
  editor: Editor;
}

/** A stroke at the start of a line offers the macros: arrows move, Enter applies, Esc leaves the stroke as it is. */
export function SlashMacros({ supportCase, editor }: SlashMacrosProps) {
  const [query, setQuery] = useState<SlashQuery | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () => {
      const now = editor.isFocused ? slashQuery(editor) : null;
      setQuery(now);
      if (now === null) setLeft(null);
    };
    const leave = () => setQuery(null);
    editor.on('transaction', look).on('blur', leave);
    return () => void editor.off('transaction', look).off('blur', leave);
  }, [editor]);
  if (query === null || query.from === left) return null;
  return (
    <Suggestions
      key={query.from}
      supportCase={supportCase}
      editor={editor}
      query={query}
      onLeave={() => setLeft(query.from)}
    />
  );
}

interface SuggestionsProps extends SlashMacrosProps {
  query: SlashQuery;
  onLeave: () => void;
}

function Suggestions({ supportCase, editor, query, onLeave }: SuggestionsProps) {
  const id = useId();
  const { macros, answer } = useMacros();
  const apply = useApplyMacros(supportCase);
  const say = useSayAction();
  const rows = foundMacros(macros, query.typed).slice(0, SHOWN);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, Math.max(0, rows.length - 1));
  const choose = (index: number) => {
    const macro = rows[index]?.macro;
    if (!macro) return;
    editor.commands.deleteRange({ from: query.from, to: query.to });
    void apply([macro]);
  };
  useKeys(editor, {
    move: (by) => setPlace((at + by + rows.length) % Math.max(1, rows.length)),
    choose: () => choose(at),
    leave: onLeave,
    isEmpty: rows.length === 0,
  });
  useDescribed(editor, rows.length === 0 ? null : `${id}-${at}`);
  if (answer.isPending || (rows.length === 0 && query.typed.includes(' '))) return null;
  return createPortal(
    <div className="bu-popover slash" role="region" aria-label={words.label} style={placeOf(editor, query.from)}>
      <div role="listbox" aria-label={words.label} className="slash-list">
        {rows.map(({ macro, marks }, index) => (
          // The focus stays in the text, whose aria-activedescendant names the row; its keys are heard there.
          <div
            key={macro.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="slash-row"
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setPlace(index)}
            onClick={() => choose(index)}
          >
            <span className="slash-name bu-truncate">
              <MarkedText text={macro.name} marks={marks} />
            </span>
            <span className="slash-does bu-truncate">{macro.description || macro.actions.map(say).join(' · ')}</span>
          </div>
        ))}
      </div>
      <p className="slash-foot" role="status">
        {rows.length === 0 ? words.nothing(query.typed) : words.hint}
      </p>
    </div>,
    document.body,
  );
}

interface Keys {
  move: (by: 1 | -1) => void;
  choose: () => void;
  leave: () => void;
  isEmpty: boolean;
}

/** Heard before the editor and the keys of the case. */
function useKeys(editor: Editor, keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const run = actionOf(event, keys);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    // On the window, where the keys of the console are heard too: only before those can it hold Esc back.
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [editor]);
}

function actionOf({ key, shiftKey }: KeyboardEvent, keys: Keys): (() => void) | null {
  if (key === 'Escape') return keys.leave;
  if (keys.isEmpty || shiftKey) return null;
  if (key === 'ArrowDown') return () => keys.move(1);
  if (key === 'ArrowUp') return () => keys.move(-1);
  return key === 'Enter' || key === 'Tab' ? keys.choose : null;
}

/** Tells a screen reader in the text which row is meant. */
function useDescribed(editor: Editor, rowId: string | null): void {
  useEffect(() => {
    const { dom } = editor.view;
    if (rowId === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', rowId);
    return () => dom.removeAttribute('aria-activedescendant');
  }, [editor, rowId]);
}

const WIDTH = 360;
const GAP = 4;

/** Above the line, or below it where there is no room. */
function placeOf(editor: Editor, from: number): React.CSSProperties {
  const { left, top, bottom } = editor.view.coordsAtPos(from);
  const width = Math.min(WIDTH, window.innerWidth - 2 * GAP);
  const across = { width, left: Math.max(GAP, Math.min(left, window.innerWidth - width - GAP)) };
  return top > window.innerHeight / 2
    ? { ...across, bottom: window.innerHeight - top + GAP }
    : { ...across, top: bottom + GAP };
}
