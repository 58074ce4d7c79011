import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useLocale } from 'react-aria-components';
import { useUiWords } from '../words/ui-words.tsx';
import { clampWidth, type PaneMeasure } from './lay-out-panes.ts';

const stepPx = 16;

export interface PaneSeparatorProps {
  pane: PaneMeasure;
  paneName: string;
  /** The id of the pane's element. */
  controls: string;
  width: number;
  /** The pane lies after the separator, so that moving towards the end makes it narrower. */
  isAfter: boolean;
  onResize: (width: number) => void;
}

/** The line between two panes: drag it, or focus it and use the arrows, Home and End (WAI-ARIA window splitter). */
export function PaneSeparator({ pane, paneName, controls, width, isAfter, onResize }: PaneSeparatorProps) {
  const words = useUiWords();
  const { direction } = useLocale();
  const growsBy = (isAfter ? -1 : 1) * (direction === 'rtl' ? -1 : 1);
  const resize = (next: number) => onResize(clampWidth(pane, next));
  const drag = useDrag((from, byPx) => resize(from + byPx * growsBy));

  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfterKey(event.key, { width, growsBy, pane });
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };

  return (
    <div
      className="bu-pane-separator"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.resize(paneName)}
      aria-controls={controls}
      aria-valuenow={Math.round(width)}
      aria-valuemin={pane.min}
      aria-valuemax={pane.max ?? Math.max(pane.min, Math.round(width))}
      {...drag(width)}
      onDoubleClick={() => resize(pane.width ?? pane.min)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Follows the pointer from where it was pressed; gives the number it was armed with and how far the pointer went. */
function useDrag(onDrag: (from: number, byPx: number) => void) {
  const start = useRef<{ x: number; from: number } | null>(null);
  const stop = () => {
    start.current = null;
  };
  return (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, from };
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current) onDrag(start.current.from, event.clientX - start.current.x);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  });
}

function widthAfterKey(key: string, at: { width: number; growsBy: number; pane: PaneMeasure }): number | undefined {
  if (key === 'ArrowRight') return at.width + stepPx * at.growsBy;
  if (key === 'ArrowLeft') return at.width - stepPx * at.growsBy;
  if (key === 'Home') return at.pane.min;
  if (key === 'End') return at.pane.max ?? at.width;
  return undefined;
}
