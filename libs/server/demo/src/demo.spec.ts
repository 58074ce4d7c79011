import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IndexCases } from '@bureau/cases';
import { API, casesApi, intakeApi, sessionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../test/fixtures/desk.ts';
import { sendMail, sendRaw } from '../../../../test/fixtures/mail.ts';
import { createTestDatabase } from '../../../../test/setup/test-database.ts';
import { CUSTOMERS } from './content/customers.ts';
import { DEMO_TABLES } from './history/demo-rows.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo, type DemoPerson } from './seed-demo.ts';

const SEED = 20_261_121;
const FEED = `SELECT case_id, sequence, at FROM messages UNION ALL SELECT case_id, sequence, at FROM notes
  UNION ALL SELECT case_id, sequence, at FROM case_events`;
/** Cases whose messages have moved: what came with them is older than what was there, or left a gap. */
const TIDIED = `SELECT unnest(ARRAY[source_id, target_id]) FROM case_merges
  UNION SELECT unnest(ARRAY[source_id, case_id]) FROM case_splits`;
/** Tables in which every desk has rows of its own. */
const SHARED: readonly string[] = ['roles', 'filters'];

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

  it('has two brands, eight people in three groups, sixty customers and two hundred and four cases', async () => {
    expect(await count('brands WHERE demo')).toBe(2);
    expect(await count('labels WHERE demo')).toBe(11);
    expect(await count('groups WHERE demo')).toBe(3);
    expect(people).toHaveLength(8);
    expect(people.filter(({ role }) => role === 'administrator')).toHaveLength(1);
    expect(await count('customers WHERE demo')).toBe(60);
    expect(await count('cases WHERE demo')).toBe(204);
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
           ${FEED}) feed GROUP BY case_id
       ) feed ON feed.case_id = c.id WHERE c.id NOT IN (${TIDIED}) AND (feed.items <> feed.last OR c.sequence <> feed.last)`,
    );
    expect(broken).toEqual([]);
    expect(await count(`(SELECT FROM (${FEED}) feed GROUP BY case_id, sequence HAVING count(*) > 1) twice`)).toBe(0);
  });

  it('tells every feed in the order of time, nothing in the future, the latest minutes ago', async () => {
    const backwards = await desk.sql.rows(
      `SELECT case_id FROM (
         SELECT case_id, at, lag(at) OVER (PARTITION BY case_id ORDER BY sequence) AS before FROM (
           ${FEED}) feed
       ) told WHERE at < before AND case_id NOT IN (${TIDIED})`,
    );
    expect(backwards).toEqual([]);
    expect(await count(`(${FEED}) feed WHERE at > now()`)).toBe(0);
    expect(await count(`cases WHERE active_at > now() - interval '10 minutes'`)).toBeGreaterThan(0);
    expect(await count(`cases WHERE created_at < now() - interval '80 days'`)).toBeGreaterThan(0);
  });

  it('counts and dates every case as the writes of the desk do', async () => {
    const wrong = await desk.sql.rows(
      `SELECT c.id FROM cases c, LATERAL (
         SELECT count(*) FILTER (WHERE direction = 'in') AS inbound, count(*) FILTER (WHERE direction = 'out') AS outbound,
           max(at) FILTER (WHERE direction = 'in') AS received_at, max(at) FILTER (WHERE direction = 'out') AS replied_at,
           (SELECT count(*) FROM notes n WHERE n.case_id = c.id) AS notes,
           (SELECT count(*) FROM attachments a JOIN messages f ON f.id = a.message_id WHERE f.case_id = c.id) AS files,
           (SELECT max(at) FROM (${FEED}) feed WHERE feed.case_id = c.id) AS last
         FROM messages m WHERE m.case_id = c.id) said
       WHERE c.id NOT IN (${TIDIED}) AND (
         (c.inbound_count, c.outbound_count, c.note_count, c.attachment_count) <> (inbound, outbound, notes, files)
         OR c.received_at IS DISTINCT FROM said.received_at OR c.replied_at IS DISTINCT FROM said.replied_at
         OR c.changed_at > last OR (c.status <> 'new') <> (c.first_opened_at IS NOT NULL AND c.opened_at >= c.first_opened_at)
         OR (c.status IN ('resolved', 'closed') AND (c.first_resolved_at IS NULL OR c.resolved_at < c.first_resolved_at)))`,
    );
    expect(wrong).toEqual([]);
  });

  it('has labels, fields, notes, followers, and cases that sleep, are spam or lie in the trash', async () => {
    const labelled = await desk.sql.rows<{ name: string; cases: number }>(
      'SELECT l.name, (SELECT count(*) FROM cases c WHERE c.label_ids @> ARRAY[l.id]) AS cases FROM labels l',
    );
    expect(labelled.filter(({ cases }) => cases === 0)).toEqual([]);
    for (const owner of ['case', 'customer', 'company'] as const) {
      const { items } = await agent().call(API.customFields.list, { query: { owner } });
      expect(items.map(({ type }) => type).sort()).toEqual(['boolean', 'date', 'integer', 'list', 'text']);
      const plural = { case: 'cases', customer: 'customers', company: 'companies' }[owner];
      for (const { key } of items) {
        expect([key, await count(`${plural} WHERE jsonb_exists(custom_fields, '${key}')`)]).not.toEqual([key, 0]);
      }
    }
    expect(await count('notes')).toBeGreaterThan(20);
    expect(await count('notes WHERE mentioned_user_ids <> $$ {} $$')).toBe(
      await count("notifications WHERE kind = 'mention'"),
    );
    expect(await count('case_followers')).toBeGreaterThan(3);
    expect(await count('cases WHERE snoozed_at IS NOT NULL')).toBe(3);
    expect(await count('cases WHERE spam_at IS NOT NULL')).toBe(4);
    expect(await count('cases WHERE deleted_at IS NOT NULL')).toBe(2);
    expect(await count('cases WHERE external_id IS NOT NULL')).toBeGreaterThan(3);
    expect(await count('customer_contacts')).toBeGreaterThan(15);
  });

  it('has one matter that came as two cases, and one case that was two matters; both can be taken back', async () => {
    const administrator = desk.anybody.as(people.find(({ role }) => role === 'administrator')!);
    const merge = await desk.sql.row<{ source: number; target: number }>(
      'SELECT source_id AS source, target_id AS target FROM case_merges',
    );
    const split = await desk.sql.row<{ source: number; id: number }>(
      'SELECT source_id AS source, case_id AS id FROM case_splits',
    );
    expect(await count(`messages WHERE case_id = ${merge!.target}`)).toBe(2);
    expect(await administrator.call(casesApi.get, { params: { caseId: split!.id } })).toMatchObject({
      subject: 'Twelve buoyancy aids for juniors',
    });

    await administrator.call(API.merges.unmerge, { params: { caseId: merge!.source } });
    await administrator.call(API.splits.unsplit, { params: { caseId: split!.id } });

    expect(await count(`messages WHERE case_id = ${merge!.source}`)).toBe(1);
    expect(await count(`messages WHERE case_id = ${split!.source}`)).toBe(2);
  });

  it('has ratings of the last weeks for both brands, and public questions with their answers', async () => {
    const scales = await desk.sql.rows<{ type: string; agree: boolean; answers: number; content: number }>(
      `SELECT f.rating_type AS type, bool_and(f.rating_type = v.rating_type) AS agree, count(*) AS answers,
         count(*) FILTER (WHERE f.rating >= 2) AS content
       FROM feedback f JOIN cases c ON c.id = f.case_id JOIN surveys v ON v.brand_id = c.brand_id
       WHERE f.rating IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    expect(scales.map(({ type, agree }) => [type, agree])).toEqual([
      ['four_star', true],
      ['yes_no', true],
    ]);
    for (const { answers, content } of scales) {
      expect(answers).toBeGreaterThan(8);
      expect(content / answers).toBeGreaterThan(0.6);
    }
    expect(await count("feedback WHERE rating < 2 OR comment <> ''")).toBeGreaterThan(5);
    expect(
      await count('cases c WHERE rating IS NOT NULL AND NOT EXISTS (SELECT FROM feedback f WHERE f.case_id = c.id)'),
    ).toBe(0);

    const administrator = desk.anybody.as(people.find(({ role }) => role === 'administrator')!);
    const { items } = await administrator.call(API.questions.waiting, { query: {} });
    expect(items.map(({ kind }) => kind).sort()).toEqual(['answer', 'question']);
    expect(await count('questions WHERE best_answer_id IS NOT NULL')).toBe(2);
  });

  it('is found by its words', async () => {
    await desk.running.get(IndexCases).indexWaiting();
    const found = await agent().call(API.search.cases, { query: { q: 'wholesale label:Wholesale' } });
    expect(found.items.length).toBeGreaterThan(0);
    expect(await count('case_search')).toBe(await count('cases'));
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
    await desk.running.get(IndexCases).indexWaiting();

    for (const table of [
      ...DEMO_TABLES.filter((table) => !SHARED.includes(table)),
      ...SHARED.map((table) => `${table} WHERE key IS NULL`),
      'case_search',
      'case_merges',
      'case_splits',
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

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
