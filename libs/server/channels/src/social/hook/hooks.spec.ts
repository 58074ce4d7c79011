import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { intakeApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDesk, type TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { aBatch, aMention, anAccount, APPS, casesOf, fatesOf, tell, tellBytes } from '../in/social-in.fixture.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startTestDesk({ env: APPS });
});
afterAll(() => desk.stop());

const items = async () =>
  (await desk.sql.row<{ count: number }>('SELECT count(*)::int AS count FROM intake_items'))?.count;

describe('the challenge', () => {
  it('of X is answered by whoever knows the secret of the app', async () => {
    const response = await desk.anybody.fetch('/hooks/x?crc_token=abc');
    const hash = createHmac('sha256', 'x-secret').update('abc').digest('base64');
    expect([response.status, await response.json()]).toEqual([200, { response_token: `sha256=${hash}` }]);
  });

  it('of Facebook is answered when it says what was agreed on, as plain text', async () => {
    const ask = (token: string) =>
      desk.anybody.fetch(`/hooks/facebook?hub.mode=subscribe&hub.challenge=1158%3Cb%3E&hub.verify_token=${token}`);
    const right = await ask('verify-me');
    expect([right.status, await right.text()]).toEqual([200, '1158<b>']);
    expect(right.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await ask('verify-you')).status).toBe(403);
  });
});

describe('what is not signed by the network', () => {
  it.each(['x', 'facebook'] as const)('is refused at %s and leaves no trace', async (network) => {
    const account = await anAccount(desk, network);
    const before = await items();
    const bytes = Buffer.from(JSON.stringify(network === 'x' ? aMention(desk, account) : aBatch(desk, account, {})));
    const forged = ['', 'sha256=', 'sha256=00', `sha256=${createHmac('sha256', 'guess').update(bytes).digest('hex')}`];
    for (const signature of forged) expect(await tellBytes(desk, network, bytes, signature)).toBe(403);
    expect(await items()).toBe(before);
  });

  it('is not even read any more when somebody keeps on forging', async () => {
    desk.clock.toNextMinute();
    const statuses = await Promise.all(
      Array.from({ length: 80 }, () => tellBytes(desk, 'facebook', Buffer.from('{}'), 'sha256=00')),
    );
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
    desk.clock.advance(61_000);
    expect(await tell(desk, 'facebook', { object: 'page', entry: [] })).toBe(200);
  });

  it('is refused when another secret signed the same bytes with other white space', async () => {
    const account = await anAccount(desk, 'facebook');
    const batch = aBatch(desk, account, {});
    const signed = `sha256=${createHmac('sha256', 'facebook-secret').update(JSON.stringify(batch)).digest('hex')}`;
    expect(await tellBytes(desk, 'facebook', Buffer.from(JSON.stringify(batch, null, 1)), signed)).toBe(403);
  });
});

describe('what is signed', () => {
  it('is taken byte by byte, with escapes as Facebook writes them', async () => {
    const page = await anAccount(desk, 'facebook');
    const message = {
      sender: { id: 'P' },
      recipient: { id: page.externalId },
      message: { mid: 'u1', text: 'Grüße 😀' },
    };
    const escaped = JSON.stringify(aBatch(desk, page, { messaging: [message] })).replaceAll(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(await tell(desk, 'facebook', escaped)).toBe(200);
    await desk.drain();
    expect(await casesOf(desk, page)).toMatchObject([{ messages: [{ text: 'Grüße 😀' }] }]);
  });

  it('loses nothing of a batch because of one unit that nobody can read', async () => {
    const page = await anAccount(desk, 'facebook');
    const good = (id: string) => ({
      ...{ item: 'comment', verb: 'add', comment_id: id, post_id: '1', parent_id: '1' },
      ...{ from: { id, name: `Fay ${id}` }, message: 'hm' },
    });
    await tell(desk, 'facebook', aBatch(desk, page, { changes: [good('1_1'), { item: 7, verb: {} }, good('1_2')] }));
    await desk.drain();
    expect(await casesOf(desk, page)).toHaveLength(2);
    expect(await fatesOf(desk, page)).toEqual({ message: 2, held: 1 });
  });

  it.each([
    ['is no JSON', '{"object":'],
    ['is something else', '[1,2,3]'],
    [
      'is for a page that nobody connected',
      JSON.stringify({ object: 'page', entry: [{ id: '0', changes: [{ field: 'feed' }] }] }),
    ],
    ['has NUL in its ids', JSON.stringify({ object: 'page', entry: [{ id: '0\u0000', messaging: [{ x: 1 }] }] })],
  ])('is kept and can be found, though it %s', async (_, body) => {
    const before = (await items()) ?? 0;
    expect(await tell(desk, 'facebook', body)).toBe(200);
    await desk.drain();
    expect(await items()).toBe(before + 1);
  });

  it('beyond all measure is refused', async () => {
    expect(await tell(desk, 'facebook', `"${'x'.repeat(6_000_000)}"`)).toBe(413);
  });
});

describe('the Intake page', () => {
  const api = () => desk.as(desk.administrator);

  it('shows where it came to, gives its bytes, and lets a person decide what nobody could read', async () => {
    const account = await anAccount(desk, 'x');
    const event = { data: { filter: { user_id: account.externalId }, event_type: 'space.started', payload: { x: 1 } } };
    await tell(desk, 'x', event);
    await desk.drain();
    const { items: listed } = await api().call(intakeApi.list, { query: { socialAccountId: account.id } });
    const [item] = listed;
    expect(item).toMatchObject({
      ...{ fate: 'held', source: `x:${account.id}`, mailbox: null, reason: expect.stringContaining('space.started') },
      account: { id: account.id, network: 'x', handle: account.handle },
    });
    const params = { intakeId: item?.id ?? 0 };
    const raw = await api().fetch(`/api/v3/intake/${item?.id}/raw`);
    expect([raw.headers.get('content-type'), await raw.json()]).toEqual(['application/json', event]);

    await api().call(intakeApi.run, { params });
    await desk.drain();
    expect(await api().call(intakeApi.get, { params })).toMatchObject({ fate: 'held' });
    const accepted = await api().call(intakeApi.accept, { params, body: { into: 'new-case' } });
    expect(accepted).toMatchObject({ fate: 'message', caseId: expect.any(Number) });
  });

  it('dismisses it, too', async () => {
    const account = await anAccount(desk, 'x');
    await tell(desk, 'x', { data: { filter: { user_id: account.externalId }, event_type: 'chat.received' } });
    await desk.drain();
    const { items: listed } = await api().call(intakeApi.list, { query: { socialAccountId: account.id } });
    const dismissed = await api().call(intakeApi.dismiss, { params: { intakeId: listed[0]?.id ?? 0 } });
    expect(dismissed.fate).toBe('suppressed');
  });
});

describe('names and texts of strangers', () => {
  it('stay text, whatever they hold', async () => {
    const page = await anAccount(desk, 'facebook');
    const hostile = '<img src=x onerror=alert(1)>\u202e"\'--${7*7}{{7*7}}';
    await tell(
      desk,
      'facebook',
      aBatch(desk, page, {
        changes: [{ item: 'post', verb: 'add', post_id: '66_1', from: { id: 'H', name: hostile }, message: hostile }],
      }),
    );
    await desk.drain();
    expect(await casesOf(desk, page)).toMatchObject([{ customer: hostile, messages: [{ text: hostile }] }]);
    const row = await desk.sql.row("SELECT html FROM messages WHERE text LIKE '%onerror%'");
    expect(row).toEqual({ html: null });
  });
});

const corpus = path.resolve(import.meta.dirname, '../../../../../../../shared/corpora/facebook/restfb');
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.json')) : [];

describe.skipIf(files.length === 0)(`${files.length || 'No'} samples of webhooks, over HTTP`, () => {
  it('are taken quickly, and each ends in a fate of its own', async () => {
    for (const [network, externalId] of [
      ['facebook', '1234567890321'],
      ['facebook', '12345654332'],
    ] as const) {
      const page = await anAccount(desk, network, { connectedAt: new Date(0) });
      await desk.sql.run('UPDATE social_accounts SET external_id = $2 WHERE id = $1', [page.id, externalId]);
    }
    const before = (await items()) ?? 0;
    for (const name of files) {
      const began = performance.now();
      expect([name, await tellBytes(desk, 'facebook', readFileSync(path.join(corpus, name)))]).toEqual([name, 200]);
      expect(performance.now() - began).toBeLessThan(5000);
    }
    await desk.drain(60_000);
    const fates = await desk.sql.rows<{ fate: string; count: number }>(
      'SELECT fate, count(*)::int AS count FROM intake_items WHERE id > $1 GROUP BY fate',
      [before],
    );
    const count = Object.fromEntries(fates.map((row) => [row.fate, row.count]));
    expect(count['waiting']).toBeUndefined();
    expect(count['failed']).toBeUndefined();
    expect(count['held']).toBeGreaterThan(0);
    expect(count['message']).toBeGreaterThanOrEqual(10);
  });
});
