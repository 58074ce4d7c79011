import './slash-menu.css';
import type { Case, FoundArticle } from '@bureau/contracts';
import { Badge, Icon } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { useInsertArticle } from '../../pieces/insert-article/index.ts';
import { useApplyMacros } from '../../pieces/macros/index.ts';
import type { MacroRow } from '../../pieces/macros/index.ts';
import { MarkedText } from '../../pieces/marked-text/index.ts';
import { composerWords } from './composer.words.ts';
import { useDescribed, useSlashKeys } from './slash-keys.ts';
import { slashQuery } from './slash-query.ts';
import type { SlashQuery } from './slash-query.ts';
import { useSlashRows } from './slash-rows.ts';
import type { SlashRow } from './slash-rows.ts';

const words = composerWords.slash;

export interface SlashMenuProps {
  supportCase: Case;
  editor: Editor;
}

/**
 * A stroke at the start of a word offers articles, at the start of a line macros too: arrows move, Enter inserts or
 * applies, Esc leaves the stroke as it is.
 */
export function SlashMenu({ supportCase, editor }: SlashMenuProps) {
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

interface SuggestionsProps extends SlashMenuProps {
  query: SlashQuery;
  onLeave: () => void;
}

function Suggestions({ supportCase, editor, query, onLeave }: SuggestionsProps) {
  const id = useId();
  const { rows, isLooking } = useSlashRows(supportCase, query);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, Math.max(0, rows.length - 1));
  const isSentence = query.typed.includes(' ');
  const take = useTake(supportCase);
  const choose = (row: SlashRow) => {
    editor.commands.deleteRange({ from: query.from, to: query.to });
    take(row);
  };
  const hurry = useHaste(query.typed, { rows, isLooking, onChoose: choose, onNothing: () => editor.commands.enter() });
  useSlashKeys(editor, {
    move: (by) => setPlace((at + by + rows.length) % Math.max(1, rows.length)),
    // Until the desk has said whose quickcode it is, the first row may become another.
    choose: () => (rows[at] && (at > 0 || isSentence || !isLooking) ? choose(rows[at]) : hurry()),
    leave: onLeave,
    isEmpty: rows.length === 0 && (!isLooking || isSentence),
  });
  useDescribed(editor, rows.length === 0 ? null : `${id}-${at}`);
  if (rows.length === 0 && isSentence) return null;
  const label = query.beginsLine ? words.label : words.articles;
  return createPortal(
    <div className="bu-popover slash" role="region" aria-label={label} style={placeOf(editor, query.from)}>
      <div role="listbox" aria-label={label} aria-busy={isLooking} className="slash-list">
        {rows.map((row, index) => (
          // The focus stays in the text, whose aria-activedescendant names the row; its keys are heard there.
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="slash-row"
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setPlace(index)}
            onClick={() => choose(row)}
          >
            {row.kind === 'macro' ? <MacroWords {...row} /> : <ArticleWords article={row.article} />}
          </div>
        ))}
      </div>
      <p className="slash-foot" role="status">
        {rows.length > 0 ? words.hint : isLooking ? words.looking : words.nothing(query.typed)}
      </p>
    </div>,
    document.body,
  );
}

function MacroWords({ macro, marks }: MacroRow) {
  const say = useSayAction(macro.actions);
  return (
    <>
      <Icon name="bolt" size={14} />
      <span className="bu-truncate">
        <MarkedText text={macro.name} marks={marks} />
      </span>
      <span className="slash-does bu-truncate">{macro.description || macro.actions.map(say).join(' · ')}</span>
    </>
  );
}

function ArticleWords({ article }: { article: FoundArticle }) {
  const { subject, subjectMarks, quickcode, topic, internal } = article;
  return (
    <>
      <Icon name="book" size={14} />
      <span className="bu-truncate">
        <MarkedText text={subject} marks={subjectMarks} />
      </span>
      {quickcode !== null && <code className="slash-code">{quickcode}</code>}
      <span className="slash-does bu-truncate">
        {internal && <Badge tone="caution">{words.internal}</Badge>} {topic.name}
      </span>
    </>
  );
}

/** Does what a row says. */
function useTake(supportCase: Case): (row: SlashRow) => void {
  const apply = useApplyMacros(supportCase);
  const insert = useInsertArticle(supportCase.id);
  return (row) => void (row.kind === 'macro' ? apply([row.macro]) : insert(row.article.id, 'text'));
}

interface Haste {
  rows: readonly SlashRow[];
  isLooking: boolean;
  onChoose: (row: SlashRow) => void;
  /** The desk knows nothing of it: the Enter was one of the text. */
  onNothing: () => void;
}

/** Whoever knows a quickcode types it and Enter, faster than the desk answers: then the first row is taken as it comes. */
function useHaste(typed: string, { rows, isLooking, ...on }: Haste): () => void {
  const [wanted, want] = useState<string | null>(null);
  const isDue = wanted === typed && !isLooking;
  const settle = useEffectEvent(() => {
    if (!isDue) return;
    want(null);
    if (rows[0]) on.onChoose(rows[0]);
    else on.onNothing();
  });
  useEffect(() => settle(), [isDue]);
  return () => want(typed);
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
