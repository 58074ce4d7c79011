import './sign-in.css';
import { sessionApi } from '@bureau/contracts';
import { ApiProblem, useCommand, useEnterSession } from '@bureau/client';
import { Banner, Button, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { signInWords as words } from './sign-in.words.ts';

/** Lets somebody in, at the very place where she was or wanted to be. */
export function SignInPage({ isAgain }: { isAgain: boolean }) {
  const enter = useEnterSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCommand(sessionApi.signIn, { onSuccess: enter });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  return (
    <main className="sign-in">
      <form className="sign-in-form" onSubmit={submit} noValidate>
        <h1>{isAgain ? words.again : words.title}</h1>
        {isAgain && <Banner>{words.kept}</Banner>}
        {signIn.isError && <Banner tone="danger">{reasonOf(signIn.error)}</Banner>}
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={fieldError(signIn.error, 'email')}
          validationBehavior="aria"
        />
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={fieldError(signIn.error, 'password')}
          validationBehavior="aria"
        />
        <Button type="submit" variant="primary" isPending={signIn.isPending}>
          {words.submit}
        </Button>
      </form>
    </main>
  );
}

function reasonOf(error: Error): string {
  return error instanceof ApiProblem ? error.message : words.offline;
}

function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ path }) => path.endsWith(field))?.message;
}
