import type { Case } from '@bureau/contracts';
import { Icon, IconButton, Picker, useActions, useNow, useToasts } from '@bureau/ui';
import { useState } from 'react';
import { formatDate } from '../../language/format.ts';
import { actionsWords as words } from './case-actions.words.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { snoozeChoices } from './snooze-presets.ts';
import { useSnooze } from './use-snooze.ts';

const UNTIL_REPLY = 'until-reply';
const PICK = 'pick';
const WAKE = 'wake';
/** "Mon 23 Nov, 09:00". */
const WAKING = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** Lets the case sleep: at the times that people mean, until the customer writes, or until a chosen moment. */
export function SnoozePicker({ supportCase }: { supportCase: Case }) {
  const { frozen, sleep, wake } = useSnooze(supportCase);
  const toasts = useToasts();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const choices = snoozeChoices(new Date(now));
  const open = (wanted: boolean) => {
    if (wanted && frozen !== null) toasts.show({ text: frozen });
    else setOpen(wanted);
  };
  const { section, snooze: description, wake: wakes } = words.shortcuts;
  const isAsleep = supportCase.snooze !== null;
  useActions([
    { id: 'case.snooze', keys: 'z', section, description, icon: 'clock', run: () => open(true) },
    ...(isAsleep ? [{ id: 'case.wake', keys: 'shift+z', section, description: wakes, run: wake }] : []),
  ]);
  const choose = (id: string) => {
    if (id === UNTIL_REPLY) return sleep(null);
    if (id === PICK) return setPicking(true);
    if (id === WAKE) return wake();
    const choice = choices.find(({ preset }) => preset === id);
    if (choice) sleep(choice.at);
  };
  const presets = choices.map(({ preset, at }) => ({
    id: preset,
    label: words.presets[preset],
    detail: formatDate(at, WAKING),
    mark: <Icon name="clock" />,
  }));
  const untilReply = {
    id: UNTIL_REPLY,
    label: words.untilReply,
    detail: words.untilReplyDetail,
    mark: <Icon name="reply" />,
    isChecked: supportCase.snooze?.until === null,
  };
  const others = [untilReply, { id: PICK, label: words.pick, mark: <Icon name="pencil" /> }];
  const waking = isAsleep ? [{ id: WAKE, label: words.wake, keys: 'shift+z', mark: <Icon name="sun" /> }] : [];
  return (
    <>
      <Picker
        label={words.snoozing}
        placement="bottom end"
        isOpen={isOpen}
        onOpenChange={open}
        onChoose={choose}
        groups={[
          { id: 'waking', choices: waking },
          { id: 'presets', choices: presets },
          { id: 'others', choices: others },
        ]}
        trigger={
          <IconButton icon="clock" size="small" label={words.snooze} keys="z" aria-pressed={isAsleep || undefined} />
        }
      />
      {isPicking && (
        <SnoozeDialog
          begin={new Date(supportCase.snooze?.until ?? choices.find(({ preset }) => preset === 'tomorrow')?.at ?? now)}
          now={now}
          onClose={() => setPicking(false)}
          onSleep={sleep}
        />
      )}
    </>
  );
}
