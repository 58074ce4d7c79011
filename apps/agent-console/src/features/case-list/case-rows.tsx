import type { CaseColumn, FilterGrouping } from '@bureau/contracts';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { CSSProperties } from 'react';
import { CaseRow } from './case-row.tsx';
import type { RowPress } from '../../pieces/ticks/index.ts';
import type { RowPresence } from './case-row.tsx';
import { GroupHeading } from './group-heading.tsx';
import type { ListEntry } from './list-entries.ts';

/** CSS pixels; `.case-heading`. */
const HEADING = 32;
const FIRST_HEIGHT = 800;

export interface CaseRowsProps {
  entries: readonly ListEntry[];
  current: number | null;
  ticked: ReadonlySet<number>;
  scroller: HTMLElement;
  rowHeight: number;
  columns: readonly CaseColumn[];
  isTable: boolean;
  groupBy: FilterGrouping | null;
  presenceOf: (caseId: number) => RowPresence | undefined;
  hrefOf: (caseId: number) => string;
  onPress: (caseId: number, press: RowPress) => void;
  onToggle: (entryId: number) => void;
  /** The lines that are drawn, from first to last: what they show may have to be read first. */
  onSight: (drawn: readonly ListEntry[]) => void;
}

/** Draws the lines in sight and a few around them, however many there are; keeps the one under the cursor in sight. */
export function CaseRows({ entries, current, scroller, rowHeight, onSight, ...row }: CaseRowsProps) {
  const at = useMemo(() => entries.findIndex(({ id }) => id === current), [entries, current]);
  const headings = useMemo(() => entries.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : [])), [entries]);
  const stuckAt = (first: number) => headings.findLast((index) => index <= first);
  const heightOf = (index: number) => (entries[index]?.kind === 'heading' ? HEADING : rowHeight);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller,
    estimateSize: heightOf,
    getItemKey: (index) => entries[index]?.id ?? index,
    initialRect: { width: 0, height: FIRST_HEIGHT },
    overscan: 8,
    // The line under the cursor stays drawn, because screen readers are pointed to it; and the heading of what is in sight.
    rangeExtractor: (range: Range) => withThese(defaultRangeExtractor(range), [at, stuckAt(range.startIndex) ?? -1]),
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight, headings]);
  const drawn = virtual.getVirtualItems();
  const [first, last] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0];
  const sight = useEffectEvent(onSight);
  useEffect(() => sight(entries.slice(first, last + 10)), [first, last, entries]);

  const place = useEffectEvent(() => virtual.measurementsCache[at]);
  useEffect(() => {
    const found = at >= 0 ? place() : undefined;
    if (found) reveal(scroller, found, headings.length > 0 ? HEADING : 0);
  }, [at, current, scroller, headings.length]);

  const stuck = stuckAt(first);
  return (
    <div className="case-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
      {drawn.map(({ index, start, size, key }) => {
        const entry = entries[index];
        if (!entry) return null;
        const isStuck = index === stuck;
        const style: CSSProperties = isStuck ? { height: size } : { height: size, transform: `translateY(${start}px)` };
        return (
          <div
            key={key}
            className="case-rows-place"
            role="presentation"
            data-stuck={isStuck || undefined}
            style={style}
          >
            <Line
              {...row}
              entry={entry}
              isSelected={entry.id === current}
              position={index + 1}
              count={entries.length}
            />
          </div>
        );
      })}
    </div>
  );
}

interface LineProps extends Omit<CaseRowsProps, 'entries' | 'current' | 'scroller' | 'rowHeight' | 'onSight'> {
  entry: ListEntry;
  isSelected: boolean;
  position: number;
  count: number;
}

function Line({ entry, ticked, groupBy, presenceOf, hrefOf, onToggle, ...props }: LineProps) {
  if (entry.kind === 'more') return <div className="case-row-coming" aria-hidden="true" />;
  const { isSelected, position, count } = props;
  const place = { id: rowId(entry.id), isSelected, position, count };
  if (entry.kind === 'heading') {
    const { group, isOpen, id } = entry;
    return groupBy && <GroupHeading {...place} {...{ group, groupBy, isOpen, onToggle }} entryId={id} />;
  }
  const { row, hasLeft } = entry.shown;
  return (
    <CaseRow
      {...place}
      {...{ row, hasLeft, columns: props.columns, isTable: props.isTable, onPress: props.onPress }}
      href={hrefOf(entry.id)}
      isTicked={ticked.size === 0 ? undefined : ticked.has(entry.id)}
      presence={presenceOf(entry.id)}
    />
  );
}

/** The id of a line in the document. */
export function rowId(entryId: number): string {
  return `case-row-${entryId}`;
}

function withThese(range: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...range, ...more.filter((index) => index >= 0)])].sort((a, b) => a - b);
}

/** Scrolls no further than it takes to have the line in sight, below a heading that sticks there. */
function reveal(scroller: HTMLElement, { start, end }: { start: number; end: number }, covered: number): void {
  const { scrollTop, clientHeight } = scroller;
  if (start - covered < scrollTop) scroller.scrollTop = start - covered;
  else if (end > scrollTop + clientHeight) scroller.scrollTop = end - clientHeight;
}
