import './account.css';
import { sessionApi } from '@bureau/contracts';
import { ApiProblem, isProblem, useCommand, useSession } from '@bureau/client';
import { Avatar, Banner, Button, Select, TextField, themes, useTheme, useToasts, useUiWords } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { accountWords as words } from './account.words.ts';

/** What concerns the person who is signed in: who she is here, how the console looks, her password. */
export function AccountPage() {
  const { user } = useSession();
  return (
    <div className="account">
      <h1>{words.title}</h1>
      <section>
        <div className="account-person">
          <Avatar name={user.name} size={32} isDecoration />
          <div>
            <strong>{user.name}</strong>
            <p>
              {user.email} · {user.role.name}
            </p>
          </div>
        </div>
      </section>
      <Appearance />
      <PasswordForm />
    </div>
  );
}

function Appearance() {
  const { theme, setTheme } = useTheme();
  const names = useUiWords().themes;
  return (
    <section>
      <h2>{words.appearance}</h2>
      <Select
        label={words.theme}
        choices={themes.map((id) => ({ id, label: names[id] }))}
        value={theme}
        onChange={setTheme}
      />
    </section>
  );
}

function PasswordForm() {
  const toasts = useToasts();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useCommand(sessionApi.changePassword, {
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toasts.show({ text: words.changed, tone: 'positive' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { current, next } });
  };
  const isWrong = isProblem(change.error, 'password.wrong');
  const general = change.isError && !isWrong && !(change.error instanceof ApiProblem && change.error.errors.length > 0);
  return (
    <form onSubmit={submit} noValidate>
      <h2>{words.passwordTitle}</h2>
      <p>{words.passwordHelp}</p>
      {general && (
        <Banner tone="danger">{change.error instanceof ApiProblem ? change.error.message : words.offline}</Banner>
      )}
      <TextField
        label={words.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={isWrong ? change.error?.message : errorOf(change.error, 'current')}
        validationBehavior="aria"
      />
      <TextField
        label={words.next}
        help={words.nextHelp}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={errorOf(change.error, 'next')}
        validationBehavior="aria"
      />
      <Button type="submit" variant="primary" isPending={change.isPending} isDisabled={current === '' || next === ''}>
        {words.change}
      </Button>
    </form>
  );
}

function errorOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ path }) => path.endsWith(field))?.message;
}
