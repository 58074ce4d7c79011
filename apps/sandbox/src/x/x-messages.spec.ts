import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { xClients } from '../testing/x.ts';

const FIELDS = {
  'dm_event.fields': ['created_at', 'sender_id', 'dm_conversation_id', 'attachments'],
  expansions: ['sender_id', 'attachments.media_keys'],
  'media.fields': ['url', 'type'],
  event_types: ['MessageCreate'],
} as never;
const DAY_MS = 24 * 60 * 60_000;

const textsOf = (events: object[]) => events.map((event) => ('text' in event ? event.text : ''));

async function startX() {
  const sandbox = await startWorld();
  const { x } = sandbox;
  const tells = (text: string, as = 'mayapaddles') =>
    x.act({ kind: 'message', as, to: 'larkspurcoffee', text }).message!;
  return { x, api: xClients(sandbox).user('larkspurcoffee'), clients: xClients(sandbox), tells };
}

describe('direct messages', () => {
  it('come newest first, in pages, with pictures and senders', async () => {
    const { x, api, tells } = await startX();
    const attachments = [{ base64: Buffer.from('not really a picture').toString('base64') }];
    x.act({ kind: 'message', as: 'mayapaddles', to: 'larkspurcoffee', text: 'Look', attachments });
    tells('Are you there?');
    tells('Hello?');

    const page = await api.listDmEvents({ ...(FIELDS as object), max_results: 2 });
    expect(textsOf(page.events)).toEqual(['Hello?', 'Are you there?']);
    await page.fetchNext();

    expect(page.events.at(-1)).toMatchObject({
      event_type: 'MessageCreate',
      sender_id: '2001',
      dm_conversation_id: '1001-2001',
    });
    expect(page.includes).toBeDefined();
    const { data } = await api.listDmEventsWithParticipant('2001', FIELDS);
    expect(data.includes!.media).toMatchObject([{ type: 'photo', url: expect.stringContaining('/media/') }]);
  });

  it('go out by participant and by conversation, and are read in both', async () => {
    const { x, api, tells } = await startX();
    tells('Where is my parcel?');
    const first = await api.sendDmToParticipant('2001', { text: 'Looking.' });
    await api.sendDmInConversation('1001-2001', { text: 'Found it.' });

    expect(first).toMatchObject({ data: { dm_conversation_id: '1001-2001', dm_event_id: expect.any(String) } });
    expect(x.messages('larkspurcoffee', 'mayapaddles').map(({ text }) => text)).toEqual([
      'Where is my parcel?',
      'Looking.',
      'Found it.',
    ]);
    expect((await api.listDmEventsOfConversation('1001-2001')).events).toHaveLength(3);
  });

  it('are refused by whoever does not take them, until they wrote first', async () => {
    const { x, api } = await startX();
    const closed = { code: 403, data: { detail: 'You do not have permission to DM one or more participants.' } };
    await expect(api.sendDmToParticipant('2006', { text: 'Hello' })).rejects.toMatchObject(closed);
    x.act({ kind: 'message', as: 'omar_qahwa', to: 'larkspurcoffee', text: 'سؤال' });
    await api.sendDmToParticipant('2006', { text: 'Hello' });
    x.act({ kind: 'block', as: 'omar_qahwa', to: 'larkspurcoffee' });

    await expect(api.sendDmToParticipant('2006', { text: 'Hello again' })).rejects.toMatchObject(closed);
  });

  it('reach back 30 days and belong to their participants only', async () => {
    const { x, api, clients, tells } = await startX();
    tells('Old');
    x.turnClock({ advanceMs: 31 * DAY_MS });
    tells('New');

    expect(textsOf((await api.listDmEvents()).events)).toEqual(['New']);
    expect((await clients.user('tidelinegear').listDmEvents()).events).toEqual([]);
    await expect(clients.user('tidelinegear').listDmEventsOfConversation('1001-2001')).rejects.toMatchObject({
      code: 403,
    });
    await expect(clients.app().listDmEvents()).rejects.toMatchObject({ code: 403 });
    await expect(api.sendDmToParticipant('2001', { text: 'x'.repeat(10_001) })).rejects.toMatchObject({ code: 400 });
  });
});

describe('limits', () => {
  it('end after as many requests as documented, and begin again when X said so', async () => {
    const { x, api } = await startX();
    const remaining: unknown[] = [];
    for (let count = 0; count < 15; count += 1) remaining.push((await api.listDmEvents()).rateLimit.remaining);
    expect(remaining.at(-1)).toBe(0);
    expect(x.violations()).toEqual([]);

    const refused = await api.listDmEvents().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 429, rateLimitError: true, rateLimit: { limit: 15, remaining: 0 } });
    expect(x.violations()).toMatchObject([{ endpoint: 'GET /2/dm_events', who: '1001', window: 'user' }]);
    x.turnClock({ advanceMs: 15 * 60_000 });
    await api.listDmEvents();
  });

  it('are counted apart for users and endpoints, and by the day', async () => {
    const { x, api, clients } = await startX();
    x.limit({ endpoint: 'GET /2/dm_events', as: 'larkspurcoffee', remaining: 0 });

    await expect(api.listDmEvents()).rejects.toMatchObject({ code: 429 });
    expect(x.violations()).toEqual([]);
    await clients.user('tidelinegear').listDmEvents();
    await api.me();
    const sent = await fetch(`${x.url}/2/dm_conversations/with/2001/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${x.grant('larkspurcoffee', ['dm.write', 'dm.read', 'tweet.read', 'users.read']).accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ text: 'Hi' }),
    });
    expect(sent.headers.get('x-user-limit-24hour-remaining')).toBe('1439');
    expect(sent.headers.get('x-rate-limit-remaining')).toBe('14');
  });
});
