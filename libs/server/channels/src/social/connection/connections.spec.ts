import { socialAccountsApi, type Network } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../../../../test/fixtures/desk.ts';
import { comeBack, cookieOf } from '../../../../../../test/fixtures/coming-back.ts';
import {
  connectAccounts,
  LARKSPUR_PAGE,
  signInThere,
  startDeskAndNetworks,
  TIDELINE_PAGE,
  type AtTheNetwork,
  type DeskAndNetworks,
} from '../../../../../../test/fixtures/networks.ts';

let world: DeskAndNetworks;
beforeAll(async () => void (world = await startDeskAndNetworks()));
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

/** Begins and signs in at the network, and gives the address that the browser is sent back to. */
async function away(network: Network, person: AtTheNetwork, by: Person = world.desk.administrator): Promise<string> {
  const body = { network, brandId: world.desk.brandId };
  const { url } = await world.desk.as(by).call(socialAccountsApi.connect, { body });
  return signInThere(world, url, person);
}

async function backAs(person: Person, address: string): Promise<string> {
  return comeBack(world.desk, address, await cookieOf(world.desk, person));
}

describe('connecting an account', () => {
  it('goes from X to a candidate, and from the candidate to an account that listens', async () => {
    const [account] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
    expect(account).toMatchObject({
      ...{ network: 'x', externalId: '1001', handle: 'larkspurcoffee', name: 'Larkspur Coffee', state: 'ok' },
      ...{ isDefault: true, missingScopes: [], imports: { mentions: true, directMessages: true } },
    });
    const params = { socialAccountId: account!.id };
    const { avatarUrl } = await admin().call(socialAccountsApi.get, { params });
    const picture = await admin().fetch(avatarUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
  });

  it('connects the pages of Facebook that were ticked, and asks to be told what happens there', async () => {
    const pages = [LARKSPUR_PAGE, TIDELINE_PAGE];
    const accounts = await connectAccounts(world, 'facebook', { as: 'noor', pages });
    expect(accounts.map(({ name, missingScopes }) => ({ name, missingScopes }))).toEqual([
      { name: 'Larkspur Coffee', missingScopes: [] },
      { name: 'Tideline Gear', missingScopes: [] },
    ]);
    const { items } = await admin().call(socialAccountsApi.list, {});
    expect(items.filter(({ network }) => network === 'facebook').map(({ pushed }) => pushed)).toEqual([true, true]);
    expect(world.outside.facebook.violations()).toEqual([]);
  });

  it('says which permissions are missing', async () => {
    const address = await away('facebook', { as: 'noor', without: ['pages_messaging'] });
    const end = await backAs(world.desk.administrator, address);
    const connectionId = Number(/connection-(\d+)/.exec(end)?.[1]);
    const connection = await admin().call(socialAccountsApi.connection, { params: { connectionId } });
    expect(connection).toMatchObject({ state: 'ready', candidates: [{ missingScopes: ['pages_messaging'] }] });
  });

  it('keeps no key in the clear', async () => {
    const rows = await world.desk.sql.rows<{ row: string }>(
      `SELECT to_jsonb(a)::text AS row FROM social_accounts a UNION ALL SELECT to_jsonb(c)::text FROM social_connections c
       UNION ALL SELECT to_jsonb(e)::text FROM audit_entries e UNION ALL SELECT payload::text FROM outbox`,
    );
    const said = rows.map(({ row }) => row).join('\n');
    expect(said).not.toMatch(/\bEAAK\w{20}|accessToken|codeVerifier/);
  });
});

describe('coming back (S55)', () => {
  it('is refused to whoever said no there', async () => {
    expect(await backAs(world.desk.administrator, await away('x', { as: 'larkspurcoffee', answer: 'deny' }))).toMatch(
      /\/connection-\d+\?outcome=denied&network=x#$/,
    );
    expect(await backAs(world.desk.administrator, await away('facebook', { as: 'noor', answer: 'deny' }))).toMatch(
      /outcome=denied&network=facebook#$/,
    );
  });

  it('works once: the same address again changes nothing', async () => {
    const address = await away('x', { as: 'larkspurcoffee' });
    expect(await backAs(world.desk.administrator, address)).toMatch(/outcome=ready/);
    expect(await backAs(world.desk.administrator, address)).toMatch(/outcome=unknown/);
  });

  it('works once also when it comes twice at the same moment', async () => {
    const address = await away('x', { as: 'larkspurcoffee' });
    const cookie = await cookieOf(world.desk, world.desk.administrator);
    const ends = await Promise.all([1, 2, 3].map(() => comeBack(world.desk, address, cookie)));
    expect(ends.map((end) => /outcome=(\w+)/.exec(end)?.[1]).sort()).toEqual(['ready', 'unknown', 'unknown']);
  });

  it('is only for whoever left, in a session that may connect accounts', async () => {
    const address = await away('x', { as: 'larkspurcoffee' });
    const other = await world.desk.aUser({ name: 'Ben Sato', role: 'administrator' });
    expect(await backAs(other, address)).toMatch(/outcome=other-user/);
    expect(await backAs(world.desk.agent, address)).toMatch(/outcome=signed-out/);
    expect(await comeBack(world.desk, address, '')).toMatch(/outcome=signed-out/);
    expect(await backAs(world.desk.administrator, address)).toMatch(/outcome=ready/);
  });

  it('knows no state that it did not give', async () => {
    for (const query of [
      '',
      '?code=1',
      '?code=1&state=guessed',
      '?state=a&state=b&code=1',
      '?denied=x',
      '?state=%00',
    ]) {
      const address = `${world.desk.url}/social/x/callback${query}`;
      expect(await backAs(world.desk.administrator, address)).toMatch(/outcome=unknown/);
    }
  });

  it('is over after a quarter of an hour, also for choosing', async () => {
    const address = await away('facebook', { as: 'noor' });
    const late = await away('facebook', { as: 'noor' });
    const end = await backAs(world.desk.administrator, address);
    const connectionId = Number(/connection-(\d+)/.exec(end)?.[1]);
    world.desk.clock.advance(16 * 60_000);

    expect(await backAs(world.desk.administrator, late)).toMatch(/outcome=expired/);
    const choice = { params: { connectionId }, body: { externalIds: [LARKSPUR_PAGE] } };
    expect(await admin().refusal(socialAccountsApi.choose, choice)).toEqual({
      status: 409,
      code: 'social-connection.over',
    });
  });

  it('brings what only whoever began it may see and choose, once', async () => {
    const end = await backAs(world.desk.administrator, await away('x', { as: 'tidelinegear' }));
    const params = { connectionId: Number(/connection-(\d+)/.exec(end)?.[1]) };
    const other = await world.desk.aUser({ name: 'Cem Aydin', role: 'administrator' });
    const body = { externalIds: ['1002'] };

    expect(await world.desk.as(other).refusal(socialAccountsApi.connection, { params })).toMatchObject({ status: 404 });
    expect(await world.desk.as(other).refusal(socialAccountsApi.choose, { params, body })).toMatchObject({
      status: 404,
    });
    const foreign = { params, body: { externalIds: ['1001'] } };
    expect(await admin().refusal(socialAccountsApi.choose, foreign)).toMatchObject({ code: 'request.invalid' });
    await admin().call(socialAccountsApi.choose, { params, body });
    expect(await admin().refusal(socialAccountsApi.choose, { params, body })).toMatchObject({
      code: 'social-connection.over',
    });
  });
});

describe('connecting again', () => {
  async function again(externalId: string, person: AtTheNetwork, switchAccount = false) {
    const { items } = await admin().call(socialAccountsApi.list, {});
    const account = items.find((one) => one.externalId === externalId);
    const params = { socialAccountId: account!.id };
    const { url } = await admin().call(socialAccountsApi.reconnect, { params, body: { switchAccount } });
    const end = await backAs(world.desk.administrator, await signInThere(world, url, person));
    return { end, url, id: account!.id };
  }

  it('takes the same account only, and says who signed in instead', async () => {
    const { end } = await again('1001', { as: 'tidelinegear' });
    expect(end).toMatch(/outcome=other-account/);
    const connectionId = Number(/connection-(\d+)/.exec(end)?.[1]);
    expect(await admin().call(socialAccountsApi.connection, { params: { connectionId } })).toMatchObject({
      ...{ state: 'refused', refusal: 'other-account', refusalDetail: '@tidelinegear', candidates: [] },
      account: { handle: 'larkspurcoffee' },
    });
  });

  it('asks who it is when somebody says that he has several accounts', async () => {
    const onX = await again('1001', { as: 'larkspurcoffee' }, true);
    expect(new URL(onX.url).searchParams.get('force_login')).toBe('true');
    const onFacebook = await again(LARKSPUR_PAGE, { as: 'noor' }, true);
    expect(new URL(onFacebook.url).searchParams.get('auth_type')).toBe('reauthenticate');
  });

  it('goes on as it was, and fetches what was said meanwhile', async () => {
    const { end, id } = await again('1001', { as: 'larkspurcoffee' });
    expect(end).toBe(`/admin/social-accounts/${id}?outcome=reconnected&network=x#`);
    expect(await admin().call(socialAccountsApi.get, { params: { socialAccountId: id } })).toMatchObject({
      state: 'ok',
    });
    const row = await world.desk.sql.row('SELECT backfill FROM social_accounts WHERE id = $1', [id]);
    expect(row).toEqual({ backfill: true });
  });
});
