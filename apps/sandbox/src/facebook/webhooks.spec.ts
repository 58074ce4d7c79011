import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { APP_ID, APP_SECRET, LARKSPUR_PAGE, PAGE_INBOX_APP_ID } from './defaults.ts';
import {
  appToken,
  entryValues,
  startConnected,
  startFacebook,
  startHook,
  startListening,
  type Heard,
  type Json,
} from './testing/app.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const valuesOf = (heard: Heard[]) => heard.flatMap(({ body }) => body.entry).flatMap(entryValues);
const kinds = (values: Json[]) => values.map(({ item, verb }) => `${item}/${verb}`);

describe('subscribing', () => {
  it('asks the address for the challenge, and refuses one that does not know the token', async () => {
    const { graph } = await startFacebook();
    const hook = await startHook();
    const subscribe = async (given: object) =>
      (
        await graph.post(`${APP_ID}/subscriptions`, appToken, {
          object: 'page',
          callback_url: hook.url,
          fields: 'feed',
          verify_token: 'verify-me',
          ...given,
        })
      ).body;

    expect(await subscribe({ verify_token: 'another' })).toMatchObject({ error: { code: 2200 } });
    expect(await subscribe({ callback_url: 'http://127.0.0.1:1/' })).toMatchObject({ error: { code: 2200 } });
    expect(await subscribe({ fields: 'feed,gossip' })).toMatchObject({ error: { code: 100 } });
    expect(await subscribe({})).toEqual({ success: true });
    const { body } = await graph.get(`${APP_ID}/subscriptions`, appToken);
    expect(body.data).toMatchObject([
      { object: 'page', callback_url: hook.url, active: true, fields: [{ name: 'feed' }] },
    ]);
  });

  it('needs the app’s own token for the app, and the page’s token with the right permission for the page', async () => {
    const { facebook, graph, page, token, user } = await startConnected();
    const fields = { subscribed_fields: 'feed,messages' };

    expect((await graph.post(`${APP_ID}/subscriptions`, user, { object: 'page' })).body.error).toMatchObject({
      code: 15,
    });
    expect((await graph.post(`${page}/subscribed_apps`, user, fields)).body.error).toMatchObject({ code: 210 });
    expect(
      (await graph.post(`${page}/subscribed_apps`, token, { subscribed_fields: 'gossip' })).body.error,
    ).toMatchObject({ code: 100 });
    facebook.authority.changePermission({ person: 'noor', permission: 'pages_messaging', granted: false });
    expect((await graph.post(`${page}/subscribed_apps`, token, fields)).body.error).toMatchObject({
      code: 200,
      message: expect.stringContaining('pages_messaging'),
    });
    expect((await graph.post(`${page}/subscribed_apps`, token, { subscribed_fields: 'feed' })).body).toEqual({
      success: true,
    });
    expect((await graph.get(`${page}/subscribed_apps`, token)).body.data).toMatchObject([
      { id: APP_ID, subscribed_fields: ['feed'] },
    ]);
    expect((await graph.delete(`${page}/subscribed_apps`, token)).body).toEqual({ success: true });
    expect((await graph.get(`${page}/subscribed_apps`, token)).body.data).toEqual([]);
  });

  it('is needed twice: what only the app or only the page asked for is not sent', async () => {
    const { facebook, graph, page, token, hook, values } = await startListening();
    await graph.post(`${page}/subscribed_apps`, token, { subscribed_fields: 'feed' });
    facebook.play.message({ as: 'ana', page, text: 'not heard' });
    facebook.play.post({ as: 'ana', page, message: 'heard' });

    expect(kinds(await values())).toEqual(['post/add']);
    await graph.delete(`${APP_ID}/subscriptions`, appToken, { object: 'page' });
    facebook.play.post({ as: 'ana', page, message: 'not heard' });
    await facebook.deliveries.idle();
    expect(hook.heard).toHaveLength(1);
  });

  it('hears only people with a role while the app is in development', async () => {
    const { facebook, page, values } = await startListening();
    facebook.authority.changeApp({ mode: 'development' });
    facebook.play.post({ as: 'ana', page, message: 'not heard' });
    facebook.play.post({ as: 'noor', page, message: 'heard' });

    expect((await values()).map(({ message }) => message)).toEqual(['heard']);
  });
});

describe('a webhook call', () => {
  it('is signed over its bytes, in which everything foreign is escaped', async () => {
    const { facebook, page, hook } = await startListening();
    facebook.play.post({ as: 'jonas', page, message: 'Müßig 😀 \u2028 <b>50%</b> a@b' });
    await facebook.deliveries.idle();

    const [call] = hook.heard;
    expect(call?.raw.toString('latin1')).toContain(
      String.raw`M\u00fc\u00dfig \ud83d\ude00 \u2028 \u003Cb>50\u0025\u003C\/b> a\u0040b`,
    );
    expect(call?.raw.every((byte) => byte < 0x7f)).toBe(true);
    const sign = (algorithm: string) =>
      `${algorithm}=${createHmac(algorithm, APP_SECRET).update(call!.raw).digest('hex')}`;
    expect([call?.signature, call?.sha1]).toEqual([sign('sha256'), sign('sha1')]);
    expect(call?.body.entry[0].changes[0].value).toMatchObject({
      message: 'Müßig 😀 \u2028 <b>50%</b> a@b',
      from: { name: 'Jörg Müßig' },
    });
  });

  it('tells everything that happens on the feed, also what the desk and the page do', async () => {
    const { facebook, graph, page, token, inOrder } = await startListening();
    const { play } = facebook;
    const post = play.post({ as: 'ana', page, message: 'Broken' });
    const comment = play.comment({ as: 'tom', on: post.id, message: 'Mine too' });
    const answer = await graph.post(`${comment.id}/comments`, token, { message: 'We look' });
    play.edit({ id: comment.id, message: 'Mine too!' });
    play.react({ as: 'maya', id: post.id, type: 'sad' });
    play.react({ as: 'maya', id: post.id, type: 'love' });
    play.react({ as: 'maya', id: post.id });
    await graph.post(comment.id, token, { is_hidden: 'true' });
    await graph.post(comment.id, token, { is_hidden: 'false' });
    play.remove({ id: comment.id });
    play.edit({ id: post.id, message: 'Still broken' });
    play.remove({ id: post.id });
    play.post({ as: 'page', page, message: 'Open on Sunday' });

    const told = valuesOf(await inOrder());
    expect(kinds(told)).toEqual([
      'post/add',
      'comment/add',
      'comment/add',
      'comment/edited',
      'reaction/add',
      'reaction/edit',
      'reaction/remove',
      'comment/hide',
      'comment/unhide',
      'comment/remove',
      'post/edited',
      'post/remove',
      'status/add',
    ]);
    expect(told[0]).toMatchObject({ post_id: post.id, from: { id: facebook.feedId(page, 'ana') }, recipient_id: page });
    expect(told[1]).toMatchObject({
      comment_id: comment.id,
      parent_id: post.id,
      post_id: post.id,
      post: { id: post.id },
    });
    expect(told[2]).toMatchObject({ comment_id: answer.body.id, parent_id: comment.id, from: { id: page } });
    expect(told[9]).not.toHaveProperty('message');
    expect(Object.keys(told[11]).sort()).toEqual(['created_time', 'from', 'item', 'post_id', 'recipient_id', 'verb']);
  });

  it('tells everything that happens in Messenger, the desk’s own words as echoes with their metadata', async () => {
    const { facebook, graph, page, token, inOrder } = await startListening();
    const { play } = facebook;
    const psid = facebook.psid(page, 'maya');
    const asked = play.message({ as: 'maya', page, text: 'Hi' });
    await graph.post(`${page}/messages`, token, {
      recipient: { id: psid },
      messaging_type: 'RESPONSE',
      message: { text: 'Hello', metadata: 'desk:reply:1' },
    });
    play.message({ as: 'page', page, person: 'maya', text: 'From my phone' });
    play.message({ as: 'maya', page, sticker: '369239263222822' });
    play.message({ as: 'maya', page, text: 'yes', replyTo: asked.id });
    play.edit({ id: asked.id, message: 'Hi!' });
    play.react({ as: 'maya', id: asked.id, type: 'love' });
    play.react({ as: 'maya', id: asked.id });
    play.remove({ id: asked.id });
    play.read({ person: 'maya', page });
    play.postback({ person: 'maya', page });
    play.referral({ person: 'maya', page });

    const told = valuesOf(await inOrder());
    const inward = { sender: { id: psid }, recipient: { id: page } };
    expect(told).toMatchObject([
      { ...inward, message: { mid: asked.id, text: 'Hi' } },
      {
        sender: { id: page },
        recipient: { id: psid },
        message: { is_echo: true, app_id: Number(APP_ID), metadata: 'desk:reply:1' },
      },
      { sender: { id: page }, message: { is_echo: true, app_id: Number(PAGE_INBOX_APP_ID), text: 'From my phone' } },
      {
        ...inward,
        message: {
          sticker_id: 369239263222822,
          attachments: [{ type: 'sticker', payload: { url: expect.any(String) } }],
        },
      },
      { ...inward, message: { text: 'yes', reply_to: { mid: asked.id } } },
      { ...inward, message_edit: { mid: asked.id, text: 'Hi!', num_edit: 1 } },
      { ...inward, reaction: { mid: asked.id, action: 'react', reaction: 'love', emoji: '❤' } },
      { ...inward, reaction: { mid: asked.id, action: 'unreact' } },
      { ...inward, message: { mid: asked.id, is_deleted: true } },
      { ...inward, read: { watermark: expect.any(Number) } },
      { ...inward, postback: { title: 'Get started', payload: 'GET_STARTED' } },
      { ...inward, referral: { source: 'SHORTLINK', type: 'OPEN_THREAD' } },
    ]);
  });

  it('is for standby while another app owns the thread', async () => {
    const { facebook, page, inOrder } = await startListening();
    facebook.play.handOver({ person: 'maya', page, standby: true });
    facebook.play.message({ as: 'maya', page, text: 'Hi' });

    const entries = (await inOrder()).flatMap(({ body }) => body.entry);
    expect(entries[0].messaging[0]).toHaveProperty('take_thread_control');
    expect(entries[1].standby[0].message.text).toBe('Hi');
  });

  it('may carry several entries, come twice, come in the wrong order, or not at all', async () => {
    const { facebook, page, hook, values } = await startListening();
    const post = (message: string) => facebook.play.post({ as: 'ana', page, message });
    facebook.batchWebhooks(10_000);
    post('a');
    post('b');
    facebook.batchWebhooks(0);
    expect((await values()).map(({ message }) => message)).toEqual(['a', 'b']);
    expect(hook.heard).toHaveLength(1);

    hook.heard.length = 0;
    facebook.deliveries.setManner({ kind: 'twice' });
    post('c');
    expect((await values()).map(({ message }) => message)).toEqual(['c', 'c']);
    hook.heard.length = 0;
    facebook.deliveries.setManner({ kind: 'out-of-order', windowMs: 10 });
    post('d');
    post('e');
    expect((await values()).map(({ message }) => message)).toEqual(['e', 'd']);
    hook.heard.length = 0;
    facebook.deliveries.setManner({ kind: 'lost' });
    post('f');
    expect(await values()).toEqual([]);
  });

  it('is tried again less and less often for 36 hours, then given up', async () => {
    const { facebook, page, hook, values } = await startListening();
    const post = (message: string) => facebook.play.post({ as: 'ana', page, message });
    facebook.turnClock({ at: new Date('2026-06-01T10:00:00Z'), stopped: true });
    hook.refuseNext(3);
    post('late');
    expect(await values()).toEqual([]);
    expect(facebook.waitingWebhooks()).toBe(1);
    facebook.turnClock({ advanceMs: MINUTE });
    expect(await values()).toEqual([]);
    facebook.turnClock({ advanceMs: 4 * MINUTE });
    expect((await values()).map(({ message }) => message)).toEqual(['late']);
    expect(facebook.waitingWebhooks()).toBe(0);

    hook.refuseNext(100);
    post('never');
    for (let hours = 0; hours < 40; hours += 1) {
      await facebook.deliveries.idle();
      facebook.turnClock({ advanceMs: HOUR });
    }
    await facebook.deliveries.idle();
    expect(facebook.waitingWebhooks()).toBe(0);
    expect(facebook.violations()).toMatchObject([{ kind: 'webhook-refused' }]);
  });

  it('can be made up by a test, signed rightly, wrongly or not at all', async () => {
    const { facebook, hook } = await startListening();
    const payload = { object: 'page', entry: [{ id: '1', time: 1, changes: [] }] };
    expect(facebook.sendWebhook(payload)).toBe(true);
    facebook.sendWebhook(payload, 'wrong');
    facebook.sendWebhook(payload, 'sha1-only');
    facebook.sendWebhook(payload, 'none');
    await facebook.deliveries.idle();

    expect(new Set(hook.heard.map(({ signature }) => signature)).size).toBe(3);
    expect(hook.heard.filter(({ sha1 }) => sha1 !== '')).toHaveLength(3);
    expect(facebook.sendWebhook({ object: 'user' })).toBe(false);
  });

  it('says on the permissions object what a person gave and took', async () => {
    const { facebook, graph, page } = await startConnected();
    const hook = await startHook();
    const fields = 'pages_messaging,pages_show_list';
    await graph.post(`${APP_ID}/subscriptions`, appToken, {
      object: 'permissions',
      callback_url: hook.url,
      fields,
      verify_token: 'verify-me',
    });
    facebook.authority.changePermission({ person: 'noor', permission: 'pages_messaging', granted: false });
    await facebook.deliveries.idle();

    expect(hook.heard[0]?.body).toMatchObject({
      object: 'permissions',
      entry: [
        {
          changes: [
            { field: 'pages_messaging', value: { verb: 'revoked', target_ids: expect.arrayContaining([page]) } },
          ],
        },
      ],
    });
    expect(page).toBe(LARKSPUR_PAGE);
  });
});
