import { splitsApi } from '@bureau/contracts';
import type { Case, FeedItem } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { splitWords as words } from './case-split.words.ts';
import { splitFrom } from './split-from.ts';
import { useSplitCase } from './use-split-case.ts';
import { late } from '../../pieces/late/index.ts';

const SplitDialog = late(
  () => import('./split-dialog.tsx'),
  (m) => m.SplitDialog,
  'at rest',
);

/** What is to become a case of its own, as far as it is chosen. */
export interface SplitChoice {
  messageIds: ReadonlySet<number>;
  noteIds: ReadonlySet<number>;
}

const nothing: SplitChoice = { messageIds: new Set(), noteIds: new Set() };

export interface SplitMenu {
  groups: readonly MenuGroup[];
  dialog: ReactNode;
  /** Opens the dialog with what was picked in the feed. Null: this reader may not, or there is nothing to split. */
  splitOff: ((chosen: SplitChoice) => void) | null;
}

/** The entries about splitting in the menu of a case, their keys, and the dialog they open. */
export function useSplitMenu(
  supportCase: Case,
  feed: readonly FeedItem[],
  onOpen: (caseId: number) => void,
): SplitMenu {
  const session = useSession();
  const [chosen, setChosen] = useState<SplitChoice | null>(null);
  const { unsplit } = useSplitCase();
  const maySplit = can(session, splitsApi.split) && supportCase.status !== 'closed';
  const originId = splitFrom(feed);
  const isMoreThanOne = feed.filter(({ kind }) => kind === 'message').length > 1;
  const { section, split: description } = words.shortcuts;
  const open = () => setChosen(nothing);
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
    splitOff: maySplit && isMoreThanOne ? setChosen : null,
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
