import { useState } from 'react';

export interface Cards {
  /** A name for each place that moves along with what stands there. */
  keys: readonly number[];
  isOpen: (key: number) => boolean;
  toggle: (key: number) => void;
  /** To be called together with the same change of the list. */
  added: () => void;
  removed: (at: number) => void;
  moved: (from: number, to: number) => void;
}

interface State {
  keys: readonly number[];
  open: ReadonlySet<number>;
  next: number;
}

/** Names for the places of a list and which of them are open. A list that is another all at once begins folded. */
export function useCards(count: number): Cards {
  const [state, setState] = useState<State>(() => fresh(count, 0));
  const cards = state.keys.length === count ? state : fresh(count, state.next);
  if (cards !== state) setState(cards);
  const { keys, open, next } = cards;
  return {
    keys,
    isOpen: (key) => open.has(key),
    toggle: (key) => setState({ keys, open: toggled(open, key), next }),
    added: () => setState({ keys: [...keys, next], open: toggled(open, next), next: next + 1 }),
    removed: (at) => setState({ keys: keys.toSpliced(at, 1), open, next }),
    moved: (from, to) => setState({ keys: reordered(keys, from, to), open, next }),
  };
}

function toggled(open: ReadonlySet<number>, key: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** A list with one of its things at another place. */
export function reordered<T>(list: readonly T[], from: number, to: number): T[] {
  const [moved] = list.slice(from, from + 1);
  return moved === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, moved);
}

function fresh(count: number, next: number): State {
  return { keys: Array.from({ length: count }, (_, at) => next + at), open: new Set(), next: next + count };
}
