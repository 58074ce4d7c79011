import type { Case } from '@bureau/contracts';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { late } from '../../pieces/late/index.ts';
import { whyMenuWords as words } from './why-menu.words.ts';

const WhyDialog = late(
  () => import('./why-dialog.tsx'),
  (m) => m.WhyDialog,
  'at rest',
);

/** The entry that asks why rules did something to a case, its key, and the dialog it opens. */
export function useWhyMenu({ id }: Case): { groups: readonly MenuGroup[]; dialog: ReactNode } {
  const { ask, dialog } = useWhy(id);
  const { section, description, menu: label } = words;
  useActions([{ id: 'case.why', keys: 'shift+y', section, description, icon: 'bolt', run: ask }]);
  const actions = [{ id: 'why', label, icon: 'bolt' as const, keys: 'shift+y', onAction: ask }];
  return { groups: [{ id: 'why', actions }], dialog };
}

/** Asks why rules did something to a case. */
export function useWhy(caseId: number): { ask: () => void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  return {
    ask: () => setOpen(true),
    dialog: isOpen && (
      <Suspense>
        <WhyDialog caseId={caseId} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
