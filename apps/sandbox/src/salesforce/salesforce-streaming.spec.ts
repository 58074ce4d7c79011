import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { connectionTo, rawTo } from './testing/app.ts';

interface Told {
  payload: { ChangeEventHeader: Record<string, unknown> } & Record<string, unknown>;
}

/** The unmodified library listens. */
async function listener({ chosen = ['Case'], channel = '/data/CaseChangeEvent', how = '' } = {}) {
  const sandbox = await startWorld({ salesforce: { withRecords: false } });
  const { salesforce } = sandbox;
  salesforce.switch({ changeEvents: chosen });
  const conn = connectionTo(sandbox);
  if (how === 'expire') salesforce.token({ as: salesforce.users.admin, how });
  const told: Told[] = [];
  const answers: { channel: string; successful?: boolean; error?: string; advice?: object }[] = [];
  const client = conn.streaming.createClient([
    {
      incoming(message: (typeof answers)[number], pass: (message: unknown) => void) {
        answers.push(message);
        if (message.advice && 'reconnect' in message.advice && message.advice.reconnect === 'none') return;
        pass(message);
      },
    },
  ]);
  onTestFinished(() => Reflect.get(client, 'disconnect').call(client));
  client.subscribe(channel, (event: Told) => told.push(event)).then(undefined, () => undefined);
  const answer = (name: string) => answers.find((one) => one.channel === name);
  await vi.waitFor(() => expect(answer('/meta/subscribe') ?? answers.find((one) => one.error)).toBeDefined());
  return { salesforce, conn, raw: rawTo(sandbox), told, answer };
}

const heads = (told: Told[]) => told.map(({ payload }) => payload.ChangeEventHeader);

describe('the Streaming API', () => {
  it('tells what became of records, when it is committed', async () => {
    const { salesforce, told } = await listener();
    const person = salesforce.as(salesforce.users.admin);
    const id = String(person.create('Case', { Subject: 'Drips' })['Id']);
    person.edit(id, { Subject: 'Drips on', Description: 'By the spout' });
    person.edit(id, { Description: null });
    person.delete(id);
    person.undelete(id);
    const commit = salesforce.slowly({ work: [{ edit: id, values: { Subject: 'Slowly' } }] });
    await vi.waitFor(() => expect(told).toHaveLength(5));
    commit();
    await vi.waitFor(() => expect(told).toHaveLength(6));
    expect(heads(told).map((head) => head['changeType'])).toEqual([
      ...['CREATE', 'UPDATE', 'UPDATE', 'DELETE', 'UNDELETE', 'UPDATE'],
    ]);
    expect(heads(told)[1]).toMatchObject({ entityName: 'Case', recordIds: [id], nulledFields: [] });
    expect(heads(told)[1]?.['changedFields']).toEqual(expect.arrayContaining(['Subject', 'Description']));
    expect(heads(told)[2]).toMatchObject({ changedFields: ['Description'], nulledFields: ['Description'] });
    expect(told[1]?.payload['Subject']).toBe('Drips on');
  });

  it('says through what a record was changed', async () => {
    const { conn, told } = await listener();
    await conn.sobject('Case').create({ Subject: 'Hums' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(heads(told)[0]).toMatchObject({ changeOrigin: 'com/salesforce/api/rest/62.0;client=DeskConnect' });
  });

  it('is silent about what was taken back, and about kinds that nobody chose', async () => {
    const { salesforce, raw, told } = await listener();
    salesforce.as().create('Account', { Name: 'Harbour' });
    const refused = { allOrNone: true, records: [{ attributes: { type: 'Case' }, Subject: 'a' }, { attributes: {} }] };
    await raw('POST', '/composite/sobjects', { body: refused });
    salesforce.as().create('Case', { Subject: 'Last' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]?.payload['Subject']).toBe('Last');
  });

  it('refuses whoever is not signed in, and channels that are none', async () => {
    const strange = await listener({ channel: '/data/NothingChangeEvent' });
    expect(strange.answer('/meta/subscribe')).toMatchObject({
      successful: false,
      error: expect.stringContaining('does not exist {/data/NothingChangeEvent}'),
    });
    const expired = await listener({ how: 'expire' });
    expect(expired.answer('/meta/handshake')).toMatchObject({
      successful: false,
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    });
  });
});
