import type { KeyboardEvent } from 'react';
import { tickUpTo, toggleTick, useTickKeys } from '../../pieces/ticks/index.ts';
import { useListCursor } from '../../pieces/use-list-cursor.ts';
import { useStable } from '../../plain/use-stable.ts';
import type { CaseListProps } from './case-list.tsx';
import type { RowPress } from '../../pieces/ticks/index.ts';
import type { ListEntry } from './list-entries.ts';
import type { useRowsOnScreen } from './use-rows-on-screen.ts';

type Hands = Pick<CaseListProps, 'view' | 'ticks' | 'selectedId' | 'onSelect' | 'onEnter'>;

/** What keys and presses do in a list of cases. */
export function useListHands(screen: ReturnType<typeof useRowsOnScreen>, props: Hands) {
  const { entries, stops, order, folded, letGo } = screen;
  const { view, ticks, selectedId, onSelect, onEnter } = props;
  const toggle = useStable((entryId: number) => {
    const entry = entries.find(({ id }) => id === entryId);
    if (entry?.kind === 'heading') folded.toggle(entry.group.key);
  });
  const cursor = useListCursor({
    ids: stops,
    selectedId,
    onSelect: (id) => id > 0 && onSelect(id),
    onEnter: () => (current !== null && current < 0 ? toggle(current) : onEnter()),
  });
  const { current } = cursor;
  const move = (way: 1 | -1) => {
    const to = cursor.move(way);
    if (to !== null) letGo(to);
    return to;
  };
  const onTickKey = useTickKeys({ ticks, order, current, move });
  const press = useStable((caseId: number, how: RowPress) => {
    if (how === 'tick') return ticks.set(toggleTick(ticks.value, caseId));
    if (how === 'tick-up-to') {
      const begun = ticks.value.anchor === null ? { ...ticks.value, anchor: current } : ticks.value;
      return ticks.set(tickUpTo(begun, caseId, order));
    }
    letGo(caseId);
    return onSelect(caseId);
  });
  const fold = (isOpen: boolean) => {
    const heading = headingAt(entries, current);
    if (heading && heading.isOpen !== isOpen) folded.toggle(heading.group.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, (() => unknown) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ArrowLeft: view.groupBy ? () => fold(false) : undefined,
      ArrowRight: view.groupBy ? () => fold(true) : undefined,
      Enter: cursor.enter,
    };
    const step = onTickKey(event) ? () => undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return { current, press, toggle, onKeyDown };
}

/** The heading that stands above a line, or is it. */
function headingAt(entries: readonly ListEntry[], id: number | null) {
  const at = entries.findIndex((entry) => entry.id === id);
  const heading = entries.slice(0, at + 1).findLast(({ kind }) => kind === 'heading');
  return heading?.kind === 'heading' ? heading : undefined;
}
