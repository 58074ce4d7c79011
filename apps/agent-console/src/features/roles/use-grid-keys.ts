import { useRef } from 'react';
import type { KeyboardEvent } from 'react';

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from tick to tick, Home and End along the row, with Ctrl to the first and the last row. */
export function useGridKeys() {
  const ref = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const grid = [...(ref.current?.tBodies[0]?.rows ?? [])].map(controlsOf).filter((row) => row.length > 0);
    const row = grid.findIndex((controls) => controls.some((control) => control === event.target));
    const column = grid[row]?.findIndex((control) => control === event.target) ?? -1;
    const target = row < 0 ? undefined : placeOf(event, grid, { row, column });
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  };
  return { ref, onKeyDown };
}

function controlsOf(row: HTMLTableRowElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('td input, td button')];
}

function placeOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  grid: HTMLElement[][],
  { row, column }: { row: number; column: number },
): HTMLElement | undefined {
  const step = steps[key];
  if (step) return grid[row + step[0]]?.[Math.min(column + step[1], (grid[row + step[0]]?.length ?? 1) - 1)];
  const wanted = ctrlKey || metaKey ? (key === 'Home' ? grid[0] : grid.at(-1)) : grid[row];
  if (key === 'Home') return wanted?.[0];
  if (key === 'End') return wanted?.at(-1);
  return undefined;
}
