import type { Case, FeedEvent } from '@bureau/contracts';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { historyWords as words } from './case-history.words.ts';
import { late } from '../../pieces/late/index.ts';

const HistoryDialog = late(
  () => import('./history-dialog.tsx'),
  (m) => m.HistoryDialog,
  'at rest',
);

/** The entry that shows the history of a case, its key, and the dialog it opens. `onWhy` shows why a rule did something. */
export function useHistoryMenu(
  { id }: Case,
  onWhy: (event: FeedEvent) => void,
): { groups: readonly MenuGroup[]; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const { section, history: description } = words.shortcuts;
  const open = () => setOpen(true);
  useActions([{ id: 'case.history', keys: 'shift+h', section, description, icon: 'history', run: open }]);
  return {
    groups: [
      {
        id: 'history',
        actions: [{ id: 'history', label: words.menu, icon: 'history', keys: 'shift+h', onAction: open }],
      },
    ],
    dialog: isOpen && (
      <Suspense>
        <HistoryDialog caseId={id} onWhy={onWhy} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
