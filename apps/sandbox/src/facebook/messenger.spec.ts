import { describe, expect, it } from 'vitest';
import { PAGE_INBOX_APP_ID } from './defaults.ts';
import { proofOf, startConnected, type Params } from './testing/app.ts';

const HOUR = 3_600_000;
const photo = { fileName: 'cup.png', contentType: 'image/png', base64: Buffer.from('a cup').toString('base64') };

async function startTalking() {
  const started = await startConnected();
  const { facebook, graph, page, token } = started;
  const psid = facebook.psid(page, 'maya');
  const send = async (message: object | undefined, more: Params = {}) =>
    (
      await graph.post(`${page}/messages`, token, {
        recipient: { id: psid },
        messaging_type: 'RESPONSE',
        message,
        ...more,
      })
    ).body;
  return { ...started, psid, send };
}

describe('sending with Messenger', () => {
  it('answers with the ids, and the conversation has it', async () => {
    const { facebook, graph, page, token, psid, send } = await startTalking();
    const asked = facebook.play.message({ as: 'maya', page, text: 'Is my paddle there?' });
    const sent = await send({ text: 'It is on its way', metadata: 'desk:reply:1' }, { reply_to: { mid: asked.id } });
    expect(sent).toEqual({ recipient_id: psid, message_id: expect.stringMatching(/^m_/) });

    const fields =
      'id,updated_time,participants,can_reply,unread_count,messages.limit(1){id,message,from,to,created_time,reply_to}';
    const { body } = await graph.get(`${page}/conversations`, token, { platform: 'messenger', fields });
    expect(body.data).toMatchObject([
      {
        id: `t_${psid}`,
        can_reply: true,
        unread_count: 0,
        participants: {
          data: [
            { id: psid, name: 'Maya Okafor' },
            { id: page, name: 'Larkspur Coffee' },
          ],
        },
        messages: {
          data: [
            {
              id: sent.message_id,
              message: 'It is on its way',
              from: { id: page },
              to: { data: [{ id: psid }] },
              reply_to: { mid: asked.id },
            },
          ],
        },
      },
    ]);
    const older = await graph.get(body.data[0].messages.paging.next);
    expect(older.body.data).toMatchObject([{ id: asked.id, message: 'Is my paddle there?', from: { id: psid } }]);
  });

  it('is open for 24 hours, then only for a human agent, and after 7 days for nobody', async () => {
    const { facebook, page, send } = await startTalking();
    const tagged = (tag: string) => send({ text: 'late' }, { messaging_type: 'MESSAGE_TAG', tag });
    const closed = {
      error: { code: 10, error_subcode: 2018278, message: expect.stringContaining('outside of allowed window') },
    };
    expect(await send({ text: 'cold call' })).toMatchObject(closed);

    facebook.play.message({ as: 'maya', page, text: 'Hi' });
    facebook.turnClock({ advanceMs: 23.9 * HOUR });
    expect(await send({ text: 'in time' })).toMatchObject({ message_id: expect.any(String) });
    facebook.turnClock({ advanceMs: HOUR });
    expect(await send({ text: 'late' })).toMatchObject(closed);
    expect(await tagged('HUMAN_AGENT')).toMatchObject({ message_id: expect.any(String) });
    expect(await tagged('ACCOUNT_UPDATE')).toMatchObject({ error: { code: 100, error_subcode: 2018277 } });
    facebook.authority.changeApp({ humanAgent: false });
    expect(await tagged('HUMAN_AGENT')).toMatchObject({ error: { code: 200 } });
    facebook.authority.changeApp({ humanAgent: true });
    facebook.turnClock({ advanceMs: 6 * 24 * HOUR });
    expect(await tagged('HUMAN_AGENT')).toMatchObject(closed);
    facebook.play.message({ as: 'maya', page, text: 'Still there?' });
    expect(await send({ text: 'We are' })).toMatchObject({ message_id: expect.any(String) });
  });

  it.each([
    ['text of 2,001 characters', { text: 'x'.repeat(2001) }, {}, 100, undefined],
    ['nothing to say', { text: ' ' }, {}, 100, 2018034],
    [
      'text and attachment at once',
      { text: 'x', attachment: { type: 'image', payload: { url: 'http://127.0.0.1/x' } } },
      {},
      100,
      2018034,
    ],
    [
      'a file that cannot be fetched',
      { attachment: { type: 'image', payload: { url: 'http://127.0.0.1:1/x.png' } } },
      {},
      100,
      2018008,
    ],
    [
      'an attachment nobody uploaded',
      { attachment: { type: 'image', payload: { attachment_id: '9' } } },
      {},
      100,
      2018074,
    ],
    ['somebody who does not exist', { text: 'x' }, { recipient: { id: '1234' } }, 100, 2018001],
    ['no recipient', { text: 'x' }, { recipient: undefined }, 100, undefined],
    ['no message', undefined, {}, 100, undefined],
    ['a kind of message that does not exist', { text: 'x' }, { messaging_type: 'SHOUT' }, 100, undefined],
    ['an answer to nothing', { text: 'x' }, { reply_to: { mid: 'm_none' } }, 100, 33],
  ] as const)('refuses %s', async (_what, message, more, code, subcode) => {
    const { facebook, page, send } = await startTalking();
    facebook.play.message({ as: 'maya', page, text: 'Hi' });

    const { error } = await send(message, more);
    expect(error).toMatchObject({ code });
    expect(error.error_subcode).toBe(subcode);
  });

  it('takes 2,000 characters, emoji counted as JavaScript counts them', async () => {
    const { facebook, page, send } = await startTalking();
    facebook.play.message({ as: 'maya', page, text: 'Hi' });

    expect(await send({ text: 'x'.repeat(2000) })).toMatchObject({ message_id: expect.any(String) });
  });

  it('does not reach somebody who is unavailable, a thread of another app, or anybody without the permission', async () => {
    const { facebook, page, send } = await startTalking();
    facebook.play.message({ as: 'maya', page, text: 'Hi' });
    facebook.authority.savePerson({ id: 'maya', unavailable: true });
    expect(await send({ text: 'x' })).toMatchObject({ error: { code: 551, error_subcode: 1545041 } });
    facebook.authority.savePerson({ id: 'maya', unavailable: false });
    facebook.play.handOver({ person: 'maya', page, standby: true });
    expect(await send({ text: 'x' })).toMatchObject({ error: { code: 10, error_subcode: 2018300 } });
    facebook.play.handOver({ person: 'maya', page, standby: false });
    facebook.authority.changePermission({ person: 'noor', permission: 'pages_messaging', granted: false });
    expect(await send({ text: 'x' })).toMatchObject({ error: { code: 200 } });
  });

  it('sends files by address, by upload and again by their id', async () => {
    const { facebook, graph, page, token, psid, send } = await startTalking();
    const asked = facebook.play.message({ as: 'maya', page, attachments: [photo] });
    const read = async (id: string) => (await graph.get(id, token, { fields: 'attachments' })).body.attachments.data[0];
    const given = await read(asked.id);
    expect(given).toMatchObject({
      mime_type: 'image/png',
      name: 'cup.png',
      size: 5,
      image_data: { url: expect.any(String) },
    });

    const byAddress = await send({
      attachment: { type: 'image', payload: { url: given.image_data.url, is_reusable: true } },
    });
    const again = await send({ attachment: { type: 'image', payload: { attachment_id: byAddress.attachment_id } } });
    expect(await (await fetch((await read(again.message_id)).image_data.url)).text()).toBe('a cup');
    expect(
      await send({ attachment: { type: 'video', payload: { attachment_id: byAddress.attachment_id } } }),
    ).toMatchObject({ error: { code: 100, error_subcode: 2018047 } });

    const form = new FormData();
    form.set('recipient', JSON.stringify({ id: psid }));
    form.set('messaging_type', 'RESPONSE');
    form.set('message', JSON.stringify({ attachment: { type: 'file', payload: {} } }));
    form.set('filedata', new File(['%PDF'], 'manual.pdf', { type: 'application/pdf' }));
    const address = `${facebook.url}/v25.0/me/messages?access_token=${token}&appsecret_proof=${proofOf(token)}`;
    const sent = await (await fetch(address, { method: 'POST', body: form })).json();
    expect(await read(sent.message_id)).toMatchObject({
      mime_type: 'application/pdf',
      name: 'manual.pdf',
      file_url: expect.any(String),
    });
  });

  it('counts an answer that is sent twice', async () => {
    const { facebook, page, send } = await startTalking();
    facebook.play.message({ as: 'maya', page, text: 'Hi' });
    await send({ text: 'Hello', metadata: 'desk:reply:7' });
    await send({ text: 'Hello', metadata: 'desk:reply:7' });

    expect(facebook.violations()).toMatchObject([{ kind: 'said-twice' }]);
  });
});

describe('answering a comment in private', () => {
  it('works once, within seven days, without a window', async () => {
    const { facebook, graph, page, token } = await startTalking();
    const post = facebook.play.post({ as: 'page', page, message: 'New roast!' });
    const theirs = facebook.play.comment({ as: 'tom', on: post.id, message: 'Mine was stale' });
    const reply = async (id: string) =>
      (await graph.post(`${page}/messages`, token, { recipient: { comment_id: id }, message: { text: 'Sorry, Tom' } }))
        .body;

    expect((await graph.get(theirs.id, token, { fields: 'can_reply_privately' })).body.can_reply_privately).toBe(true);
    expect(await reply(theirs.id)).toMatchObject({ recipient_id: facebook.psid(page, 'tom') });
    expect(await reply(theirs.id)).toMatchObject({ error: { code: 10900 } });
    expect((await graph.get(theirs.id, token, { fields: 'can_reply_privately' })).body.can_reply_privately).toBe(false);
    const own = await graph.post(`${theirs.id}/comments`, token, { message: 'We wrote to you' });
    expect(await reply(own.body.id)).toMatchObject({ error: { code: 10903 } });
    expect(await reply('1_2')).toMatchObject({ error: { code: 100, error_subcode: 33 } });
    const late = facebook.play.comment({ as: 'ana', on: post.id, message: 'And mine' });
    facebook.turnClock({ advanceMs: 7 * 24 * HOUR + 1000 });
    expect(await reply(late.id)).toMatchObject({ error: { code: 10, error_subcode: 2018278 } });
  });
});

describe('people in Messenger', () => {
  it('have a name and a picture once they wrote, under an id that the feed does not know', async () => {
    const { facebook, graph, page, token, psid } = await startTalking();
    expect((await graph.get(psid, token)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    facebook.play.message({ as: 'maya', page, text: 'Hi' });

    const { body } = await graph.get(psid, token, { fields: 'name,first_name,last_name,profile_pic,locale' });
    expect(body).toMatchObject({
      name: 'Maya Okafor',
      first_name: 'Maya',
      last_name: 'Okafor',
      locale: 'en_US',
      id: psid,
    });
    const picture = await fetch(body.profile_pic);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(facebook.feedId(page, 'maya')).not.toBe(psid);
    const moved = await graph.get(`${psid}/picture`, token);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, expect.stringContaining('/scontent/')]);
  });

  it('are listed newest first, and one alone by their id', async () => {
    const { facebook, graph, page, token, psid } = await startTalking();
    facebook.turnClock({ at: new Date('2026-06-01T10:00:00Z'), stopped: true });
    facebook.play.message({ as: 'maya', page, text: 'first' });
    facebook.turnClock({ advanceMs: 1000 });
    facebook.play.message({ as: 'tom', page, text: 'second' });
    const ids = async (params: Params) =>
      (await graph.get(`${page}/conversations`, token, params)).body.data.map(({ id }: { id: string }) => id);

    expect(await ids({ platform: 'messenger' })).toEqual([`t_${facebook.psid(page, 'tom')}`, `t_${psid}`]);
    expect(await ids({ user_id: psid })).toEqual([`t_${psid}`]);
    expect((await graph.get(`t_${psid}/messages`, token, { fields: 'message' })).body.data).toMatchObject([
      { message: 'first' },
    ]);
  });

  it('hear the page also from its own inbox, with that inbox’s app id', async () => {
    const { facebook, page } = await startTalking();
    facebook.play.message({ as: 'maya', page, text: 'Hi' });
    facebook.play.message({ as: 'page', page, person: 'maya', text: 'Hello from the phone' });

    const [conversation] = facebook.conversations({ page });
    expect(conversation?.messages.map(({ viaApp }) => viaApp)).toEqual([false, false]);
    expect(PAGE_INBOX_APP_ID).not.toBe(facebook.app.id);
  });
});
