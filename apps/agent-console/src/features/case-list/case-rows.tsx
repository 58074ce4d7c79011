import type { CaseSummary } from '@bureau/contracts';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent } from 'react';
import { CaseRow } from './case-row.tsx';
import type { RowPresence } from './case-row.tsx';

/** Pixels; the token `--row`. */
const ROW = 56;
const FIRST_HEIGHT = 800;

export interface CaseRowsProps {
  rows: readonly CaseSummary[];
  left: ReadonlySet<number>;
  current: number | null;
  scroller: HTMLElement;
  presenceOf: (caseId: number) => RowPresence | undefined;
  rowId: (caseId: number) => string;
  hrefOf: (caseId: number) => string;
  onSelect: (caseId: number) => void;
  onNearEnd: () => void;
}

/** Draws the rows in sight and a few around them, however many there are; keeps the one under the cursor in sight. */
export function CaseRows({ rows, left, current, scroller, presenceOf, onNearEnd, ...row }: CaseRowsProps) {
  const at = rows.findIndex(({ id }) => id === current);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: { width: 0, height: FIRST_HEIGHT },
    overscan: 8,
    // The row under the cursor stays drawn: screen readers are pointed to it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(at >= 0 ? [at] : [])])].sort((a, b) => a - b),
  });
  const drawn = virtual.getVirtualItems();
  const last = virtual.range?.endIndex ?? 0;
  const nearEnd = useEffectEvent(onNearEnd);
  useEffect(() => {
    if (last >= rows.length - 10) nearEnd();
  }, [last, rows.length]);

  useEffect(() => {
    if (at >= 0) reveal(scroller, at * ROW);
  }, [at, current, scroller]);

  return (
    <div className="case-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
      {drawn.map(({ index, start, key }) => {
        const one = rows[index];
        if (!one) return null;
        return (
          <div
            key={key}
            className="case-rows-place"
            role="presentation"
            style={{ transform: `translateY(${start}px)` }}
          >
            <CaseRow
              row={one}
              id={row.rowId(one.id)}
              href={row.hrefOf(one.id)}
              isSelected={one.id === current}
              hasLeft={left.has(one.id)}
              presence={presenceOf(one.id)}
              position={index + 1}
              count={rows.length}
              onSelect={row.onSelect}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Scrolls no further than it takes to have the row at `top` in sight. */
function reveal(scroller: HTMLElement, top: number): void {
  const { scrollTop, clientHeight } = scroller;
  if (top < scrollTop) scroller.scrollTop = top;
  else if (top + ROW > scrollTop + clientHeight) scroller.scrollTop = top + ROW - clientHeight;
}
