import { sessionApi } from '@bureau/contracts';
import { challengeOf, useCommand, useEnterSession } from '@bureau/client';
import { Link, TextField } from '@bureau/ui';
import { useState } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { signInWords as words } from './sign-in.words.ts';
import { WayInForm } from './way-in.tsx';

export interface PasswordStepProps {
  email: string;
  onEmail: (email: string) => void;
  /** The password is right, and there is a second factor. */
  onCodeRequired: (challenge: string) => void;
}

export function PasswordStep({ email, onEmail, onCodeRequired }: PasswordStepProps) {
  const enter = useEnterSession();
  const [password, setPassword] = useState('');
  const signIn = useCommand(sessionApi.signIn, {
    onSuccess: enter,
    onError: (error) => {
      const next = challengeOf(error);
      if (next) onCodeRequired(next.challenge);
    },
  });
  return (
    <>
      <WayInForm
        onSubmit={() => signIn.mutate({ body: { email, password } })}
        error={formErrorOf(signIn.error, words.offline)}
        submit={words.submit}
        isPending={signIn.isPending}
      >
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          value={email}
          onChange={onEmail}
          error={fieldErrorOf(signIn.error, 'email')}
          validationBehavior="aria"
        />
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus={email !== ''}
          value={password}
          onChange={setPassword}
          error={fieldErrorOf(signIn.error, 'password')}
          validationBehavior="aria"
        />
      </WayInForm>
      <Link href="/forgotten-password">{words.forgotten}</Link>
    </>
  );
}
