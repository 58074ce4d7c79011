import type { Case } from '@bureau/contracts';
import { useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { late } from '../../pieces/late/index.ts';
import { linksWords as words } from './case-links.words.ts';

const LinksDialog = late(
  () => import('./links-dialog.tsx'),
  (m) => m.LinksDialog,
  'at rest',
);

/** The entry that shows with which links customers open a case, its key, and the dialog it opens. */
export function useLinksMenu({ id }: Case): { groups: readonly MenuGroup[]; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const { section, links: description } = words.shortcuts;
  const open = () => setOpen(true);
  useActions([{ id: 'case.links', keys: 'shift+o', section, description, icon: 'link', run: open }]);
  return {
    groups: [
      { id: 'links', actions: [{ id: 'links', label: words.menu, icon: 'link', keys: 'shift+o', onAction: open }] },
    ],
    dialog: isOpen && (
      <Suspense>
        <LinksDialog caseId={id} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
