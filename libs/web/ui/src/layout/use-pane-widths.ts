import { useCallback, useState } from 'react';

type Widths = Record<string, number>;

/** The widths the reader gave to panes, in CSS pixels, kept in this browser under `storageKey`. */
export function usePaneWidths(storageKey: string): [Widths, (id: string, width: number) => void] {
  const [widths, setWidths] = useState(() => recall(storageKey));
  const setWidth = useCallback(
    (id: string, width: number) =>
      setWidths((before) => {
        const after = { ...before, [id]: width };
        remember(storageKey, after);
        return after;
      }),
    [storageKey],
  );
  return [widths, setWidth];
}

// Storage may be forbidden or hold what another version wrote; the panes then start at their own widths.
function recall(storageKey: string): Widths {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, width]) => Number.isFinite(width)));
  } catch {
    return {};
  }
}

function remember(storageKey: string, widths: Widths): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(widths));
  } catch {
    return;
  }
}
