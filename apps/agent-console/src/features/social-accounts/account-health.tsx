import type { SocialAccount } from '@bureau/contracts';
import { RelativeTime } from '@bureau/ui';
import { formatNumber } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { accountWords as words } from './social-accounts.words.ts';

/** When the desk last heard of the account, and how much of what the network allows is left. */
export function AccountHealth({ account }: { account: SocialAccount }) {
  const { lastEventAt, lastPolledAt, connectedAt, pushed, limits, network } = account;
  const moments: [string, string | null][] = [
    [words.connectedSince, connectedAt],
    [words.lastEvent, lastEventAt],
    [words.lastAsked, lastPolledAt],
  ];
  return (
    <AdminSection title={words.health} lead={pushed ? words.isTold[network] : words.asks[network]}>
      <dl className="account-facts">
        {moments.map(([name, at]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{at === null ? words.never : <RelativeTime at={at} show="ago" />}</dd>
          </div>
        ))}
      </dl>
      {limits.length > 0 && (
        <table className="account-limits">
          <caption>{words.limits}</caption>
          <thead>
            <tr>
              <th scope="col">{words.limitOf}</th>
              <th scope="col">{words.left}</th>
              <th scope="col">{words.renewed}</th>
            </tr>
          </thead>
          <tbody>
            {limits.map(({ what, remaining, limit, resetsAt }) => (
              <tr key={what} data-low={remaining * 10 < limit || undefined}>
                <th scope="row">{words.limitNames[what] ?? what}</th>
                <td className="bu-figures">{words.leftOf(formatNumber(remaining), formatNumber(limit))}</td>
                <td>
                  <RelativeTime at={resetsAt} show="ago" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminSection>
  );
}
