import { casesApi, customersApi, type SocialAccount } from '@bureau/contracts';
import { SettleAccountPosts } from '@bureau/channels';
import { JobWorkers } from '@bureau/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectAccounts, startDeskAndNetworks, type DeskAndNetworks } from '../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let world: DeskAndNetworks;
let desk: TestDesk;
let account: SocialAccount;
let client: DeskClient;
let base: string;
beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  // What is said on X is put into the desk by the tests: nobody else hears of it, or asks.
  world.outside.x.deliver({ kind: 'lost' });
  desk.running.get(JobWorkers).restSchedules();
  [account] = (await connectAccounts(world, 'x', { as: 'larkspurcoffee' })) as [SocialAccount];
  client = new DeskClient(desk.as(desk.administrator));
  base = `/twitter_accounts/${account.id}`;
});
afterAll(() => world.close());
beforeEach(() => minutePasses());

/** Here and there. */
function minutePasses(): void {
  desk.clock.advance(60_000);
  world.outside.x.turnClock({ advanceMs: 60_000 });
}

const entries = async (of: DeskClient, path: string): Promise<Resource[]> => {
  const { status, body } = await of.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body._embedded.entries;
};
const ours = () => world.outside.x.posts('larkspurcoffee');
const said = (text: string) => ours().filter((post) => post.text === text);
const unique = () => `The roastery is closed today ${crypto.randomUUID()}`;

/** A case as it begins when somebody names the account. */
async function aCaseOnX(): Promise<{ caseId: number; tweet: string }> {
  const text = `@larkspurcoffee My kettle leaks ${crypto.randomUUID()}`;
  const { post } = world.outside.x.act({ kind: 'post', as: 'mayapaddles', text });
  const customer = { address: 'maya@customer.example', name: 'Maya Okafor' };
  const body = { subject: 'My kettle leaks', text, channel: 'twitter' as const, customer, brandId: desk.brandId };
  const { id: caseId } = await desk.as(desk.administrator).call(casesApi.open, { body });
  const made = await desk.sql.row<{ id: number }>(
    `INSERT INTO social_posts (account_id, external_id, edition_id, kind, conversation_id, writer_id, writer, message_id, posted_at)
     SELECT $1, $2, $2, 'post', $2, '2001', '{"handle":"mayapaddles"}', m.id, m.at FROM messages m WHERE m.case_id = $3 RETURNING id`,
    [account.id, post!.id, caseId],
  );
  return { caseId, tweet: `${base}/tweets/${made!.id}` };
}

describe('an account on X', () => {
  it('is listed for those who serve its brand, without its keys', async () => {
    const [one, ...others] = await entries(client, '/twitter_accounts');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: account.id, handle: 'larkspurcoffee', active: true, enabled: true });
    expect((await client.get(base)).body).toEqual(one);
    expect(Object.keys(one!).join()).not.toMatch(/token|secret|key/i);
    const brandId = await desk.aBrand('Tideline');
    const stranger = await desk.aUser({ name: 'Nia', role: 'flex-agent' });
    await desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [stranger.id, brandId]);
    await desk.sql.run("UPDATE roles SET own_brands_only = true WHERE key = 'flex-agent'");
    const other = new DeskClient(desk.as(stranger));
    expect(await entries(other, '/twitter_accounts')).toEqual([]);
    for (const path of [base, `${base}/tweets`]) expect((await other.get(path)).status).toBe(404);
    expect((await other.post(`${base}/tweets`, { body: unique() })).status).toBe(404);
    expect((await other.post(`${base}/follows`, { handle: 'mayapaddles' })).status).toBe(404);
  });

  it('says something to nobody’s case, and names whom it is for', async () => {
    const text = unique();
    const made = await client.post(`${base}/tweets`, { type: 'mention', body: text, to: 'mayapaddles' });
    expect(made).toMatchObject({
      status: 201,
      body: { body: `@mayapaddles ${text}`, direction: 'out', type: 'mention', status: 'sent', to: 'mayapaddles' },
    });
    const [posted, ...more] = said(`@mayapaddles ${text}`);
    expect([made.body['twitter_status_id'], more]).toEqual([posted!.id, []]);
    const path = made.body._links.self.href.slice('/api/v2'.length);
    expect((await client.get(path)).body).toEqual(made.body);
    expect((await entries(client, `${base}/tweets`)).map(({ id }) => id)).toContain(made.body.id);
    const named = await client.post(`${base}/tweets`, { body: `@MayaPaddles ${text} `, to: '@mayapaddles' });
    expect(named.body['body']).toBe(`@MayaPaddles ${text}`);
  });

  it('is refused what X would refuse, in words', async () => {
    const long = await client.post(`${base}/tweets`, { body: 'Step by step. '.repeat(40) });
    expect(long).toMatchObject({ status: 422, body: { message: expect.stringContaining('too long') } });
    expect((await client.post(`${base}/tweets`, { type: 'mention' })).body['errors']).toEqual({ body: ['blank'] });
    const text = unique();
    world.outside.x.fault({
      method: 'POST',
      path: '/2/tweets',
      times: 1,
      effect: { kind: 'answer', status: 403, body: { title: 'Forbidden' } },
    });
    const refused = await client.post(`${base}/tweets`, { body: text });
    expect([refused.status, said(text)]).toEqual([409, []]);
    expect((await entries(client, `${base}/tweets?per_page=100`)).filter(({ body }) => body === text)).toEqual([]);
  });
});

describe('a post whose answer was lost', () => {
  const lost = { method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'lose-answer' } } as const;
  const unseen = { method: 'GET', path: '/2/users/:id/tweets', times: 1, effect: { kind: 'drop' } } as const;
  const statusOf = async (text: string) =>
    (await entries(client, `${base}/tweets?per_page=100`))
      .filter(({ body }) => body === text)
      .map((one) => one['status']);

  it('is found there, and is one', async () => {
    const text = unique();
    world.outside.x.fault(lost);
    expect(await client.post(`${base}/tweets`, { body: text })).toMatchObject({
      status: 201,
      body: { status: 'sent' },
    });
    expect(said(text)).toHaveLength(1);
  });

  it('waits while nobody can look, and is not posted again by whoever asks again', async () => {
    const text = unique();
    world.outside.x.fault(lost);
    world.outside.x.fault(unseen);
    expect((await client.post(`${base}/tweets`, { body: text })).status).toBe(503);
    expect(await statusOf(text)).toEqual(['pending']);
    expect((await client.post(`${base}/tweets`, { body: text })).status).toBe(201);
    expect([said(text).length, await statusOf(text)]).toEqual([1, ['sent']]);
  });

  it('is let go when X surely does not have it, by itself or by asking again', async () => {
    const dropped = { method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'drop' } } as const;
    const [text, other] = [unique(), unique()];
    world.outside.x.fault(dropped);
    expect((await client.post(`${base}/tweets`, { body: text })).status).toBe(503);
    expect((await client.post(`${base}/tweets`, { body: text })).status).toBe(503);
    minutePasses();
    expect((await client.post(`${base}/tweets`, { body: text })).status).toBe(201);
    expect(said(text)).toHaveLength(1);
    world.outside.x.fault(dropped);
    expect((await client.post(`${base}/tweets`, { body: other })).status).toBe(503);
    minutePasses();
    await desk.running.get(SettleAccountPosts).run();
    expect([said(other), await statusOf(other)]).toEqual([[], []]);
  });
});

describe('a tweet of a case', () => {
  it('is listed for those who see the case, and reposted and liked in the name of the account', async () => {
    const { caseId, tweet } = await aCaseOnX();
    const { body } = await client.get(tweet);
    expect(body).toMatchObject({ direction: 'in', status: 'received', from: 'mayapaddles', to: 'larkspurcoffee' });
    expect(body._links).toMatchObject({ case: { href: `/api/v2/cases/${caseId}` } });
    const done = () =>
      desk.sql.row(
        'SELECT reposted_at IS NOT NULL AS reposted, liked_at IS NOT NULL AS liked FROM social_posts WHERE id = $1',
        [body.id],
      );
    for (const action_type of ['retweet', 'favorite', 'retweet']) {
      expect((await client.post(`${tweet}/actions`, { action_type })).status).toBe(201);
    }
    expect(await done()).toEqual({ reposted: true, liked: true });
    expect(ours().filter((post) => post.retweeted === body['twitter_status_id'])).toHaveLength(1);
    await client.post(`${tweet}/actions`, { action_type: 'unretweet' });
    expect(await done()).toEqual({ reposted: false, liked: true });
    expect((await client.post(`${tweet}/actions`, { action_type: 'burn' })).status).toBe(422);
    await desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'agent'");
    const agent = new DeskClient(desk.as(desk.agent));
    expect((await agent.get(tweet)).status).toBe(404);
    expect((await agent.post(`${tweet}/actions`, { action_type: 'retweet' })).status).toBe(404);
    expect((await entries(agent, `${base}/tweets`)).map(({ id }) => id)).not.toContain(body.id);
    await desk.sql.run("UPDATE roles SET case_scope = 'all' WHERE key = 'agent'");
  });
});

describe('people on X and Facebook', () => {
  it('are followed by their handles, asked for, and left again', async () => {
    const follows = `${base}/follows`;
    expect((await client.get(`${follows}/jonas_weber`)).status).toBe(404);
    const made = await client.post(follows, { handle: '@Jonas_Weber' });
    expect(made).toMatchObject({
      status: 201,
      body: { handle: 'jonas_weber', can_direct_message: true, _links: { self: { class: 'twitter_follow' } } },
    });
    expect(world.outside.x.follows('larkspurcoffee', 'jonas_weber')).toBe(true);
    expect((await client.get(`${follows}/jonas_weber`)).body).toEqual(made.body);
    expect((await client.delete(`${follows}/jonas_weber`)).status).toBe(204);
    expect(world.outside.x.follows('larkspurcoffee', 'jonas_weber')).toBe(false);
    expect(await client.post(follows, { handle: 'nobody_at_all' })).toMatchObject({
      status: 422,
      body: { errors: { handle: ['invalid'] } },
    });
    expect((await client.post(follows, { handle: '../me' })).status).toBe(422);
  });

  it('are customers, made known by a handle, and linked from there', async () => {
    const { body } = await client.post('/twitter_users', { handle: '@omar_qahwa' });
    expect(body).toMatchObject({
      handle: 'omar_qahwa',
      followers_count: expect.any(String),
      verified: expect.any(Boolean),
    });
    const customer = await client.get(body._links.customer.href.slice('/api/v2'.length));
    expect(customer.body._links).toMatchObject({
      twitter_user: { href: body._links.self.href, class: 'twitter_user' },
      facebook_user: null,
    });
    expect((await client.post('/twitter_users', { handle: 'omar_qahwa' })).body.id).toBe(body.id);
    const { id } = await desk.as(desk.administrator).call(customersApi.create, { body: { firstName: 'Kenji' } });
    const links = { customer: { href: `/api/v2/customers/${id}`, class: 'customer' } };
    const known = await client.post('/twitter_users', { handle: 'kenji_climbs', _links: links });
    expect(known.body._links.customer.href).toBe(`/api/v2/customers/${id}`);
    expect((await entries(client, '/twitter_users?handle=kenji_climbs')).map((one) => one.id)).toEqual([known.body.id]);
    const [facebook] = await desk.sql.rows<{ id: number }>(
      "INSERT INTO customer_identities (customer_id, network, external_id) VALUES ($1, 'facebook', '42') RETURNING id",
      [id],
    );
    expect((await client.get(`/facebook_users/${facebook!.id}`)).body).toMatchObject({
      profile_url: 'https://www.facebook.com/42',
    });
    expect((await client.get(`/customers/${id}`)).body._links).toMatchObject({
      facebook_user: { class: 'facebook_user' },
    });
  });
});
