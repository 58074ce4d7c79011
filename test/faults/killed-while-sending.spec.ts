import { casesApi, deliveriesApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ScriptedReceiver } from '../../libs/server/channels/src/email/send/scripted-receiver.fixture.ts';
import { Installation } from '../fixtures/installation.ts';
import { sendMail } from '../fixtures/mail.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

let database: TestDatabase;
let bureau: Installation;
let receiver: ScriptedReceiver;

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = new ScriptedReceiver({ end: 'hang' });
  bureau = await Installation.start({
    databaseUrl: database.url,
    processes: { desk: 'api,support-center,worker' },
    env: { BUREAU_OUTBOUND_SMTP_URL: await receiver.listen() },
  });
});
afterAll(async () => {
  await bureau?.stop();
  await receiver.stop();
  await database.drop();
});

async function caseOf(address: string): Promise<{ id: number; sequence: number }> {
  const api = bureau.api('desk');
  let found: { id: number; sequence: number } | undefined;
  const look = async () => {
    const { items } = await api.call(casesApi.list, { query: { view: 'all' } });
    found = items.find(({ customer }) => customer.address === address);
    return found !== undefined;
  };
  await until(look, { what: 'the mail is a case', withinMs: 20_000 });
  return found!;
}

async function ourMessage(caseId: number): Promise<FeedMessage> {
  const { items } = await bureau.api('desk').call(casesApi.feed, { params: { caseId }, query: { limit: 50 } });
  const ours = items.filter((item): item is FeedMessage => item.kind === 'message' && item.direction === 'out');
  return ours[0]!;
}

/** promises.md F11: a real kill -9 between the last byte and our record, a receiver that has it all and says nothing. */
it('a worker that is killed while the receiver takes the message leaves it unknown, not sent twice', async () => {
  const address = `${crypto.randomUUID()}@customer.example`;
  await until(async () => (await bureau.sql.query('SELECT FROM mailboxes')).rowCount === 1, {
    what: 'the desk has set itself up',
    withinMs: 10_000,
  });
  await sendMail(bureau.door('desk'), { from: address });
  const { id, sequence } = await caseOf(address);
  const body = { text: 'Turn it off and on again.', sequence };
  await bureau
    .api('desk')
    .call(casesApi.reply, { params: { caseId: id }, body }, { 'idempotency-key': crypto.randomUUID() });
  await until(() => receiver.messages.length === 1, { what: 'the receiver has it all', withinMs: 10_000, everyMs: 1 });

  await bureau.kill('desk');
  receiver.script = {};
  await bureau.restart('desk');

  const recovery = await until(async () => (await ourMessage(id)).delivery?.state === 'unknown', {
    what: 'the delivery is known to be unknown',
    withinMs: 60_000,
    everyMs: 250,
  });
  expect(recovery, 'milliseconds from the restart').toBeLessThan(60_000);
  expect(receiver.messages).toHaveLength(1);

  const { delivery } = await ourMessage(id);
  const params = { deliveryId: delivery?.id ?? 0 };
  await bureau.api('desk').call(deliveriesApi.settle, { params, body: { state: 'sent' } });
  expect((await ourMessage(id)).delivery).toMatchObject({ state: 'sent', attempts: 1 });
  expect(receiver.messages).toHaveLength(1);
});
