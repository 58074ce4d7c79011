import type { Filter } from '@bureau/contracts';
import { useMemo, useState } from 'react';
import type { PointerEvent, UIEvent } from 'react';
import type { TickState } from '../../pieces/ticks/index.ts';
import { entriesOf } from './list-entries.ts';
import type { ListEntry } from './list-entries.ts';
import { useFolded } from './use-folded.ts';
import { useListedCases } from './use-listed-cases.ts';
import type { OwnView } from './use-list-view.ts';
import { useSettledRows } from './use-settled-rows.ts';

export interface RowsOnScreen {
  filter: Filter;
  view: OwnView;
  ticks: TickState;
  selectedId: number | null;
}

/** The lines of a list as they stand on the screen, and how long they have to stand there. */
export function useRowsOnScreen({ filter, view, ticks, selectedId }: RowsOnScreen) {
  const list = useListedCases(filter, view);
  const { listed } = list;
  const hold = useHold();
  const folded = useFolded(filter.id);
  const [first] = listed?.parts.values() ?? [];
  const isBelowTop = selectedId !== null && selectedId !== first?.rows[0]?.id;
  const isHeld = hold.isHeld || isBelowTop || ticks.value.ids.size > 0;
  const { parts, waiting, adopt, move } = useSettledRows({ listed, view, isHeld });

  const entries = useMemo(
    () => (listed ? entriesOf({ listed, parts, folded: folded.keys }) : []),
    [listed, parts, folded.keys],
  );
  /** Where the cursor can stand, and which of them are cases. */
  const stops = useMemo(() => entries.flatMap(({ id, kind }) => (kind === 'more' ? [] : [id])), [entries]);
  const order = useMemo(() => stops.filter((id) => id > 0), [stops]);
  const onSight = (drawn: readonly ListEntry[]) => {
    for (const entry of drawn) {
      if (entry.kind === 'case') list.sees(entry.part, entry.place + 1);
      if (entry.kind === 'more') void list.fetchMore(entry.part);
    }
  };
  return { list, entries, stops, order, waiting, adopt, letGo: move, folded, hold: hold.handlers, onSight };
}

/** Whether somebody is in the midst of the list: scrolled, or with the pointer over a row. */
function useHold() {
  const [isScrolled, setScrolled] = useState(false);
  const [isPointed, setPointed] = useState(false);
  const handlers = {
    onPointerMove: ({ pointerType }: PointerEvent) => setPointed(pointerType === 'mouse'),
    onPointerLeave: () => setPointed(false),
    onScroll: ({ currentTarget }: UIEvent) => setScrolled(currentTarget.scrollTop > 8),
  };
  return { isHeld: isScrolled || isPointed, handlers };
}
