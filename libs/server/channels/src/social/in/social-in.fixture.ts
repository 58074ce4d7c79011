import { createHmac } from 'node:crypto';
import type { SocialImports } from '@bureau/contracts';
import { ApiClient } from '../../../../../../test/fixtures/api-client.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';

/** The apps of a test: what its webhooks are signed with. */
export const APPS = {
  ...{ X_APP_KEY: 'key', X_APP_SECRET: 'x-secret', FB_APP_ID: '42', FB_APP_SECRET: 'facebook-secret' },
  ...{ FB_VERIFY_TOKEN: 'verify-me' },
};

export const EVERYTHING = {
  x: { network: 'x', mentions: true, replies: true, quotes: true, directMessages: true, searches: ['kettle'] },
  facebook: { network: 'facebook', visitorPosts: true, companyPosts: true, comments: true, privateMessages: true },
} satisfies Record<'x' | 'facebook', SocialImports>;

let serial = 0;

export interface TestAccount {
  id: number;
  network: 'x' | 'facebook';
  externalId: string;
  handle: string;
}

/** An account that listens since an hour, without keys: what it hears comes by webhook. */
export async function anAccount(
  desk: TestDesk,
  network: 'x' | 'facebook',
  given: { brandId?: number; groupId?: number; imports?: SocialImports; connectedAt?: Date } = {},
): Promise<TestAccount> {
  const { brandId = desk.brandId, groupId = null, connectedAt = hoursAgo(desk, 1) } = given;
  const externalId = `${9_000_000 + ++serial}`;
  const handle = network === 'x' ? `acme${serial}` : '';
  const { id } = await desk.running.get(SocialAccountRepository).save({
    ...{ network, externalId, handle, name: `Acme ${serial}`, brandId, groupId, connectedAt },
    imports: given.imports ?? EVERYTHING[network],
  });
  return { id, network, externalId, handle };
}

export function hoursAgo(desk: TestDesk, hours: number): Date {
  return new Date(desk.clock.now().getTime() - hours * 3_600_000);
}

/** Tells the desk something as a network does, signed over its very bytes; resolves to the status of the answer. */
export async function tell(desk: TestDesk, network: 'x' | 'facebook', document: unknown): Promise<number> {
  return tellBytes(desk, network, Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)));
}

export async function tellBytes(
  desk: TestDesk,
  network: 'x' | 'facebook',
  bytes: Buffer,
  signature = signatureOf(network, bytes),
): Promise<number> {
  const header = network === 'x' ? 'x-twitter-webhooks-signature' : 'x-hub-signature-256';
  const response = await fetch(`${desk.url}/hooks/${network}`, {
    ...{ method: 'POST', body: new Uint8Array(bytes) },
    headers: { 'content-type': 'application/json', ...(signature === '' ? {} : { [header]: signature }) },
  });
  await response.text();
  return response.status;
}

function signatureOf(network: 'x' | 'facebook', bytes: Buffer): string {
  const [secret, encoding] =
    network === 'x' ? (['x-secret', 'base64'] as const) : (['facebook-secret', 'hex'] as const);
  return `sha256=${createHmac('sha256', secret).update(bytes).digest(encoding)}`;
}

export interface XPostGiven {
  id?: string;
  text?: string;
  writer?: string;
  conversation?: string;
  answers?: string;
  quotes?: string;
  editions?: string[];
  at?: Date;
  media?: string[];
}

/** A new id of X, of now. */
export function anXId(desk: TestDesk, at = desk.clock.now()): string {
  return String(((BigInt(at.getTime()) - 1288834974657n) << 22n) + BigInt(++serial));
}

/** What the Activity API tells of a post that names the account. */
export function aMention(desk: TestDesk, account: TestAccount, given: XPostGiven = {}) {
  const {
    at = desk.clock.now(),
    id = anXId(desk, at),
    writer = '77',
    text = `@${account.handle} My kettle leaks`,
  } = given;
  const { conversation = id, answers, quotes, editions = [id], media = [] } = given;
  const referenced = [
    ...(answers === undefined ? [] : [{ type: 'replied_to', id: answers }]),
    ...(quotes === undefined ? [] : [{ type: 'quoted', id: quotes }]),
  ];
  const payload = {
    ...{ id, text, author_id: writer, conversation_id: conversation, created_at: at.toISOString(), lang: 'en' },
    ...{ edit_history_tweet_ids: editions, referenced_tweets: referenced },
    entities: { mentions: [{ username: account.handle, id: account.externalId }] },
    attachments: { media_keys: media.map((_, index) => `3_${index}`) },
  };
  const includes = {
    users: [
      {
        ...{ id: writer, username: `don${writer}`, name: `Don ${writer}`, verified: true },
        public_metrics: { followers_count: 1234 },
      },
    ],
    media: media.map((url, index) => ({ media_key: `3_${index}`, type: 'photo', url })),
  };
  return {
    data: {
      event_uuid: id,
      filter: { user_id: account.externalId },
      event_type: 'post.mention.create',
      payload,
      includes,
    },
  };
}

/** A batch of Facebook with changes of the feed or things of Messenger. */
export function aBatch(
  desk: TestDesk,
  page: TestAccount,
  { changes = [], messaging = [], standby = [] }: { changes?: object[]; messaging?: object[]; standby?: object[] },
) {
  const time = Math.floor(desk.clock.now().getTime() / 1000);
  const listed = changes.map((value) => ({ field: 'feed', value: { created_time: time, ...value } }));
  return {
    object: 'page',
    entry: [
      {
        ...{ id: page.externalId, time },
        ...(listed.length > 0 ? { changes: listed } : {}),
        ...(messaging.length > 0 ? { messaging: messaging.map((one) => ({ timestamp: time * 1000, ...one })) } : {}),
        ...(standby.length > 0 ? { standby: standby.map((one) => ({ timestamp: time * 1000, ...one })) } : {}),
      },
    ],
  };
}

export interface CaseOfPosts {
  id: number;
  channel: string;
  status: string;
  subject: string;
  customer: string;
  groupId: number | null;
  brandId: number;
  messages: { direction: string; text: string; channel: string; from: string; at: Date }[];
}

/** Every case with its messages, the oldest first. */
export async function casesOf(desk: TestDesk, account?: TestAccount): Promise<CaseOfPosts[]> {
  return desk.sql.rows<CaseOfPosts & Record<string, unknown>>(
    `SELECT c.id, c.channel, c.status, c.subject, p.name AS customer, c.group_id AS "groupId", c.brand_id AS "brandId",
       (SELECT json_agg(json_build_object('direction', m.direction, 'text', m.text, 'channel', m.channel,
          'from', m.from_address) ORDER BY m.sequence) FROM messages m WHERE m.case_id = c.id) AS messages
     FROM cases c JOIN customers p ON p.id = c.customer_id
     WHERE c.social_account_id IS NOT NULL AND ($1::bigint IS NULL OR c.social_account_id = $1) ORDER BY c.id`,
    [account?.id ?? null],
  );
}

/** How many items have each fate. */
export async function fatesOf(desk: TestDesk, account: TestAccount): Promise<Record<string, number>> {
  const rows = await desk.sql.rows<{ fate: string; count: number }>(
    'SELECT fate, count(*)::int AS count FROM intake_items WHERE social_account_id = $1 GROUP BY fate',
    [account.id],
  );
  return Object.fromEntries(rows.map(({ fate, count }) => [fate, count]));
}

export function callerOf(desk: TestDesk): ApiClient {
  return desk.as(desk.administrator);
}
