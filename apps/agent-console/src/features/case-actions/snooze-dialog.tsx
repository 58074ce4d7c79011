import { Button, Dialog, TextField, useUiWords } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { actionsWords as words } from './case-actions.words.ts';
import { fieldValueOf, momentOf } from './snooze-presets.ts';

export interface SnoozeDialogProps {
  /** What stands in the field at first. */
  begin: Date;
  /** Milliseconds since 1970. */
  now: number;
  onClose: () => void;
  onSleep: (until: Date) => void;
}

/** A chosen day and time for a case to wake, in the reader's zone. */
export function SnoozeDialog({ begin, now, onClose, onSleep }: SnoozeDialogProps) {
  const { cancel } = useUiWords();
  const [value, setValue] = useState(() => fieldValueOf(begin));
  const [error, setError] = useState<string | undefined>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = momentOf(value);
    if (at === null || at.getTime() <= now) return setError(words.pickPast);
    onSleep(at);
    onClose();
  };
  const form = 'snooze-until';
  const actions = (
    <>
      <Button onPress={onClose}>{cancel}</Button>
      <Button variant="primary" type="submit" form={form}>
        {words.sleep}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.pickTitle} actions={actions}>
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          label={words.pickLabel}
          help={words.pickHelp}
          error={error}
          type="datetime-local"
          autoFocus
          value={value}
          onChange={(next) => {
            setValue(next);
            setError(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
