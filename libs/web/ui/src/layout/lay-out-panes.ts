/** How a pane asks for room; all in CSS pixels. */
export interface PaneMeasure {
  id: string;
  /** The width it starts with; exactly one pane leaves it out and takes the rest. */
  width?: number;
  min: number;
  max?: number;
  /** 1 gives way first. Panes without a number never do. */
  givesWay?: number;
}

export interface PaneLayout {
  /** Panes in their order, with the width each gets. */
  shown: { id: string; width: number }[];
  /** Panes for which there is no room. */
  collapsed: string[];
}

/** Pixels from which sized panes begin wider, and by how much at most: what is short on a laptop is spare on a desk. */
const ROOMY = 1600;
const WIDER_AT_MOST = 1.2;

/**
 * Divides `available` pixels. Sized panes keep the width the reader gave them as long as the flexible one has its
 * minimum; then all shrink towards their minima alike; then they give way, one after the other.
 */
export function layOutPanes(
  panes: readonly PaneMeasure[],
  wishes: Record<string, number>,
  available: number,
): PaneLayout {
  let kept = panes;
  for (const leaving of inOrderOfGivingWay(panes)) {
    if (sum(kept.map(({ min }) => min)) <= available) break;
    kept = kept.filter((pane) => pane !== leaving);
  }
  const wider = Math.max(1, Math.min(WIDER_AT_MOST, available / ROOMY));
  const widths = kept.map((pane) => clampWidth(pane, wishes[pane.id] ?? (pane.width ?? pane.min) * wider));
  const slack = kept.map((pane, index) => (widths[index] ?? 0) - pane.min);
  const excess = sum(widths) - available;
  const shrink = excess > 0 ? Math.min(1, excess / Math.max(1, sum(slack))) : 0;
  const shown = kept.map((pane, index) => ({
    id: pane.id,
    width:
      Math.round((widths[index] ?? 0) - (slack[index] ?? 0) * shrink) + (isFlexible(pane) ? Math.max(0, -excess) : 0),
  }));
  const collapsed = panes.filter((pane) => !kept.includes(pane)).map(({ id }) => id);
  return { shown, collapsed };
}

/** A width within the pane's bounds. The flexible pane asks for its minimum and is given the rest. */
export function clampWidth(pane: PaneMeasure, width: number): number {
  if (isFlexible(pane)) return pane.min;
  return Math.max(pane.min, Math.min(width, pane.max ?? Infinity));
}

function isFlexible(pane: PaneMeasure): boolean {
  return pane.width === undefined;
}

function inOrderOfGivingWay(panes: readonly PaneMeasure[]): PaneMeasure[] {
  return panes.filter(({ givesWay }) => givesWay !== undefined).sort((a, b) => (a.givesWay ?? 0) - (b.givesWay ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
