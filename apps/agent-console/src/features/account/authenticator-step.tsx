import { twoFactorApi } from '@bureau/contracts';
import type { TwoFactorSetup } from '@bureau/contracts';
import { isProblem, useCommand } from '@bureau/client';
import { Banner, Button, Link, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { QrCode } from './qr-code.tsx';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.authenticator;

export interface AuthenticatorStepProps {
  setup: TwoFactorSetup;
  onSwitchedOn: (recoveryCodes: string[]) => void;
  onCancel?: () => void;
}

/** The secret goes into the authenticator, and a code of it proves that it arrived. */
export function AuthenticatorStep({ setup, onSwitchedOn, onCancel }: AuthenticatorStepProps) {
  const [code, setCode] = useState('');
  const confirm = useCommand(twoFactorApi.confirm, { onSuccess: ({ recoveryCodes }) => onSwitchedOn(recoveryCodes) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { code } });
  };
  const isWrong = isProblem(confirm.error, 'two-factor.wrong-code');
  const general = isWrong ? undefined : formErrorOf(confirm.error, twoFactorWords.offline);
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.scan}</p>
      <QrCode text={setup.uri} label={words.picture} />
      <p>{words.typed}</p>
      <SecretKey secret={setup.secret} />
      <Link href={setup.uri}>{words.open}</Link>
      {general && <Banner tone="danger">{general}</Banner>}
      <TextField
        label={words.label}
        help={words.help}
        className="account-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck="false"
        autoFocus
        value={code}
        onChange={setCode}
        error={isWrong ? words.wrong : fieldErrorOf(confirm.error, 'code')}
        validationBehavior="aria"
      />
      <div className="account-actions">
        <Button type="submit" variant="primary" isPending={confirm.isPending} isDisabled={code === ''}>
          {words.confirm}
        </Button>
        {onCancel && <Button onPress={onCancel}>{twoFactorWords.cancel}</Button>}
      </div>
    </form>
  );
}

/** In groups of four, as one reads it aloud; copied, it is one word or many: authenticators skip the blanks. */
function SecretKey({ secret }: { secret: string }) {
  return (
    <code className="account-key" aria-label={words.key} role="group">
      {(secret.match(/.{1,4}/g) ?? []).join(' ')}
    </code>
  );
}
