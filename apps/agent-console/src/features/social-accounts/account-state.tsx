import type { SocialAccount, SocialAccountState } from '@bureau/contracts';
import { Badge } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { accountWords as words } from './social-accounts.words.ts';

const tones: Record<SocialAccountState, Tone> = {
  ok: 'positive',
  trouble: 'caution',
  reconnect: 'danger',
  paused: 'neutral',
  disconnected: 'neutral',
};

/** How an account is, in a word, and why where all is not well. */
export function AccountStateMark({ account }: { account: SocialAccount }) {
  const { state, stateReason, missingScopes } = account;
  return (
    <span className="account-state">
      <Badge tone={tones[state]}>{words.states[state]}</Badge>
      {state === 'ok' && missingScopes.length > 0 && <Badge tone="caution">{words.notAllGranted}</Badge>}
      {stateReason !== '' && <span className="account-reason">{sentenceInWords(stateReason)}</span>}
    </span>
  );
}

/** What an account is called on its network. */
export function accountName({ network, handle, name }: Pick<SocialAccount, 'network' | 'handle' | 'name'>): string {
  return network === 'x' ? `@${handle}` : name;
}
