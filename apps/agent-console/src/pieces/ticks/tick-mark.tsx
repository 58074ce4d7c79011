import './ticks.css';
import { Icon } from '@bureau/ui';
import type { MouseEvent, ReactNode } from 'react';

/** What a press on a row means: go there, tick it, tick up to it. */
export type RowPress = 'select' | 'tick' | 'tick-up-to';

/** The sign of a row, and under the pointer, or while something is ticked, the box to tick it. */
export function TickMark({ isTicked, children }: { isTicked: boolean | undefined; children: ReactNode }) {
  return (
    <span className="tick-mark" data-tick>
      {children}
      <span className="tick" data-ticked={isTicked || undefined} aria-hidden="true">
        {isTicked && <Icon name="check" size={12} />}
      </span>
    </span>
  );
}

/** What a press on a row means; null: the browser's own business, as with Ctrl or another button. */
export function pressOf(event: MouseEvent): RowPress | null {
  if (event.metaKey || event.ctrlKey || event.button !== 0) return null;
  if (event.shiftKey) return 'tick-up-to';
  return event.target instanceof Element && event.target.closest('[data-tick]') ? 'tick' : 'select';
}
