/** The rows that somebody has ticked, to do something to all of them at once. */
export interface Ticks {
  ids: ReadonlySet<number>;
  /** Where a range begins: the row that was ticked last. */
  anchor: number | null;
  /** Meant is everything that the list holds, also what was not read yet. */
  isAll: boolean;
}

export const noTicks: Ticks = { ids: new Set(), anchor: null, isAll: false };

/** Ticks a row, or takes its tick away. */
export function toggleTick({ ids }: Ticks, id: number): Ticks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, isAll: false };
}

/** Ticks every row between the last one and this one, in the order of the screen; the begin of the range stays. */
export function tickUpTo({ ids, anchor }: Ticks, id: number, order: readonly number[]): Ticks {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return { ids: new Set([...ids, id]), anchor: id, isAll: false };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor, isAll: false };
}

/** Ticks every row that has been read. */
export function tickAll(order: readonly number[]): Ticks {
  return { ids: new Set(order), anchor: order.at(-1) ?? null, isAll: false };
}
