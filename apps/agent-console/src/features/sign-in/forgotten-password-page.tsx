import { passwordResetsApi } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, Link, TextField } from '@bureau/ui';
import { useState } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { forgottenPasswordWords as words } from './forgotten-password.words.ts';
import { WayIn, WayInForm } from './way-in.tsx';

/** Asks for a link by mail. What it answers tells nobody who works here. */
export function ForgottenPasswordPage() {
  const [email, setEmail] = useState('');
  const request = useCommand(passwordResetsApi.request);
  if (request.isSuccess) {
    return (
      <WayIn title={words.sentTitle}>
        <p role="status">{words.sent(email)}</p>
        <p className="sign-in-aside">{words.nothingCame}</p>
        <div className="sign-in-ways">
          <Button onPress={request.reset}>{words.again}</Button>
          <Link href="/">{words.back}</Link>
        </div>
      </WayIn>
    );
  }
  return (
    <WayIn title={words.title}>
      <p>{words.about}</p>
      <WayInForm
        onSubmit={() => request.mutate({ body: { email } })}
        error={formErrorOf(request.error, words.offline)}
        submit={words.submit}
        isPending={request.isPending}
      >
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={fieldErrorOf(request.error, 'email')}
          validationBehavior="aria"
        />
      </WayInForm>
      <Link href="/">{words.back}</Link>
    </WayIn>
  );
}
