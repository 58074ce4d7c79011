import { casesApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Button, Dialog, IconButton, Picker } from '@bureau/ui';
import type { PickerGroup } from '@bureau/ui';
import { useState } from 'react';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { macroGroups, useMacros } from '../../pieces/macros/index.ts';
import type { BulkWish } from './bulk-target.ts';
import { bulkWords } from './bulk.words.ts';

const words = bulkWords.macro;

export interface BulkMacroProps {
  isDisabled: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onWish: (wish: BulkWish) => void;
}

/** A macro for many cases. One with words for the customers asks first whether they are to be sent. */
export function BulkMacro({ isDisabled, onWish, ...state }: BulkMacroProps) {
  const { macros, mayApply } = useMacros();
  const [asked, ask] = useState<Macro | null>(null);
  if (!mayApply || macros.length === 0) return null;
  const begin = (macro: Macro, sendReplies: boolean) => {
    ask(null);
    onWish({ macros: { macroIds: [macro.id], sendReplies } });
  };
  const choose = (id: string) => {
    const macro = macros.find((one) => String(one.id) === id.split(' ')[0]);
    if (!macro) return;
    if (macro.actions.some(({ type }) => type === 'quick-reply')) ask(macro);
    else begin(macro, false);
  };
  return (
    <>
      <Picker
        {...state}
        label={words.choose}
        placement="top start"
        groups={groupsOf(macros)}
        onChoose={choose}
        trigger={<IconButton size="small" icon="bolt" label={words.apply} keys="shift+t" isDisabled={isDisabled} />}
      />
      {asked && <SendOrNot macro={asked} onClose={() => ask(null)} onChoose={(sends) => begin(asked, sends)} />}
    </>
  );
}

interface SendOrNotProps {
  macro: Macro;
  onClose: () => void;
  onChoose: (sends: boolean) => void;
}

function SendOrNot({ macro, onClose, onChoose }: SendOrNotProps) {
  const say = useSayAction(macro.actions);
  const mayReply = can(useSession(), casesApi.reply);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(macro.name)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {mayReply && <Button onPress={() => onChoose(true)}>{words.send}</Button>}
          <Button variant="primary" autoFocus onPress={() => onChoose(false)}>
            {words.leaveOut}
          </Button>
        </>
      }
    >
      <p>{words.explain}</p>
      <ul>
        {macro.actions.map((action, index) => (
          <li key={index}>{say(action)}</li>
        ))}
      </ul>
      {!mayReply && <p>{words.mayNot}</p>}
    </Dialog>
  );
}

/** A macro may stand in several folders: each place has an id of its own. */
function groupsOf(macros: readonly Macro[]): PickerGroup[] {
  return macroGroups(macros, '').map(({ id, kind, folder, rows }) => ({
    id,
    title: kind === 'often' ? words.often : (folder ?? words.top),
    choices: rows.map(({ macro }) => ({
      id: `${macro.id} ${id}`,
      label: macro.name,
      ...(macro.description !== '' && { detail: macro.description }),
    })),
  }));
}
