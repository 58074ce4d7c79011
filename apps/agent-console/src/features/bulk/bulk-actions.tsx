import { bulkApi, trashApi } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { IconButton, Menu, useShortcuts } from '@bureau/ui';
import type { MenuAction } from '@bureau/ui';
import { useState } from 'react';
import { BulkMacro } from './bulk-macro.tsx';
import { BulkPicker } from './bulk-picker.tsx';
import type { BulkWish } from './bulk-target.ts';
import { bulkWords as words } from './bulk.words.ts';
import { useBulkChoices } from './use-bulk-choices.tsx';

export interface BulkActionsProps {
  /** The key of the filter: in the trash cases are taken out, in spam they are cleared. */
  place: string | null;
  isDisabled: boolean;
  onWish: (wish: BulkWish) => void;
}

const MACRO = 'macro';

/** Everything that can be done to many cases at once. Shift and a letter, as for one case the letter alone. */
export function BulkActions({ place, isDisabled, onWish }: BulkActionsProps) {
  const session = useSession();
  const choices = useBulkChoices();
  const [open, setOpen] = useState<string | null>(null);
  const change = (changes: NonNullable<BulkWish['changes']>) => onWish({ changes });
  const resolve = () => change({ status: 'resolved' });
  const isSpam = place === 'spam';
  const isTrash = place === 'trash';
  const spam = () => change({ spam: !isSpam });
  const trash = () => onWish({ deleted: !isTrash });
  const mayDelete = can(session, trashApi.delete);
  const more: (MenuAction & { keys: string; onAction: () => void })[] = [
    {
      id: 'spam',
      label: isSpam ? words.does.notSpam : words.does.spam,
      icon: 'shield-alert',
      keys: 'shift+m',
      onAction: spam,
    },
  ];
  if (mayDelete) {
    const label = isTrash ? words.does.restore : words.does.trash;
    more.push({ id: 'trash', label, icon: isTrash ? 'undo' : 'trash', keys: 'shift+d', onAction: trash });
  }
  const section = words.section;
  useShortcuts([
    { id: 'bulk.resolve', keys: 'shift+e', section, description: words.does.resolve, run: resolve },
    { id: 'bulk.macro', keys: 'shift+t', section, description: words.macro.apply, run: () => setOpen(MACRO) },
    ...choices.map(({ id, keys, label }) => ({
      id: `bulk.${id}`,
      keys,
      section,
      description: label,
      run: () => setOpen(id),
    })),
    ...more.map(({ id, keys, label, onAction }) => ({
      id: `bulk.${id}`,
      keys,
      section,
      description: label,
      run: onAction,
    })),
  ]);
  if (!can(session, bulkApi.change)) return <p className="bulk-forbidden">{words.forbidden}</p>;
  return (
    <div className="bulk-actions" role="toolbar" aria-label={words.does.toolbar}>
      <IconButton
        icon="check"
        size="small"
        label={words.does.resolve}
        keys="shift+e"
        isDisabled={isDisabled}
        onPress={resolve}
      />
      {choices.map((choice) => (
        <BulkPicker
          key={choice.id}
          {...choice}
          isDisabled={isDisabled}
          isOpen={open === choice.id}
          onOpenChange={(isOpen) => setOpen(isOpen ? choice.id : null)}
          onWish={change}
        />
      ))}
      <BulkMacro
        isDisabled={isDisabled}
        isOpen={open === MACRO}
        onOpenChange={(isOpen) => setOpen(isOpen ? MACRO : null)}
        onWish={onWish}
      />
      <Menu
        label={words.does.more}
        placement="top end"
        groups={[{ id: 'more', actions: more }]}
        trigger={<IconButton icon="more" size="small" label={words.does.more} isDisabled={isDisabled} />}
      />
    </div>
  );
}
