import { useShortcuts } from '@bureau/ui';
import { useEffect, useRef, useState } from 'react';
import { listCursorWords as words } from './list-cursor.words.ts';

/** Milliseconds after the last key until the case follows the selection. */
const FOLLOW = 120;

export interface ListCursor {
  ids: readonly number[];
  selectedId: number | null;
  onSelect: (caseId: number) => void;
  onEnter: () => void;
}

/** The row under the cursor: keys move it at once, and the case follows when they rest. */
export function useListCursor({ ids, selectedId, onSelect, onEnter }: ListCursor) {
  const [moved, setMoved] = useState<{ to: number; from: number | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = moved && moved.from === selectedId ? moved.to : selectedId;
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Returns where the cursor is then; null when there is no further row. */
  const move = (step: 1 | -1): number | null => {
    const at = current === null ? -1 : ids.indexOf(current);
    const next = ids[at === -1 ? (step === 1 ? 0 : ids.length - 1) : at + step];
    if (next === undefined) return null;
    setMoved({ to: next, from: selectedId });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSelect(next), FOLLOW);
    return next;
  };
  const enter = () => {
    clearTimeout(timer.current);
    if (current !== null && current !== selectedId) onSelect(current);
    onEnter();
  };

  useShortcuts([
    { id: 'list.next', keys: 'j', section: words.section, description: words.next, run: () => move(1) },
    { id: 'list.previous', keys: 'k', section: words.section, description: words.previous, run: () => move(-1) },
  ]);
  return { current, move, enter };
}
