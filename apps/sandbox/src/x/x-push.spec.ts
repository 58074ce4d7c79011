import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ETwitterStreamEvent } from 'twitter-api-v2';
import { listening } from '../listening.ts';
import { startWorld } from '../testing/desk.ts';
import { xClients } from '../testing/x.ts';

type Event = { event_uuid: string; event_type: string; filter: object; tag?: string; payload: Record<string, unknown> };

/** Plays the desk's webhook: answers challenges while `honest`, keeps what is signed rightly. */
async function aWebhook(secret: string) {
  const hash = (words: string) => `sha256=${createHmac('sha256', secret).update(words).digest('base64')}`;
  const hook = { url: '', honest: true, status: 200, got: [] as Event[], forged: 0, challenges: 0 };
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('crc_token');
    if (token !== null) {
      hook.challenges += 1;
      return response.end(JSON.stringify({ response_token: hash(hook.honest ? token : 'what?') }));
    }
    void text(request).then((body) => {
      if (request.headers['x-twitter-webhooks-signature'] !== hash(body)) hook.forged += 1;
      else hook.got.push(JSON.parse(body).data);
      response.writeHead(hook.status).end();
    });
  });
  hook.url = `http://127.0.0.1:${await listening(server, { port: 0, host: '127.0.0.1', variable: 'the test' })}/x`;
  onTestFinished(() => void server.close());
  return hook;
}

async function startPushing(types: string[]) {
  const sandbox = await startWorld({ x: { keepAliveMs: 20 } });
  const { x } = sandbox;
  const clients = xClients(sandbox);
  const app = clients.app();
  x.userTokens('larkspurcoffee');
  const hook = await aWebhook(x.app.appSecret);
  const { data } = await app.post<{ data: { id: string; valid: boolean } }>('webhooks', { url: hook.url });
  for (const event_type of types) {
    await app.post('activity/subscriptions', {
      event_type,
      filter: { user_id: '1001' },
      webhook_id: data.id,
      tag: 'larkspur',
    });
  }
  return { x, app, hook, webhookId: data.id, api: clients.user('larkspurcoffee') };
}

describe('webhooks', () => {
  it('hear of mentions, replies, quotes and messages, signed over the raw bytes', async () => {
    const { x, hook, api } = await startPushing([
      'post.mention.create',
      'post.reply.create',
      'post.quote.create',
      'dm.received',
      'dm.sent',
    ]);
    const ours = await api.tweet('New beans');
    const named = x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee hello' }).post!;
    x.act({ kind: 'reply', as: 'mayapaddles', to: ours.data.id, text: 'Finally' });
    x.act({ kind: 'quote', as: 'thebeanpost', of: ours.data.id, text: 'Hm' });
    x.act({ kind: 'message', as: 'mayapaddles', to: 'larkspurcoffee', text: 'in private' });
    await api.sendDmToParticipant('2001', { text: 'Yes?' });
    await x.idle();

    const types = hook.got.map(({ event_type }) => event_type).sort();
    expect(types).toEqual(['dm.received', 'dm.sent', 'post.mention.create', 'post.quote.create', 'post.reply.create']);
    expect(hook.forged).toBe(0);
    const mention = hook.got.find(({ event_type }) => event_type === 'post.mention.create');
    expect(mention).toMatchObject({
      tag: 'larkspur',
      filter: { user_id: '1001' },
      payload: { id: named.id, author_id: '2001' },
    });
    const message = hook.got.find(({ event_type }) => event_type === 'dm.received')!;
    expect(message.payload).toMatchObject({
      direct_message_events: [
        {
          message_create: { sender_id: '2001', target: { recipient_id: '1001' }, message_data: { text: 'in private' } },
        },
      ],
    });
  });

  it('hear of deletions, and of an app that was removed', async () => {
    const { x, hook } = await startPushing(['post.delete', 'oauth.revoke']);
    const post = x.act({ kind: 'post', as: 'larkspurcoffee', text: 'oops' }).post!;
    x.act({ kind: 'delete', post: post.id });
    x.act({ kind: 'remove-app', as: 'larkspurcoffee' });
    await x.idle();

    expect(hook.got.map(({ event_type }) => event_type).sort()).toEqual(['oauth.revoke', 'post.delete']);
  });

  it('are not registered without the right answer to the challenge, nor twice, nor in the clear', async () => {
    const { x, app, hook } = await startPushing([]);
    const dishonest = await aWebhook('another secret');
    const refusal = (name: string) => ({ code: 400, data: { errors: [{ message: expect.stringContaining(name) }] } });

    await expect(app.post('webhooks', { url: dishonest.url })).rejects.toMatchObject(refusal('CrcValidationFailed'));
    await expect(app.post('webhooks', { url: hook.url })).rejects.toMatchObject(refusal('DuplicateUrlFailed'));
    await expect(app.post('webhooks', { url: 'http://desk.example/x' })).rejects.toMatchObject(
      refusal('UrlValidationFailed'),
    );
    await expect(app.post('webhooks', { url: 'https://desk.example:8443/x' })).rejects.toMatchObject(
      refusal('UrlValidationFailed'),
    );
    expect(x.webhooks()).toHaveLength(1);
  });

  it('are asked every hour, and fall silent when they answer wrongly', async () => {
    const { x, app, hook, webhookId } = await startPushing(['post.mention.create']);
    hook.honest = false;
    x.turnClock({ advanceMs: 3_601_000 });
    await expect.poll(() => x.webhooks()[0]?.valid).toBe(false);
    x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee lost' });
    await x.idle();
    expect(hook.got).toEqual([]);

    hook.honest = true;
    expect(await app.put(`webhooks/${webhookId}`)).toEqual({ data: { valid: true } });
    x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee found' });
    await x.idle();
    expect(hook.got).toHaveLength(1);
    expect(await app.get('webhooks')).toMatchObject({
      data: [{ valid: true, url: hook.url }],
      meta: { result_count: 1 },
    });
    expect(await app.delete(`webhooks/${webhookId}`)).toEqual({ data: { deleted: true } });
    expect(x.subscriptions()).toEqual([]);
  });

  it('do not hear what is private of somebody who never let the app in', async () => {
    const { app, webhookId } = await startPushing([]);
    const subscribe = (user_id: string) =>
      app.post('activity/subscriptions', { event_type: 'dm.received', filter: { user_id }, webhook_id: webhookId });

    await expect(subscribe('1002')).rejects.toMatchObject({ code: 403 });
    await subscribe('1001');
    await expect(subscribe('1001')).rejects.toMatchObject({ code: 400 });
  });

  it('hear twice, late and in the wrong order when X has such a day', async () => {
    const { x, hook } = await startPushing(['post.mention.create']);
    const say = (words: string) => x.act({ kind: 'post', as: 'mayapaddles', text: `@larkspurcoffee ${words}` });
    x.deliver({ kind: 'out-of-order', windowMs: 20 });
    say('one');
    say('two');
    await x.idle();
    x.deliver({ kind: 'twice' });
    say('three');
    await x.idle();

    const texts = hook.got.map(({ payload }) => String(payload['text']).replace('@larkspurcoffee ', ''));
    expect(texts).toEqual(['two', 'one', 'three', 'three']);
    expect(new Set(hook.got.map(({ event_uuid }) => event_uuid)).size).toBe(3);
  });
});

describe('the filtered stream', () => {
  it('carries what its rules match, keeps alive, and ends as X ends it', async () => {
    const { x, app } = await startPushing([]);
    await expect(app.searchStream()).rejects.toMatchObject({ code: 409 });
    const rules = await app.updateStreamRules({ add: [{ value: '@larkspurcoffee -is:retweet', tag: 'larkspur' }] });
    expect(rules).toMatchObject({ data: [{ tag: 'larkspur' }], meta: { summary: { created: 1 } } });

    const stream = await app.searchStream({
      'tweet.fields': ['author_id'],
      autoConnect: true,
    });
    stream.autoReconnect = false;
    onTestFinished(() => stream.destroy());
    const alive = new Promise((resolve) => stream.once(ETwitterStreamEvent.DataKeepAlive, resolve));
    const heard = new Promise<{ data: object; matching_rules: object[] }>((resolve) =>
      stream.once(ETwitterStreamEvent.Data, resolve),
    );
    x.act({ kind: 'post', as: 'mayapaddles', text: 'nothing for you' });
    x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee streamed' });

    expect(await heard).toMatchObject({
      data: { text: '@larkspurcoffee streamed', author_id: '2001' },
      matching_rules: [{ tag: 'larkspur' }],
    });
    await alive;
    await expect(app.searchStream()).rejects.toMatchObject({ code: 429, data: { title: 'ConnectionException' } });
    const ended = new Promise<object>((resolve) => stream.once(ETwitterStreamEvent.DataError, resolve));
    x.disconnectStream();
    expect(JSON.stringify(await ended)).toContain('operational-disconnect');
    expect(x.streaming()).toBe(false);
  });

  it('lists and deletes its rules, and refuses those it cannot read', async () => {
    const { app } = await startPushing([]);
    const { data } = await app.updateStreamRules({ add: [{ value: 'grinder' }, { value: 'beans OR tea' }] });
    await expect(app.updateStreamRules({ add: [{ value: '-is:retweet' }] })).rejects.toMatchObject({ code: 400 });
    await app.updateStreamRules({ delete: { ids: [data[0]!.id] } });

    expect((await app.streamRules()).data).toMatchObject([{ value: 'beans OR tea' }]);
  });
});
