import { socialAccountsApi, type Network, type SocialAccount } from '@bureau/contracts';
import type { Installation } from '../../fixtures/installation.ts';
import { comeBack } from '../../fixtures/coming-back.ts';
import { signInThere } from '../../fixtures/networks.ts';
import { until } from '../../setup/until.ts';
import { BRAND } from './people-on-x.ts';

const WHO: Record<Network, string> = { x: BRAND, facebook: 'noor' };

/** Lets the desk in at a network, for the first time or once more, as its administrator does with a browser. */
export async function letIn(bureau: Installation, process: string, network: Network): Promise<SocialAccount> {
  const api = bureau.api(process);
  const { rows } = await bureau.sql.query<{ id: string }>('SELECT min(id) AS id FROM brands');
  const brandId = Number(rows[0]?.id);
  const { url } = await api.call(socialAccountsApi.connect, { body: { network, brandId } });
  const there = { desk: bureau.process(process), outside: bureau.sandbox };
  const address = await signInThere(there, url, { as: WHO[network] });
  const end = await comeBack(there.desk, address, await bureau.signIn(process));
  const connectionId = Number(/connection-(\d+)/.exec(end)?.[1]);
  const { candidates } = await api.call(socialAccountsApi.connection, { params: { connectionId } });
  const externalIds = candidates.map(({ externalId }) => externalId);
  const { items } = await api.call(socialAccountsApi.choose, { params: { connectionId }, body: { externalIds } });
  const [account] = items;
  if (!account) throw new Error(`No account of ${network} was connected.`);
  return account;
}

/** Both networks tell the desk by themselves what happens. */
export async function isTold({ sandbox, sql }: Installation): Promise<void> {
  const subscribed = async () => {
    const { rowCount } = await sql.query('SELECT FROM social_accounts WHERE subscription_id IS NOT NULL');
    return rowCount === 2 && sandbox.x.subscriptions().length >= 6;
  };
  await until(subscribed, { what: 'both networks tell what happens', withinMs: 20_000 });
}

/** How an administrator finds out that an account must be connected again: he lets the desk ask. */
export async function isShutOut(bureau: Installation, process: string, { id }: SocialAccount): Promise<void> {
  const asked = async () => {
    const answer = bureau.api(process).call(socialAccountsApi.check, { params: { socialAccountId: id } });
    return answer.then(
      ({ state }) => state === 'reconnect',
      () => false,
    );
  };
  await until(asked, { what: 'the desk knows that it is shut out', withinMs: 20_000, everyMs: 500 });
}
