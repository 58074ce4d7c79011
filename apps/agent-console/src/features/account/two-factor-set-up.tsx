import type { TwoFactorSetup } from '@bureau/contracts';
import { useState } from 'react';
import { AuthenticatorStep } from './authenticator-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export interface TwoFactorSetUpProps {
  /** The second factor is on and the recovery codes are kept. */
  onDone: () => void;
  /** Left out where the role demands it. */
  onCancel?: () => void;
}

type Step =
  { kind: 'password' } | { kind: 'authenticator'; setup: TwoFactorSetup } | { kind: 'codes'; codes: readonly string[] };

/** Password, authenticator, recovery codes: one after the other. */
export function TwoFactorSetUp({ onDone, onCancel }: TwoFactorSetUpProps) {
  const [step, setStep] = useState<Step>({ kind: 'password' });
  switch (step.kind) {
    case 'password':
      return <PasswordStep onBegun={(setup) => setStep({ kind: 'authenticator', setup })} onCancel={onCancel} />;
    case 'authenticator':
      return (
        <AuthenticatorStep
          setup={step.setup}
          onSwitchedOn={(codes) => setStep({ kind: 'codes', codes })}
          onCancel={onCancel}
        />
      );
    case 'codes':
      return <RecoveryCodes codes={step.codes} onDone={onDone} />;
  }
}
