import { messagesApi } from '@bureau/contracts';
import { BlobStorage } from '@bureau/platform';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { startTestDesk, type TestDesk } from '../../../../../../test/fixtures/desk.ts';
import {
  aBatch,
  aMention,
  anAccount,
  anXId,
  APPS,
  casesOf,
  EVERYTHING,
  fatesOf,
  hoursAgo,
  tell,
} from './social-in.fixture.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startTestDesk({ env: APPS });
});
afterAll(() => desk.stop());

const hear = async (network: 'x' | 'facebook', ...documents: unknown[]): Promise<void> => {
  for (const document of documents) expect(await tell(desk, network, document)).toBe(200);
  await desk.drain();
};

describe('a post that names an account', () => {
  it('opens a case with its writer, who is known by his network from now on', async () => {
    const account = await anAccount(desk, 'x');
    await hear('x', aMention(desk, account, { writer: '101' }));

    const [opened, ...others] = await casesOf(desk, account);
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      ...{ channel: 'twitter', status: 'new', subject: 'My kettle leaks', customer: 'Don 101', brandId: desk.brandId },
      messages: [{ direction: 'in', text: `@${account.handle} My kettle leaks`, channel: 'twitter', from: '@don101' }],
    });
    const identity = await desk.sql.row(
      "SELECT handle, followers, verified FROM customer_identities WHERE external_id = '101'",
    );
    expect(identity).toEqual({ handle: 'don101', followers: 1234, verified: true });
  });

  it('begins with the group of the account', async () => {
    const group = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Social') RETURNING id");
    const account = await anAccount(desk, 'x', { groupId: group?.id ?? 0 });
    await hear('x', aMention(desk, account));
    expect(await casesOf(desk, account)).toMatchObject([{ groupId: group?.id }]);
  });

  it('is one, however often and in whatever form it comes', async () => {
    const account = await anAccount(desk, 'x');
    const mention = aMention(desk, account, { writer: '102' });
    const twice = { data: { ...mention.data, event_type: 'post.reply.create', event_uuid: 'another' } };
    await Promise.all([mention, mention, twice, mention].map((document) => tell(desk, 'x', document)));
    await desk.drain();
    expect(await casesOf(desk, account)).toHaveLength(1);
    expect(await fatesOf(desk, account)).toEqual({ message: 1 });
  });

  it('goes on in its case, and never in that of a stranger', async () => {
    const account = await anAccount(desk, 'x');
    const first = aMention(desk, account, { writer: '103' });
    const conversation = first.data.payload.id;
    const again = aMention(desk, account, { writer: '103', conversation, answers: conversation, text: 'Still leaks' });
    const stranger = aMention(desk, account, { writer: '104', conversation, answers: conversation, text: 'Mine, too' });
    await hear('x', stranger, again, first);
    const cases = await casesOf(desk, account);
    expect(cases.map(({ customer, messages }) => `${customer}: ${messages.length}`).toSorted()).toEqual([
      'Don 103: 2',
      'Don 104: 1',
    ]);
  });

  it('opens another case when the first is closed for good, and says of which it is the continuation', async () => {
    const account = await anAccount(desk, 'x');
    const first = aMention(desk, account, { writer: '105' });
    const conversation = first.data.payload.id;
    await hear('x', first);
    const [opened] = await casesOf(desk, account);
    await desk.sql.run("UPDATE cases SET status = 'closed', closed_at = now() WHERE id = $1", [opened?.id]);
    await hear('x', aMention(desk, account, { writer: '105', conversation, answers: conversation }));
    const row = await desk.sql.row('SELECT continues_case_id AS before FROM cases ORDER BY id DESC LIMIT 1');
    expect(row).toEqual({ before: opened?.id });
  });

  it('of before the account was connected is no work for anybody', async () => {
    const account = await anAccount(desk, 'x');
    await hear('x', aMention(desk, account, { at: hoursAgo(desk, 2) }));
    expect(await casesOf(desk, account)).toEqual([]);
    expect(await fatesOf(desk, account)).toEqual({ suppressed: 1 });
  });

  it('is nothing when the account imports none, or the customer is blocked', async () => {
    const account = await anAccount(desk, 'x', { imports: { ...EVERYTHING.x, mentions: false, replies: false } });
    await hear('x', aMention(desk, account));
    expect(await fatesOf(desk, account)).toEqual({ suppressed: 1 });

    const listening = await anAccount(desk, 'x');
    await hear('x', aMention(desk, listening, { writer: '106' }));
    await desk.sql.run(
      "UPDATE customers SET blocked_at = now() WHERE id = (SELECT customer_id FROM customer_identities WHERE external_id = '106')",
    );
    await hear('x', aMention(desk, listening, { writer: '106' }));
    expect(await fatesOf(desk, listening)).toEqual({ message: 1, suppressed: 1 });
  });

  it('at two accounts of two brands is work for each of them', async () => {
    const other = await anAccount(desk, 'x', { brandId: await desk.aBrand('Larkspur') });
    const one = await anAccount(desk, 'x');
    const mention = aMention(desk, one, { writer: '107' });
    await hear('x', mention, { data: { ...mention.data, filter: { user_id: other.externalId } } });
    expect(await casesOf(desk, one)).toMatchObject([{ brandId: desk.brandId, customer: 'Don 107' }]);
    expect(await casesOf(desk, other)).toMatchObject([{ customer: 'Don 107' }]);
  });
});

describe('what becomes of a post afterwards', () => {
  it('an edition replaces its words, and the history says so; an older one that comes late does not', async () => {
    const account = await anAccount(desk, 'x');
    const [first, second, third] = [anXId(desk), anXId(desk), anXId(desk)];
    const edition = (id: string, editions: string[], text: string) =>
      aMention(desk, account, { id, editions, text, writer: '110', conversation: first });
    await hear('x', edition(first, [first], 'one'));
    await hear('x', edition(third, [first, second, third], 'three'));
    await hear('x', edition(second, [first, second], 'two'));
    const [opened] = await casesOf(desk, account);
    expect(opened?.messages.map(({ text }) => text)).toEqual(['three']);
    const events = await desk.sql.rows('SELECT event FROM case_events WHERE case_id = $1 ORDER BY sequence', [
      opened?.id,
    ]);
    expect(events).toEqual([{ event: 'case.opened' }, { event: 'post.edited' }]);
  });

  it('a removal marks it, also when it is heard of first', async () => {
    const account = await anAccount(desk, 'x');
    const mention = aMention(desk, account, { writer: '111' });
    const removal = {
      data: {
        ...{ event_uuid: 'r', filter: { user_id: account.externalId }, event_type: 'post.delete' },
        payload: { id: mention.data.payload.id },
      },
    };
    await hear('x', removal, mention);
    const marked = await desk.sql.row(
      'SELECT deleted_at IS NOT NULL AS gone, message_id IS NOT NULL AS said FROM social_posts WHERE external_id = $1',
      [mention.data.payload.id],
    );
    expect(marked).toEqual({ gone: true, said: true });
    expect(await casesOf(desk, account)).toHaveLength(1);
  });

  it('hiding a comment and showing it again are followed', async () => {
    const page = await anAccount(desk, 'facebook');
    const comment = {
      item: 'comment',
      comment_id: '5_1',
      post_id: '5',
      parent_id: '5',
      from: { id: 'F1', name: 'Fay' },
    };
    const told = (verb: string) => aBatch(desk, page, { changes: [{ ...comment, verb, message: 'hm', nonce: verb }] });
    await hear('facebook', told('add'), told('hide'));
    const hidden = () =>
      desk.sql.row('SELECT hidden_at IS NOT NULL AS hidden FROM social_posts WHERE account_id = $1', [page.id]);
    expect(await hidden()).toEqual({ hidden: true });
    await hear('facebook', told('unhide'));
    expect(await hidden()).toEqual({ hidden: false });
  });
});

describe('a page of Facebook', () => {
  it('brings visitors’ posts, comments and messages as cases of their own', async () => {
    const page = await anAccount(desk, 'facebook');
    const fay = { id: 'F2', name: 'Fay' };
    await hear(
      'facebook',
      aBatch(desk, page, {
        changes: [
          { item: 'post', verb: 'add', post_id: '6_1', from: fay, message: 'Hello?' },
          { item: 'status', verb: 'add', post_id: '6_2', from: { id: page.externalId }, message: 'News' },
          {
            item: 'comment',
            verb: 'add',
            comment_id: '2_1',
            post_id: '6_2',
            parent_id: '6_2',
            from: fay,
            message: 'Nice',
          },
          {
            item: 'comment',
            verb: 'add',
            comment_id: '2_2',
            post_id: '6_2',
            parent_id: '2_1',
            from: { id: 'G' },
            message: 'No',
          },
        ],
      }),
      aBatch(desk, page, {
        messaging: [{ sender: { id: 'P1' }, recipient: { id: page.externalId }, message: { mid: 'm1', text: 'psst' } }],
      }),
    );
    const cases = await casesOf(desk, page);
    expect(cases.map(({ customer, subject }) => `${customer}: ${subject}`).toSorted()).toEqual([
      'Facebook user: No',
      'Facebook user: psst',
      'Fay: Hello?',
      'Fay: Nice',
    ]);
    expect(new Set(cases.map(({ channel }) => channel))).toEqual(new Set(['facebook']));
    const context = await desk.sql.row(
      "SELECT by_account, text, message_id FROM social_posts WHERE external_id = '6_2'",
    );
    expect(context).toEqual({ by_account: true, text: 'News', message_id: null });
  });

  it('takes somebody of the feed and somebody of Messenger for two people, even when their ids are equal', async () => {
    const page = await anAccount(desk, 'facebook');
    await hear(
      'facebook',
      aBatch(desk, page, {
        changes: [{ item: 'post', verb: 'add', post_id: '8_1', from: { id: '555', name: 'Fay' }, message: 'x' }],
      }),
      aBatch(desk, page, {
        messaging: [{ sender: { id: '555' }, recipient: { id: page.externalId }, message: { mid: 'm8', text: 'y' } }],
      }),
    );
    const rows = await desk.sql.rows('SELECT DISTINCT customer_id FROM cases WHERE social_account_id = $1', [page.id]);
    expect(rows).toHaveLength(2);
  });

  it('answered in the app of the network is answered in the case, and rules hear of it', async () => {
    const page = await anAccount(desk, 'facebook');
    const sender = { id: 'P2' };
    const recipient = { id: page.externalId };
    await hear(
      'facebook',
      aBatch(desk, page, { messaging: [{ sender, recipient, message: { mid: 'n1', text: 'Do you?' } }] }),
    );
    const echo = { sender: recipient, recipient: sender, message: { mid: 'n2', text: 'We do', is_echo: true } };
    await hear('facebook', aBatch(desk, page, { messaging: [echo] }), aBatch(desk, page, { messaging: [echo] }));
    const [opened] = await casesOf(desk, page);
    expect(opened).toMatchObject({
      status: 'open',
      messages: [{ direction: 'in' }, { direction: 'out', text: 'We do', channel: 'facebook' }],
    });
    const deliveries = await desk.sql.rows('SELECT FROM deliveries WHERE case_id = $1', [opened?.id]);
    expect(deliveries).toEqual([]);
  });
});

describe('what a person had erased', () => {
  it('is gone from the case, from the post, and from the bytes that brought it', async () => {
    const page = await anAccount(desk, 'facebook');
    const from = { id: 'E1', name: 'Eve' };
    const post = (id: string, message: string) => ({ item: 'post', verb: 'add', post_id: id, from, message });
    await hear('facebook', aBatch(desk, page, { changes: [post('90_1', 'my secret'), post('90_2', 'my other')] }));
    await hear('facebook', aBatch(desk, page, { changes: [{ ...post('90_1', 'my changed secret'), verb: 'edited' }] }));
    const row = await desk.sql.row<{ id: number }>(
      "SELECT message_id AS id FROM social_posts WHERE external_id = '90_1'",
    );
    await desk.as(desk.administrator).call(messagesApi.erase, { params: { messageId: row?.id ?? 0 } });

    const raws = await desk.sql.rows<{ sha256: string }>(
      'SELECT DISTINCT raw_sha256 AS sha256 FROM intake_items WHERE social_account_id = $1',
      [page.id],
    );
    const storage = desk.running.get(BlobStorage);
    for (const { sha256 } of raws) expect((await storage.readBuffer(sha256)).toString()).not.toContain('secret');
    const kept = await desk.sql.rows("SELECT FROM social_posts WHERE text LIKE '%secret%'");
    expect(kept).toEqual([]);
    const other = (await casesOf(desk, page)).map(({ messages }) => messages[0]?.text);
    expect(other).toContain('my other');
  });
});
