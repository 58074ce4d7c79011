import type { SocialConnection } from '@bureau/contracts';
import { Banner, Button } from '@bureau/ui';
import { accountName } from './account-state.tsx';
import { accountWords as words } from './social-accounts.words.ts';
import { useGoAway } from './use-go-away.ts';

/** Why a sign-in came to nothing, and the way to try it again: as somebody else, when the wrong one was signed in there. */
export function RefusedSignIn({ connection }: { connection: SocialConnection }) {
  const { network, brand, account, state, refusal, refusalDetail } = connection;
  const away = useGoAway();
  const isOther = refusal === 'other-account';
  const begin = () =>
    account === null
      ? away.connect({ network, brandId: brand.id, switchAccount: isOther })
      : away.reconnect(account.id, isOther);
  return (
    <div className="account-news">
      <Banner tone={refusal === 'denied' ? 'caution' : 'danger'}>
        {words.outcomes[refusal ?? 'unknown']} {refusalDetail !== '' && words.networkSaid(refusalDetail, isOther)}
      </Banner>
      {state === 'refused' && (
        <div className="account-again">
          <Button variant="primary" icon="external" onPress={begin} isPending={away.isPending}>
            {isOther && account ? words.signInAs(accountName({ ...account, network })) : words.beginAgain}
          </Button>
          {isOther && <p className="account-quiet">{words.switchHelp[network]}</p>}
        </div>
      )}
    </div>
  );
}
