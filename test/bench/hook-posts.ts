import { createHmac } from 'node:crypto';

/** The apps that sign; the desk of the bench is told the same. */
export const APPS = {
  ...{ X_APP_KEY: 'bench', X_APP_SECRET: 'a secret of X for the bench' },
  ...{ FB_APP_ID: '42', FB_APP_SECRET: 'a secret of Facebook for the bench', FB_VERIFY_TOKEN: 'bench' },
};

/** The accounts that people write to. */
export const ACCOUNTS = {
  x: {
    ...{ network: 'x', externalId: '9000001', handle: 'larkspur' },
    imports: { network: 'x', mentions: true, replies: true, quotes: true, directMessages: true, searches: [] },
  },
  facebook: {
    ...{ network: 'facebook', externalId: '9000002', handle: '' },
    imports: { network: 'facebook', visitorPosts: true, companyPosts: true, comments: true, privateMessages: true },
  },
};

/** Something that a network tells, as it does. */
export interface Post {
  path: string;
  /** The header that proves where it comes from. */
  signature: string;
  body: string;
  /** Who says it; somebody else each time. */
  writer: string;
}

const TWITTER_EPOCH_MS = 1_288_834_974_657n;
const TEXT =
  'The grinder that I ordered two weeks ago has not arrived, and nobody answers the telephone. What happens now?';

let serial = 0;

/** Of X and of Facebook in turn. `name` tells it from all others. */
export function aPost(name: string): Post {
  serial += 1;
  return serial % 2 === 0 ? ofX(name, serial) : ofFacebook(name, serial);
}

function ofX(name: string, number: number): Post {
  const now = Date.now();
  const id = String(((BigInt(now) - TWITTER_EPOCH_MS) << 22n) + BigInt(number));
  const writer = { id: `${70_000_000 + number}`, username: `writer${number}`, name: `Writer ${name}` };
  const { externalId, handle } = ACCOUNTS.x;
  const body = JSON.stringify({
    data: {
      ...{ event_uuid: id, filter: { user_id: externalId }, event_type: 'post.mention.create' },
      payload: {
        ...{ id, text: `@${handle} ${TEXT}`, author_id: writer.id, conversation_id: id, lang: 'en' },
        ...{ created_at: new Date(now).toISOString(), edit_history_tweet_ids: [id] },
        entities: { mentions: [{ username: handle, id: externalId }] },
      },
      includes: { users: [{ ...writer, verified: false, public_metrics: { followers_count: 120 } }] },
    },
  });
  const signature = `x-twitter-webhooks-signature: sha256=${hmac(body, APPS.X_APP_SECRET, 'base64')}`;
  return { path: '/hooks/x', signature, body, writer: writer.name };
}

function ofFacebook(name: string, number: number): Post {
  const time = Math.floor(Date.now() / 1000);
  const { externalId } = ACCOUNTS.facebook;
  const from = { id: `${80_000_000 + number}`, name: `Writer ${name}` };
  const value = { item: 'post', verb: 'add', post_id: `${externalId}_${number}`, from, message: TEXT };
  const changes = [{ field: 'feed', value: { ...value, created_time: time } }];
  const body = JSON.stringify({ object: 'page', entry: [{ id: externalId, time, changes }] });
  const signature = `x-hub-signature-256: sha256=${hmac(body, APPS.FB_APP_SECRET, 'hex')}`;
  return { path: '/hooks/facebook', signature, body, writer: from.name };
}

function hmac(body: string, secret: string, encoding: 'base64' | 'hex'): string {
  return createHmac('sha256', secret).update(body).digest(encoding);
}
