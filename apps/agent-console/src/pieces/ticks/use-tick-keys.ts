import { useShortcuts } from '@bureau/ui';
import type { KeyboardEvent } from 'react';
import { tickAll, tickUpTo, toggleTick } from './ticks.ts';
import { ticksWords as words } from './ticks.words.ts';
import type { TickState } from './use-ticks.ts';

export interface TickKeys {
  ticks: TickState;
  /** The rows in the order of the screen. */
  order: readonly number[];
  /** The row under the cursor. */
  current: number | null;
  /** Moves the cursor one row, and tells where it is then. */
  move: (step: 1 | -1) => number | null;
}

/** Ticks rows by keys: one with x, a range with Shift-J and Shift-K, all that was read with Ctrl-A, none with Esc. */
export function useTickKeys({ ticks, order, current, move }: TickKeys) {
  const toggle = () => {
    if (current !== null && order.includes(current)) ticks.set(toggleTick(ticks.value, current));
  };
  const extend = (step: 1 | -1) => () => {
    const begun = current !== null && ticks.value.anchor === null ? tickUpTo(ticks.value, current, order) : ticks.value;
    const to = move(step);
    ticks.set(to === null ? begun : tickUpTo(begun, to, order));
  };
  const { section, toggle: tick, down, up, none } = words;
  const clear = { id: 'list.tick-none', keys: 'escape', section, description: none, run: ticks.clear, isKeyOnly: true };
  useShortcuts([
    { id: 'list.tick', keys: 'x', section, description: tick, run: toggle },
    { id: 'list.tick-down', keys: 'shift+j', section, description: down, run: extend(1) },
    { id: 'list.tick-up', keys: 'shift+k', section, description: up, run: extend(-1) },
  ]);
  useShortcuts(ticks.value.ids.size > 0 ? [clear] : []);

  /** Keys that hold only while the focus is in the list; true when one was heard. */
  return (event: KeyboardEvent): boolean => {
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) ticks.set(tickAll(order));
    else if (event.shiftKey && event.key === 'ArrowDown') extend(1)();
    else if (event.shiftKey && event.key === 'ArrowUp') extend(-1)();
    else return false;
    return true;
  };
}
