import { useActions, useToasts } from '@bureau/ui';
import type { Action } from '@bureau/ui';
import { tabsWords } from './case-tabs.words.ts';
import { neighbour } from './tab-list.ts';
import { useCaseTabs } from './use-case-tabs.tsx';

const words = tabsWords.shortcuts;
const { section } = words;
const MOST_NUMBERED = 9;

export interface TabsAtHand {
  ids: readonly number[];
  current: number | null;
  onOpen: (caseId: number) => void;
  close: (caseId: number) => void;
}

/** The keys of the tabs: [ and ] move, Alt and a figure choose, w closes, Shift-w brings back. */
export function useTabActions({ ids, current, onOpen, close }: TabsAtHand): void {
  const tabs = useCaseTabs();
  const toasts = useToasts();
  const step = (by: 1 | -1) => () => {
    const next = neighbour(ids, current, by);
    if (next !== null) onOpen(next);
  };
  const reopen = () => {
    const caseId = tabs.reopen();
    if (caseId === null) toasts.show({ text: tabsWords.reopened });
    else onOpen(caseId);
  };
  const numbered = ids.slice(0, MOST_NUMBERED).map((caseId, index) => ({
    id: `tabs.${index + 1}`,
    keys: `alt+${index + 1}`,
    section,
    description: words.nth(index + 1),
    run: () => onOpen(caseId),
  }));
  const ofCurrent: Action[] =
    current === null
      ? []
      : [
          { id: 'tabs.close', keys: 'w', section, description: words.close, icon: 'close', run: () => close(current) },
          { id: 'tabs.keep', section, description: words.keep, run: () => tabs.keep(current) },
          {
            id: 'tabs.close-others',
            section,
            description: words.closeOthers,
            icon: 'close',
            run: () => ids.filter((caseId) => caseId !== current).forEach(close),
          },
        ];
  useActions([
    { id: 'tabs.next', keys: ']', section, description: words.next, run: step(1) },
    { id: 'tabs.previous', keys: '[', section, description: words.previous, run: step(-1) },
    { id: 'tabs.reopen', keys: 'shift+w', section, description: words.reopen, icon: 'undo', run: reopen },
    ...ofCurrent,
    ...numbered,
  ]);
}
