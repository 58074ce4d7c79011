import type { KeyboardEvent, MouseEvent } from 'react';

/**
 * How a list keeps cases as tabs: Enter and a double click keep the case that they open, a click with Ctrl or ⌘ keeps it
 * in the background. Goes around whatever draws the rows.
 */
export function useKeepingList(keep: (caseId: number) => void) {
  return {
    onClickCapture: (event: MouseEvent) => {
      const caseId = caseOf(event.target);
      if (caseId === null || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      keep(caseId);
    },
    onDoubleClick: (event: MouseEvent) => {
      const caseId = caseOf(event.target);
      if (caseId !== null) keep(caseId);
    },
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.target instanceof Element)) return;
      const active = event.target.closest('[data-list-focus]')?.getAttribute('aria-activedescendant');
      const caseId = caseOf(active ? document.getElementById(active) : null);
      if (caseId !== null) keep(caseId);
    },
  };
}

/** The case whose row this is part of. */
function caseOf(target: unknown): number | null {
  if (!(target instanceof Element)) return null;
  const href = target.closest('a[role="option"], [role="option"] a')?.getAttribute('href') ?? '';
  const found = /\/(\d+)(?:[?#]|$)/.exec(href)?.[1];
  return found === undefined ? null : Number(found);
}
