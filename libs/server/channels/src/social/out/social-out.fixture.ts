import {
  casesApi,
  Upload,
  type FeedMessage,
  type Network,
  type ReplyOnNetwork,
  type SocialAccount,
} from '@bureau/contracts';
import { socialKeyOf, xConversationOf } from '@bureau/domain';
import { connectAccounts, LARKSPUR_PAGE, type DeskAndNetworks } from '../../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';

export type World = Pick<DeskAndNetworks, 'desk' | 'outside'>;

/** Cases begin as these tests say, and by nothing else. */
async function deaf({ desk }: World, account: SocialAccount | undefined): Promise<SocialAccount> {
  if (!account) throw new Error('No account was connected.');
  const nothing = {
    x: { mentions: false, replies: false, quotes: false, directMessages: false, searches: [] },
    facebook: { visitorPosts: false, companyPosts: false, comments: false, privateMessages: false },
  };
  const { id, network } = account;
  const imports = JSON.stringify({ network, ...nothing[network] });
  await desk.sql.run('UPDATE social_accounts SET imports = $2 WHERE id = $1', [id, imports]);
  return account;
}

export async function larkspurOnX(world: World): Promise<SocialAccount> {
  const [account] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  return deaf(world, account);
}

export async function larkspurOnFacebook(world: World): Promise<SocialAccount> {
  const [account] = await connectAccounts(world, 'facebook', { as: 'noor' });
  return deaf(world, account);
}

interface Said {
  kind: 'post' | 'reply' | 'comment' | 'message';
  externalId: string;
  conversationId: string;
  parentId?: string | null;
  writerId: string;
  handle: string;
  name: string;
  text: string;
}

/** A case as it begins when somebody says something there. */
async function aCaseOf(
  desk: TestDesk,
  account: SocialAccount,
  said: Said,
): Promise<{ caseId: number; messageId: number }> {
  const { network } = account;
  const customer = await desk.sql.row<{ id: number }>(
    `WITH known AS (SELECT customer_id AS id FROM customer_identities WHERE network = $1 AND external_id = $2),
       made AS (INSERT INTO customers (name) SELECT $4 WHERE NOT EXISTS (SELECT FROM known) RETURNING id),
       named AS (INSERT INTO customer_identities (customer_id, network, external_id, handle, name)
                 SELECT id, $1, $2, $3, $4 FROM made)
     SELECT id FROM made UNION ALL SELECT id FROM known`,
    [network, said.writerId, said.handle, said.name],
  );
  const { id: caseId } = await desk.as(desk.administrator).call(
    casesApi.open,
    {
      body: {
        subject: said.text.slice(0, 80),
        text: said.text,
        channel: channelOf(network),
        customerId: idOf(customer),
        brandId: account.brand.id,
      },
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  const message = await desk.sql.row<{ id: number }>('SELECT id FROM messages WHERE case_id = $1', [caseId]);
  const key = socialKeyOf({
    ...said,
    network,
    stableId: said.externalId,
    writer: { externalId: said.writerId, handle: '', name: '' },
  });
  await desk.sql.run('UPDATE cases SET social_account_id = $2, social_key = $3 WHERE id = $1', [
    caseId,
    account.id,
    key,
  ]);
  await desk.sql.run(
    `INSERT INTO social_posts (account_id, external_id, edition_id, kind, conversation_id, parent_id, writer_id, writer, message_id, posted_at)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[account.id, said.externalId, said.kind, said.conversationId, said.parentId ?? null, said.writerId],
      ...[JSON.stringify({ handle: said.handle, name: said.name }), idOf(message), desk.clock.now()],
    ],
  );
  return { caseId, messageId: idOf(message) };
}

/** Of what must be there. */
function idOf<Id>(row: { id: Id } | undefined): Id {
  if (!row) throw new Error('There is no such thing.');
  return row.id;
}

function channelOf(network: Network): 'twitter' | 'facebook' {
  return network === 'x' ? 'twitter' : 'facebook';
}

/** Somebody posts at the account on X. */
export async function aPostOnX(
  { desk, outside }: World,
  account: SocialAccount,
  fields: { as?: string; text?: string } = {},
) {
  const { as = 'mayapaddles', text = `@${account.handle} My kettle leaks ${crypto.randomUUID()}` } = fields;
  const { post } = outside.x.act({ kind: 'post', as, text });
  const { id, name } = outside.x.user(as);
  const said = {
    kind: 'post',
    externalId: idOf(post),
    conversationId: idOf(post),
    writerId: id,
    handle: as,
    name,
    text,
  } as const;
  return { ...(await aCaseOf(desk, account, said)), postId: idOf(post) };
}

/** Somebody writes to the account on X in private. */
export async function aMessageOnX({ desk, outside }: World, account: SocialAccount, as = 'mayapaddles') {
  const text = `Where is my order ${crypto.randomUUID()}?`;
  const { message } = outside.x.act({ kind: 'message', as, to: account.handle, text });
  const { id, name } = outside.x.user(as);
  const conversationId = xConversationOf(id, account.externalId);
  const said = {
    kind: 'message',
    externalId: idOf(message),
    conversationId,
    writerId: id,
    handle: as,
    name,
    text,
  } as const;
  return aCaseOf(desk, account, said);
}

/** Somebody posts on the page. */
export async function aPostOnThePage({ desk, outside }: World, account: SocialAccount, as = 'ana') {
  const text = `Where is my parcel ${crypto.randomUUID()}?`;
  const post = outside.facebook.play.post({ as, page: LARKSPUR_PAGE, message: text });
  const writerId = outside.facebook.feedId(LARKSPUR_PAGE, as);
  const said = {
    kind: 'post',
    externalId: post.id,
    conversationId: post.id,
    writerId,
    handle: '',
    name: as,
    text,
  } as const;
  return { ...(await aCaseOf(desk, account, said)), postId: post.id };
}

/** Somebody comments below a post of the page. */
export async function aCommentOnThePage({ desk, outside }: World, account: SocialAccount, as = 'jonas') {
  const post = outside.facebook.play.post({
    as: 'page',
    page: LARKSPUR_PAGE,
    message: `New roast ${crypto.randomUUID()}`,
  });
  const text = `Is it organic ${crypto.randomUUID()}?`;
  const comment = outside.facebook.play.comment({ as, on: post.id, message: text });
  const writerId = outside.facebook.feedId(LARKSPUR_PAGE, as);
  const place = { externalId: comment.id, conversationId: post.id, parentId: post.id };
  const said = { kind: 'comment', ...place, writerId, handle: '', name: as, text } as const;
  return { ...(await aCaseOf(desk, account, said)), postId: post.id, commentId: comment.id };
}

/** Somebody writes to the page in private. */
export async function aMessageToThePage({ desk, outside }: World, account: SocialAccount, as = 'maya') {
  const text = `Can I change my order ${crypto.randomUUID()}?`;
  const message = outside.facebook.play.message({ as, page: LARKSPUR_PAGE, text });
  const psid = outside.facebook.psid(LARKSPUR_PAGE, as);
  const said = {
    kind: 'message',
    externalId: message.id,
    conversationId: psid,
    writerId: psid,
    handle: '',
    name: as,
    text,
  } as const;
  return aCaseOf(desk, account, said);
}

export interface Answer {
  text?: string;
  uploadIds?: number[];
  to?: string[];
  post?: ReplyOnNetwork;
  replacesDeliveryId?: number;
}

/** The agent answers what they see now. */
export async function answer(desk: TestDesk, caseId: number, fields: Answer = {}): Promise<FeedMessage> {
  const api = desk.as(desk.agent);
  const { sequence } = await api.call(casesApi.get, { params: { caseId } });
  const body = { text: `We are on it ${crypto.randomUUID()}.`, sequence, ...fields };
  return api.call(casesApi.reply, { params: { caseId }, body }, { 'idempotency-key': crypto.randomUUID() });
}

/** What an answer is refused with. */
export async function refusalOf(desk: TestDesk, caseId: number, fields: Answer = {}): Promise<unknown> {
  const api = desk.as(desk.agent);
  const { sequence } = await api.call(casesApi.get, { params: { caseId } });
  const body = { text: 'We are on it.', sequence, ...fields };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const response = await api.send(casesApi.reply, { params: { caseId }, body }, headers);
  return response.json();
}

export async function messageOf(desk: TestDesk, caseId: number, messageId: number): Promise<FeedMessage> {
  const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: { limit: 100 } });
  const found = items.find((item): item is FeedMessage => item.kind === 'message' && item.id === messageId);
  if (!found) throw new Error(`There is no message ${messageId} in case ${caseId}.`);
  return found;
}

export async function upload(
  desk: TestDesk,
  fileName: string,
  { contentType, bytes }: { contentType: string; bytes: Buffer },
) {
  const query = new URLSearchParams({ fileName, contentType });
  const response = await desk
    .as(desk.agent)
    .fetch(`/api/v3/uploads?${query}`, { method: 'POST', body: new Uint8Array(bytes) });
  return Upload.parse(await response.json()).id;
}

/** Wakes what waits to be sent again. */
export async function hoursPass(desk: TestDesk, { outside }: World, ms: number): Promise<void> {
  desk.clock.advance(ms);
  outside.x.turnClock({ advanceMs: ms });
  outside.facebook.turnClock({ advanceMs: ms });
}
