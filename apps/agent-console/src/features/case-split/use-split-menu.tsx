import { splitsApi } from '@bureau/contracts';
import type { Case, FeedItem } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { splitWords as words } from './case-split.words.ts';
import { splitFrom } from './split-from.ts';
import { useSplitCase } from './use-split-case.ts';

const SplitDialog = lazy(() => import('./split-dialog.tsx').then((m) => ({ default: m.SplitDialog })));

export interface SplitMenu {
  groups: readonly MenuGroup[];
  dialog: ReactNode;
  /** Opens the dialog with a message chosen already: for the menu of that message. Null: this reader may not. */
  splitOff: ((messageId: number) => void) | null;
}

/** The entries about splitting in the menu of a case, their keys, and the dialog they open. */
export function useSplitMenu(
  supportCase: Case,
  feed: readonly FeedItem[],
  onOpen: (caseId: number) => void,
): SplitMenu {
  const session = useSession();
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const { unsplit } = useSplitCase();
  const maySplit = can(session, splitsApi.split) && supportCase.status !== 'closed';
  const originId = splitFrom(feed);
  const { section, split: description } = words.shortcuts;
  const open = () => setChosen([]);
  useActions(maySplit ? [{ id: 'case.split', keys: 'shift+x', section, description, icon: 'split', run: open }] : []);

  const giveBack = async (caseId: number) => {
    if (await unsplit(supportCase.id)) onOpen(caseId);
  };
  const actions = [
    { id: 'split', label: words.menu, icon: 'split' as const, keys: 'shift+x', onAction: open },
    ...(originId === null
      ? []
      : [
          {
            id: 'unsplit',
            label: words.unsplit(originId),
            icon: 'undo' as const,
            onAction: () => void giveBack(originId),
          },
        ]),
  ];
  return {
    groups: maySplit ? [{ id: 'split', actions }] : [],
    splitOff: maySplit ? (messageId) => setChosen([messageId]) : null,
    dialog: chosen !== null && (
      <Suspense>
        <SplitDialog
          supportCase={supportCase}
          feed={feed}
          initial={chosen}
          onClose={() => setChosen(null)}
          onSplit={onOpen}
        />
      </Suspense>
    ),
  };
}
