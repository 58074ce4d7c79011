import { twoFactorApi } from '@bureau/contracts';
import type { TwoFactor } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Banner, Button, RelativeTime, useToasts } from '@bureau/ui';
import { useState } from 'react';
import { ProofDialog } from './proof-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.on;

/** So few that new ones are due. */
const FEW = 3;

/** The second factor that there is: since when, how many ways back, new ones, and the way out. */
export function TwoFactorOn({ state, onChanged }: { state: TwoFactor; onChanged: () => void }) {
  const [asking, setAsking] = useState<'renew' | 'disable' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) {
    const keep = () => {
      setCodes(null);
      onChanged();
    };
    return <RecoveryCodes codes={codes} onDone={keep} />;
  }
  return (
    <>
      <p>
        {state.since && (
          <>
            {words.since} <RelativeTime at={state.since} show="exact" />
            {' · '}
          </>
        )}
        {words.left(state.recoveryCodesLeft)}
      </p>
      {state.recoveryCodesLeft <= FEW && <Banner tone="caution">{words.few}</Banner>}
      {state.required && <p>{words.required}</p>}
      <div className="account-actions">
        <Button onPress={() => setAsking('renew')}>{words.renew}</Button>
        <Button onPress={() => setAsking('disable')}>{words.disable}</Button>
      </div>
      {asking === 'renew' && <Renewal onClose={() => setAsking(null)} onCodes={setCodes} />}
      {asking === 'disable' && <Disabling onClose={() => setAsking(null)} onDisabled={onChanged} />}
    </>
  );
}

function Renewal({ onClose, onCodes }: { onClose: () => void; onCodes: (codes: readonly string[]) => void }) {
  const { proof } = twoFactorWords;
  const renew = useCommand(twoFactorApi.renewRecoveryCodes, {
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      onClose();
    },
  });
  return (
    <ProofDialog
      title={proof.renewTitle}
      about={proof.renewAbout}
      submit={proof.renew}
      command={renew}
      onClose={onClose}
    />
  );
}

function Disabling({ onClose, onDisabled }: { onClose: () => void; onDisabled: () => void }) {
  const { proof } = twoFactorWords;
  const toasts = useToasts();
  const disable = useCommand(twoFactorApi.disable, {
    onSuccess: () => {
      toasts.show({ text: proof.disabled });
      onClose();
      onDisabled();
    },
  });
  return (
    <ProofDialog
      title={proof.disableTitle}
      about={proof.disableAbout}
      submit={proof.disable}
      isDangerous
      command={disable}
      onClose={onClose}
    />
  );
}
