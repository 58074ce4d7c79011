import { sessionApi } from '@bureau/contracts';
import { isProblem, keyOf, useCommand } from '@bureau/client';
import { Banner, Button, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { accountWords as words } from './account.words.ts';

/** Another password; it ends all sessions but this one. */
export function PasswordForm() {
  const toasts = useToasts();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useCommand(sessionApi.changePassword, {
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toasts.show({ text: words.changed, tone: 'positive' });
      void queries.invalidateQueries({ queryKey: keyOf(sessionApi.list) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { current, next } });
  };
  const isWrong = isProblem(change.error, 'password.wrong');
  const general = isWrong ? undefined : formErrorOf(change.error, words.offline);
  return (
    <form onSubmit={submit} noValidate>
      <h2>{words.passwordTitle}</h2>
      <p>{words.passwordHelp}</p>
      {general && <Banner tone="danger">{general}</Banner>}
      <TextField
        label={words.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={isWrong ? change.error?.message : fieldErrorOf(change.error, 'current')}
        validationBehavior="aria"
      />
      <TextField
        label={words.next}
        help={words.nextHelp}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={fieldErrorOf(change.error, 'next')}
        validationBehavior="aria"
      />
      <Button type="submit" variant="primary" isPending={change.isPending} isDisabled={current === '' || next === ''}>
        {words.change}
      </Button>
    </form>
  );
}
