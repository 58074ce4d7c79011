import { IconButton, Menu, useActions } from '@bureau/ui';
import type { MenuGroup } from '@bureau/ui';
import { useState } from 'react';
import { caseWords as words } from './case.words.ts';

/** Everything else that can be done with a case: the groups come from the features that do it. */
export function CaseMenu({ groups }: { groups: readonly MenuGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const { section, menuShortcut: description } = words;
  useActions([{ id: 'case.menu', keys: '.', section, description, icon: 'more', run: () => setOpen(true) }]);
  return (
    <Menu
      label={words.menu}
      placement="bottom end"
      groups={groups}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon="more" size="small" label={words.menu} keys="." />}
    />
  );
}
