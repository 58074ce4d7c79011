import { casesApi, rulesApi, systemLogApi, type Actions } from '@bureau/contracts';
import type { CaseFact } from '@bureau/domain';
import { Database } from '@bureau/platform';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aCase, readCase } from '../../libs/server/cases/src/case/case.factory.ts';
import { aRule } from '../../libs/server/automation/src/rule/rule.factory.ts';
import { RunRules } from '../../libs/server/automation/src/rule/run-rules.ts';
import { RunTimeRules } from '../../libs/server/automation/src/rule/run-time-rules.ts';
import { aDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail } from '../fixtures/mail.ts';
import { Installation } from '../fixtures/installation.ts';
import { createTestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

const HOUR = 3_600_000;
const NOTE: Actions = [{ type: 'add-note', html: '<p>Seen.</p>' }];

/** Another process on the same database. */
async function anotherProcess(desk: TestDesk): Promise<TestDesk> {
  const other = await startTestDesk({ database: desk.database, dataDir: desk.dataDir });
  onTestFinished(() => other.stop());
  return other;
}

async function factsOf(desk: TestDesk, caseId: number): Promise<CaseFact[]> {
  return desk.sql.rows<CaseFact>(
    `SELECT name, payload FROM outbox WHERE (payload ->> 'caseId')::bigint = $1
       AND name IN ('case.opened', 'case.updated') ORDER BY id`,
    [caseId],
  );
}

const consider = (desk: TestDesk, fact: CaseFact) =>
  desk.running.get(Database).transaction(() => desk.running.get(RunRules).run(fact));

describe('rules', () => {
  it('are considered once and in order, though facts come twice, late, in the wrong order and to two processes', async () => {
    const desk = await aDesk();
    const other = await anotherProcess(desk);
    // Facts that wait: nobody has been told of them yet.
    await desk.sql.run(
      `CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.relayed_at = now(); RETURN NEW; END'`,
    );
    await desk.sql.run('CREATE TRIGGER hold BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION hold()');
    await aRule(desk, {
      type: 'case-updated',
      conditions: [{ field: 'change.by', operator: 'is', value: 'user' }],
      actions: NOTE,
    });
    const { id } = await aCase(desk);
    for (const priority of [1, 2, 3, 5, 6, 7, 8, 9]) {
      await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { priority } });
    }

    const facts = (await factsOf(desk, id)).toReversed();
    await Promise.all(facts.flatMap((fact) => [consider(desk, fact), consider(other, fact), consider(other, fact)]));

    expect((await readCase(desk, id)).counts.notes).toBe(8);
    const runs = await desk.sql.rows<{ sequence: number }>(
      'SELECT sequence FROM rule_runs WHERE case_id = $1 ORDER BY id',
      [id],
    );
    const sequences = runs.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(8);
  });

  it('of time are applied once after hours of downtime, by whichever process comes first (F30, F31)', async () => {
    const desk = await aDesk();
    await aRule(desk, {
      type: 'time',
      conditions: [{ field: 'case.hoursSinceActive', operator: 'at-least', value: 1 }],
      actions: NOTE,
    });
    const opened = [];
    for (let count = 0; count < 5; count += 1) opened.push(await aCase(desk));
    const other = await anotherProcess(desk);
    for (const process of [desk, other]) process.clock.advance(2 * HOUR);

    await Promise.all([desk, other, desk, other].map((process) => process.running.get(RunTimeRules).run()));
    other.clock.advance(-48 * HOUR);
    await other.running.get(RunTimeRules).run();
    other.clock.advance(49 * HOUR);
    await other.running.get(RunTimeRules).run();
    for (const { id } of opened) expect((await readCase(desk, id)).counts.notes).toBe(1);
  }, 60_000);

  it('stop when they answer every mail of a desk that answers every mail, and an administrator is told (F32)', async () => {
    const desk = await aDesk();
    const rule = await aRule(desk, {
      name: 'Answer everything',
      type: 'inbound-interaction',
      actions: [
        { type: 'send-email', recipient: { to: 'customer' }, subject: 'We have it', html: '<p>Thank you.</p>' },
      ],
    });
    let inReplyTo: string | undefined;
    for (let round = 1; round <= 14; round += 1) {
      const messageId = `<round-${round}@desk.elsewhere.example>`;
      await sendMail(desk, {
        ...{
          from: 'desk@elsewhere.example',
          subject: 'Re: We have it',
          text: `Thank you for mail ${round}.`,
          messageId,
        },
        ...(inReplyTo === undefined ? {} : { inReplyTo, references: inReplyTo }),
      });
      inReplyTo = messageId;
      await desk.drain();
    }

    const [sent] = await desk.sql.rows<{ count: number }>('SELECT count(*) AS count FROM deliveries');
    expect(sent?.count).toBeGreaterThan(0);
    expect(sent?.count).toBeLessThanOrEqual(10);
    const admin = desk.as(desk.administrator);
    const log = await admin.call(systemLogApi.list, { query: {} });
    const { enabled } = await admin.call(rulesApi.get, { params: { ruleId: rule.id } });
    const told = log.items.map(({ message }) => message).join(' ');
    expect(enabled ? told : 'switched off').toMatch(/switched off|no further|sends no more/);
  }, 60_000);
});

describe('a desk that is killed while rules run', () => {
  it('applies each of them once to each case all the same', async () => {
    const database = await createTestDatabase();
    const bureau = await Installation.start({
      databaseUrl: database.url,
      processes: { one: 'api,support-center,worker', two: 'api,worker' },
    });
    onTestFinished(async () => {
      await bureau.stop();
      await database.drop();
    });
    const api = bureau.api('one');
    await api.call(rulesApi.create, {
      body: { name: 'Note', type: 'case-created', actions: NOTE, enabled: true },
    });

    const opened: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 8; count += 1) {
        const customer = { name: 'Ana', address: `${crypto.randomUUID()}@customer.example` };
        const made = await api.call(casesApi.open, { body: { subject: `Case ${round}`, text: 'Hello', customer } });
        opened.push(made.id);
      }
      await bureau.kill('two');
      await bureau.restart('two');
    }

    const noted = async () => {
      const { rows } = await bureau.sql.query<{ notes: number }>(
        'SELECT note_count AS notes FROM cases WHERE id = ANY($1)',
        [opened],
      );
      return rows.map(({ notes }) => Number(notes));
    };
    await until(async () => (await noted()).every((notes) => notes > 0), {
      what: 'every case has its note',
      withinMs: 60_000,
    });
    expect(await noted()).toEqual(opened.map(() => 1));
  }, 180_000);
});
