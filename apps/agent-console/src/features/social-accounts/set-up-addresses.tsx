import type { NetworkSetup } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { Copyable } from '../../pieces/copyable/index.ts';
import { accountWords as words } from './social-accounts.words.ts';

/** What whoever runs the desk enters once at the developer page of each network; open as long as that is to be done. */
export function SetUpAddresses({ setups }: { setups: readonly NetworkSetup[] }) {
  return (
    <details className="account-set-up" open={setups.some(({ configured }) => !configured)}>
      <summary>{words.setUp.title}</summary>
      <p className="account-quiet">{words.setUp.lead}</p>
      {setups.map(({ network, callbackUrl, webhookUrl, canBeTold }) => (
        <section key={network} aria-label={words.setUp.places[network]}>
          <h3>
            <Icon name={network} size={16} /> {words.setUp.places[network]}
          </h3>
          <Copyable label={words.setUp.callback[network]} value={callbackUrl} />
          <Copyable label={words.setUp.webhook[network]} value={webhookUrl} />
          <p className="account-quiet">
            {words.setUp.webhookHelp[network]} {canBeTold ? '' : words.setUp.cannotBeTold[network]}
          </p>
        </section>
      ))}
    </details>
  );
}
