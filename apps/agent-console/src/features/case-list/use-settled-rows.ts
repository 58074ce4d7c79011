import { useMemo, useState } from 'react';
import type { ListedCases, ListView } from './listed-cases.ts';
import { settleRows, withoutLeft } from './settle-rows.ts';
import type { SettledRows, ShownRow } from './settle-rows.ts';

export interface LiveRows {
  listed: ListedCases | undefined;
  view: ListView;
  isHeld: boolean;
}

type Parts = ReadonlyMap<string, SettledRows>;

interface Screen {
  listed: ListedCases | undefined;
  parts: Parts;
}

const NOTHING: Parts = new Map();

/**
 * The rows as they stand on the screen while the list changes underneath. `adopt` shows the list as it is; `move` lets
 * go of rows that have left, except the one that the reader has moved to.
 */
export function useSettledRows({ listed, view, isHeld }: LiveRows) {
  const [screen, setScreen] = useState<Screen>(() => ({ listed, parts: settleAll({ listed, view, isHeld }, NOTHING) }));
  const adopt = () => setScreen({ listed, parts: settleAll({ listed, view, isHeld: false }, NOTHING) });
  const move = (toId: number | null) =>
    setScreen((before) => {
      if (![...before.parts.values()].some(({ rows }) => rows.some(({ hasLeft }) => hasLeft))) return before;
      return { ...before, parts: mapParts(before.parts, (rows) => withoutLeft(rows, toId)) };
    });

  const waiting = sum([...screen.parts.values()].map((part) => part.waiting));
  const hasLeft = useMemo(
    () => [...screen.parts.values()].some(({ rows }) => rows.some((one) => one.hasLeft)),
    [screen.parts],
  );
  const mayCatchUp = !isHeld && (waiting > 0 || hasLeft);
  if (screen.listed !== listed || mayCatchUp) {
    setScreen({ listed, parts: settleAll({ listed, view, isHeld }, screen.parts) });
  }
  return { parts: screen.parts, waiting, adopt, move };
}

function settleAll({ listed, view, isHeld }: LiveRows, before: Parts): Parts {
  const parts = new Map<string, SettledRows>();
  for (const [key, part] of listed?.parts ?? []) {
    const shown = before.get(key)?.rows ?? [];
    const hasMore = part.next !== null;
    parts.set(key, settleRows({ shown, fresh: part.rows, sort: view.sort, hasMore, isHeld }));
  }
  return parts;
}

function mapParts(parts: Parts, change: (rows: readonly ShownRow[]) => readonly ShownRow[]): Parts {
  return new Map([...parts].map(([key, part]) => [key, { ...part, rows: change(part.rows) }]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
