import { mergesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { mergeWords as words } from './case-merge.words.ts';
import { useMergeCases } from './use-merge-cases.ts';
import { late } from '../../pieces/late/index.ts';

const MergeDialog = late(
  () => import('./merge-dialog.tsx'),
  (m) => m.MergeDialog,
  'at rest',
);

/** The entries about merging in the menu of a case, their keys, and the dialog they open. */
export function useMergeMenu(
  supportCase: Case,
  onOpen: (caseId: number) => void,
): { groups: readonly MenuGroup[]; dialog: ReactNode } {
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const { unmerge } = useMergeCases();
  const isMerged = supportCase.mergedIntoId !== null;
  const mayMerge = can(session, mergesApi.merge) && supportCase.channel === 'email';
  const canMerge = mayMerge && supportCase.status !== 'closed';
  const { section, merge: description } = words.shortcuts;
  const open = () => setOpen(true);
  useActions(canMerge ? [{ id: 'case.merge', keys: 'shift+m', section, description, icon: 'merge', run: open }] : []);

  const actions = [
    ...(canMerge ? [{ id: 'merge', label: words.menu, icon: 'merge' as const, keys: 'shift+m', onAction: open }] : []),
    ...(mayMerge && isMerged
      ? [{ id: 'unmerge', label: words.unmerge, icon: 'undo' as const, onAction: () => void unmerge(supportCase.id) }]
      : []),
  ];
  return {
    groups: actions.length === 0 ? [] : [{ id: 'merge', actions }],
    dialog: isOpen && (
      <Suspense>
        <MergeDialog supportCase={supportCase} onClose={() => setOpen(false)} onMerged={onOpen} />
      </Suspense>
    ),
  };
}
