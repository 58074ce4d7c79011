import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { casesApi, intakeApi, sessionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDesk, closeDesk, startTestDesk, type TestDesk } from '../../../../test/fixtures/desk.ts';
import { sendMail, sendRaw } from '../../../../test/fixtures/mail.ts';
import { createTestDatabase } from '../../../../test/setup/test-database.ts';
import { CUSTOMERS } from './content/customers.ts';
import { DEMO_TABLES } from './history/demo-rows.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo, type DemoPerson } from './seed-demo.ts';

const SEED = 20_261_121;

async function anEmptyDesk(): Promise<TestDesk> {
  return startTestDesk({ database: await createTestDatabase() });
}

describe('the demo desk', () => {
  let desk: TestDesk;
  let people: DemoPerson[];
  let seconds: number;
  beforeAll(async () => {
    desk = await anEmptyDesk();
    const started = performance.now();
    people = await desk.running.get(SeedDemo).run({ seed: SEED });
    seconds = (performance.now() - started) / 1000;
  });
  afterAll(() => closeDesk(desk));

  const count = async (sql: string) =>
    (await desk.sql.row<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`))?.count;
  const agent = () => desk.anybody.as(people.find(({ role }) => role === 'agent')!);

  it('is furnished while one waits', () => {
    console.info(`Seeded in ${seconds.toFixed(1)} s.`);
    expect(seconds).toBeLessThan(30);
  });

  it('has two brands, eight people in three groups, sixty customers and two hundred cases', async () => {
    expect(await count('brands WHERE demo')).toBe(2);
    expect(await count('groups WHERE demo')).toBe(3);
    expect(people).toHaveLength(8);
    expect(people.filter(({ role }) => role === 'administrator')).toHaveLength(1);
    expect(await count('customers WHERE demo')).toBe(60);
    expect(await count('cases WHERE demo')).toBe(200);
  });

  it('gives everybody a password of their own that works', async () => {
    expect(new Set(people.map(({ password }) => password)).size).toBe(8);
    for (const { email, password } of people.slice(0, 2)) {
      expect(await desk.anybody.call(sessionApi.signIn, { body: { email, password } })).toMatchObject({
        user: { email },
      });
    }
  });

  it('shows every state of a case, of a delivery and of an arrived mail', async () => {
    const kinds = (sql: string) => desk.sql.rows<{ kind: string }>(`SELECT DISTINCT ${sql} ORDER BY 1`);
    expect((await kinds('status AS kind FROM cases')).map(({ kind }) => kind)).toEqual([
      'closed',
      'new',
      'open',
      'pending',
      'resolved',
    ]);
    expect((await kinds('state AS kind FROM deliveries')).map(({ kind }) => kind)).toEqual([
      'bounced',
      'failed',
      'sent',
      'unknown',
    ]);
    expect((await kinds('fate AS kind FROM intake_items')).map(({ kind }) => kind)).toEqual([
      'duplicate',
      'failed',
      'held',
      'message',
      'suppressed',
    ]);
    expect(await count('cases WHERE waiting_since IS NOT NULL')).toBeGreaterThan(10);
    expect(await count('attachments')).toBeGreaterThan(20);
  });

  it('numbers the feed of every case without a gap, up to the case’s own sequence', async () => {
    const broken = await desk.sql.rows(
      `SELECT c.id FROM cases c JOIN (
         SELECT case_id, count(*) AS items, max(sequence) AS last FROM (
           SELECT case_id, sequence FROM messages UNION ALL SELECT case_id, sequence FROM case_events) feed GROUP BY case_id
       ) feed ON feed.case_id = c.id WHERE feed.items <> feed.last OR c.sequence <> feed.last`,
    );
    expect(broken).toEqual([]);
    expect(
      await count('(SELECT case_id, sequence FROM messages INTERSECT SELECT case_id, sequence FROM case_events) twice'),
    ).toBe(0);
  });

  it('tells every feed in the order of time, nothing in the future, the latest minutes ago', async () => {
    const backwards = await desk.sql.rows(
      `SELECT case_id FROM (
         SELECT case_id, at, lag(at) OVER (PARTITION BY case_id ORDER BY sequence) AS before FROM (
           SELECT case_id, sequence, at FROM messages UNION ALL SELECT case_id, sequence, at FROM case_events) feed
       ) told WHERE at < before`,
    );
    expect(backwards).toEqual([]);
    expect(await count('messages WHERE at > now()')).toBe(0);
    expect(await count(`cases WHERE active_at > now() - interval '10 minutes'`)).toBeGreaterThan(0);
    expect(await count(`cases WHERE created_at < now() - interval '80 days'`)).toBeGreaterThan(0);
  });

  it('knows how every message came: each inbound one has its ledger item and its bytes', async () => {
    expect(
      await count(`messages m WHERE direction = 'in' AND NOT EXISTS (
      SELECT FROM intake_items i WHERE i.id = m.intake_id AND i.message_id = m.id AND i.case_id = m.case_id AND i.fate = 'message')`),
    ).toBe(0);
    expect(await count(`intake_items WHERE fate = 'message' AND message_id IS NULL`)).toBe(0);
    const { items } = await agent().call(intakeApi.balance, { query: { days: 90 } });
    for (const day of items)
      expect(day.seen).toBe(day.message + day.duplicate + day.held + day.suppressed + day.failed);
    const [item] = (await agent().call(intakeApi.list, { query: { limit: 1 } })).items;
    const raw = await agent().send(intakeApi.raw, { params: { intakeId: item!.id } });
    expect(await raw.text()).toContain(`From: `);
  });

  it('folds the history that customers quote, in every language', async () => {
    const rows = await desk.sql.rows<{ hidden: number; language: string }>(
      `SELECT length(text) - visible_length AS hidden, from_address AS language FROM messages
       WHERE direction = 'in' AND automatic IS NULL AND in_reply_to IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ hidden }) => hidden <= 0)).toEqual([]);
  });

  it('knows the people whom the sandbox plays', () => {
    const source = readFileSync(
      path.resolve(import.meta.dirname, '../../../../apps/sandbox/src/mail/default-people.ts'),
      'utf8',
    );
    const played = [...source.matchAll(/name: '([^']+)',\s+address: '([^']+)',\s+language/g)].map(
      ([, name, address]) => ({ name, address }),
    );
    expect(played).toHaveLength(12);
    for (const person of played) expect(CUSTOMERS).toContainEqual(expect.objectContaining(person));
  });

  it('takes the answer of a played customer into the case that it answers', async () => {
    const sent = await desk.sql.row<{ caseId: number; messageId: string; to: string }>(
      `SELECT m.case_id AS "caseId", m.message_id AS "messageId", recipients_to -> 0 ->> 'address' AS to FROM messages m
       JOIN cases c ON c.id = m.case_id WHERE direction = 'out' AND c.status = 'resolved' ORDER BY m.id DESC LIMIT 1`,
    );
    await sendMail(desk, {
      from: sent!.to,
      to: 'support@larkspur.example',
      inReplyTo: `<${sent!.messageId}>`,
      text: 'One more question.',
    });
    await desk.drain();

    expect(await agent().call(casesApi.get, { params: { caseId: sent!.caseId } })).toMatchObject({
      status: 'open',
      excerpt: 'One more question.',
    });
  });

  it('recognises a mail of its past that comes once more', async () => {
    const past = await desk.sql.row<{ id: number; caseId: number; from: string; to: string }>(
      `SELECT i.id, i.case_id AS "caseId", from_address AS "from", envelope -> 'recipients' ->> 0 AS "to"
       FROM intake_items i WHERE fate = 'message' AND demo ORDER BY id LIMIT 1`,
    );
    const raw = await agent().send(intakeApi.raw, { params: { intakeId: past!.id } });
    await sendRaw(desk, new Uint8Array(await raw.arrayBuffer()), { from: past!.from, to: past!.to });
    await desk.drain();

    const [item] = (await agent().call(intakeApi.list, { query: { limit: 1 } })).items;
    expect(item).toMatchObject({ fate: 'duplicate', caseId: past!.caseId });
  });

  it('is not furnished twice', async () => {
    await expect(desk.running.get(SeedDemo).run({ seed: SEED })).rejects.toThrow(/demo data is here already/);
  });

  it('leaves nothing when it is removed, whatever people did in it meanwhile', async () => {
    await sendMail(desk, {
      from: 'new.face@elsewhere.example',
      to: 'help@tideline.example',
      text: 'Do you sell sails?',
    });
    await desk.drain();
    await desk.running.get(RemoveDemo).run();

    for (const table of [
      ...DEMO_TABLES,
      'sessions',
      'outbox',
      'system_log',
      "realtime_rooms WHERE room LIKE 'case:%'",
      'idempotency_keys',
      'auto_answers',
    ]) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
    expect(filesUnder(path.join(desk.dataDir, 'blobs'))).toEqual([]);
  });
});

describe('removing the demo', () => {
  it('keeps what is real: one’s own cases, and the customer and brand that they need', async () => {
    const desk = await aDesk({ database: await createTestDatabase() });
    await desk.running.get(SeedDemo).run({ seed: SEED });
    const brand = await desk.sql.row<{ id: number }>('SELECT id FROM brands ORDER BY id LIMIT 1');
    await desk.aMailbox('hello@mine.example', { brandId: brand!.id });
    await sendMail(desk, {
      from: 'tom@ashbyandsons.example',
      to: 'hello@mine.example',
      subject: 'A real order',
      text: 'Ten kilos, please.',
    });
    await desk.drain();

    await desk.running.get(RemoveDemo).run();

    const left = await desk.sql.rows(
      `SELECT c.subject, p.name, b.name AS brand, p.demo OR b.demo AS demo FROM cases c
       JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id`,
    );
    expect(left).toEqual([{ subject: 'A real order', name: 'Tom Ashby', brand: 'Larkspur Coffee', demo: false }]);
  });

  it('does not furnish a desk that somebody uses', async () => {
    const desk = await aDesk();
    await expect(desk.running.get(SeedDemo).run({ seed: SEED })).rejects.toThrow(/in use already/);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
