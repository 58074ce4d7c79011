import { twoFactorApi } from '@bureau/contracts';
import type { TwoFactorSetup } from '@bureau/contracts';
import { isProblem, useCommand } from '@bureau/client';
import { Banner, Button, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.password;

export interface PasswordStepProps {
  onBegun: (setup: TwoFactorSetup) => void;
  onCancel?: () => void;
}

/** The first step of setting up a second factor. */
export function PasswordStep({ onBegun, onCancel }: PasswordStepProps) {
  const [password, setPassword] = useState('');
  const begin = useCommand(twoFactorApi.begin, { onSuccess: onBegun });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ body: { password } });
  };
  const isWrong = isProblem(begin.error, 'password.wrong');
  const general = isWrong ? undefined : formErrorOf(begin.error, twoFactorWords.offline);
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.about}</p>
      {general && <Banner tone="danger">{general}</Banner>}
      <TextField
        label={words.label}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={isWrong ? begin.error?.message : fieldErrorOf(begin.error, 'password')}
        validationBehavior="aria"
      />
      <div className="account-actions">
        <Button type="submit" variant="primary" isPending={begin.isPending} isDisabled={password === ''}>
          {words.next}
        </Button>
        {onCancel && <Button onPress={onCancel}>{twoFactorWords.cancel}</Button>}
      </div>
    </form>
  );
}
