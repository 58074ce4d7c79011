import {
  AppendMessage,
  ChangeInBulk,
  MergeCases,
  RunBulkChange,
  SplitCase,
  SYSTEM,
  UnmergeCase,
  UnsplitCase,
} from '@bureau/cases';
import { threadMail } from '@bureau/domain';
import { JobWorkers, OutboxRelay } from '@bureau/platform';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { MessageTokens } from '../email/read/index.ts';
import { aMailFrom, aMessageFrom, aModel, type Model } from './taken-apart.fixture.ts';
import { ThreadRepository } from './thread.repository.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  // Whoever else reacts to all this is no part of the proof, and would cost most of its time.
  await desk.running.get(OutboxRelay).stop();
  await desk.running.get(JobWorkers).stop();
});
afterAll(() => closeDesk(desk));

/** What happens, with numbers that choose among what there is then. */
const step = fc.record({
  kind: fc.constantFrom('merge', 'split', 'bulk', 'answer', 'address', 'unmerge', 'unsplit', 'undo'),
  one: fc.nat(1000),
  other: fc.nat(1000),
  many: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

it('gives back the very same cases, whatever was merged, split, changed and answered in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('new', 'open', 'pending', 'resolved'), { minLength: 3, maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.nat(1000),
      async (statuses, steps, seed) => {
        const address = `${crypto.randomUUID()}@customer.example`;
        const world = new World(await seedCases(statuses, address), address);
        const before = await world.states();
        for (const one of steps) await world.take(one);
        await world.agree();

        await world.takeEverythingBack(seed);

        await world.agree();
        const after = await world.states();
        for (const [caseId, state] of before) {
          const { status, ...rest } = after.get(caseId) ?? {};
          const { status: statusBefore, ...restBefore } = state;
          expect(rest).toEqual(restBefore);
          if (!world.model.called.has(caseId)) expect(status).toBe(statusBefore);
        }
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
}, 120_000);

interface State {
  status?: string;
  priority?: number;
  labelIds?: number[];
  mergedIntoId?: number | null;
}

async function seedCases(statuses: string[], address: string): Promise<{ caseId: number; messageIds: number[] }[]> {
  const customer = await desk.sql.row<{ id: number }>(
    `WITH someone AS (INSERT INTO customers (name, address) VALUES ('Ana', $1) RETURNING id)
     INSERT INTO customer_addresses (address, customer_id) SELECT $1, id FROM someone RETURNING customer_id AS id`,
    [address],
  );
  await desk.sql.run(
    "INSERT INTO labels (name) SELECT 'label ' || n FROM generate_series(1, 3) n ON CONFLICT DO NOTHING",
  );
  const labels = (
    await desk.sql.rows<{ id: number }>("SELECT id FROM labels WHERE name LIKE 'label %' ORDER BY id")
  ).map(({ id }) => id);
  const seeded: { caseId: number; messageIds: number[] }[] = [];
  for (const [index, status] of statuses.entries()) {
    const rows = await desk.sql.rows<{ caseId: number; messageId: number }>(
      `WITH opened AS (
         INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, status, sequence, label_ids, inbound_count, outbound_count)
         VALUES ($1, $2, $3, 'The grinder', $4, 3, $5, 2, 1) RETURNING id)
       INSERT INTO messages (case_id, sequence, direction, from_address, customer_id, message_id, text)
       SELECT id, n, CASE WHEN n = 2 THEN 'out' ELSE 'in' END, $6, $3, gen_random_uuid()::text || '@test.example', 'Words'
       FROM opened, generate_series(1, 3) n RETURNING case_id AS "caseId", id AS "messageId"`,
      [desk.brandId, desk.mailbox.id, customer?.id, status, labels.slice(0, index % 3), address],
    );
    seeded.push({ caseId: rows[0]?.caseId ?? 0, messageIds: rows.map(({ messageId }) => messageId) });
  }
  return seeded;
}

/** The desk, and the model that says what it should look like. */
class World {
  readonly model: Model;
  private readonly bulks: number[] = [];

  constructor(
    private readonly seeded: { caseId: number; messageIds: number[] }[],
    private readonly address: string,
  ) {
    this.model = aModel(seeded);
  }

  async take({ kind, one, other, many }: Step): Promise<void> {
    switch (kind) {
      case 'merge':
        return this.merge(one, other);
      case 'split':
        return this.split(one, many);
      case 'bulk':
        return this.change(one, other);
      case 'answer':
        return this.answer(pick(this.model.messageIds(), one));
      case 'address':
        return this.writeTo(pick(this.model.caseIds(), one));
      case 'unmerge':
        return this.unmerge(pick(this.model.merged(), one));
      case 'unsplit':
        return this.unsplit(pick(this.model.splittable(), one));
      case 'undo':
        return this.undo(pick(this.bulks, one));
    }
  }

  /** All inverses, in any order, until none is left; undos again, because some wait for others. */
  async takeEverythingBack(seed: number): Promise<void> {
    for (let turn = seed; this.model.merged().length + this.model.splits().length > 0; turn += 7) {
      const before = this.model.merged().length + this.model.splits().length;
      if (turn % 3 === 0) await this.undo(pick(this.bulks, turn));
      else if (turn % 2 === 0) await this.unsplit(pick(this.model.splittable(), turn));
      else await this.unmerge(pick(this.model.merged(), turn));
      if (turn > seed + 700) throw new Error(`Nothing can be taken back any more: ${before} are left.`);
    }
    for (let before = -1, now = 0; before !== now;) {
      before = now;
      for (const bulkId of this.bulks) await this.undo(bulkId);
      now = await this.givenBack();
    }
  }

  /** Every message is where the model has it, and so is an answer to it. */
  async agree(): Promise<void> {
    const rows = await desk.sql.rows<{ id: number; caseId: number }>(
      `SELECT id, case_id AS "caseId" FROM messages WHERE id = ANY($1) ORDER BY id`,
      [this.model.messageIds()],
    );
    expect(new Map(rows.map(({ id, caseId }) => [id, caseId]))).toEqual(
      new Map(
        this.model
          .messageIds()
          .toSorted((a, b) => a - b)
          .map((id) => [id, this.model.placeOf(id)]),
      ),
    );
    const routes = this.model
      .messageIds()
      .map(async (id) => [id, (await this.route({ messageId: id })).caseId] as const);
    expect(new Map(await Promise.all(routes))).toEqual(
      new Map(this.model.messageIds().map((id) => [id, this.model.placeOf(id)])),
    );
    const wrong = await desk.sql.rows(
      `SELECT c.id FROM cases c JOIN LATERAL (
         SELECT count(*) FILTER (WHERE direction = 'in') AS inbound, count(*) FILTER (WHERE direction = 'out') AS outbound
         FROM messages WHERE case_id = c.id) said ON true
       WHERE c.id = ANY($1) AND (c.inbound_count <> said.inbound OR c.outbound_count <> said.outbound)`,
      [this.model.caseIds()],
    );
    expect(wrong).toEqual([]);
  }

  async states(): Promise<Map<number, State>> {
    const rows = await desk.sql.rows<{ id: number } & State>(
      `SELECT id, status, priority, merged_into_id AS "mergedIntoId",
         ARRAY(SELECT unnest(label_ids) ORDER BY 1) AS "labelIds" FROM cases WHERE id = ANY($1)`,
      [this.seeded.map(({ caseId }) => caseId)],
    );
    return new Map(rows.map(({ id, ...state }) => [id, state]));
  }

  /** How much undos have given back so far. */
  private async givenBack(): Promise<number> {
    const row = await desk.sql.row<{ sum: number }>(
      'SELECT coalesce(sum(undone), 0)::int AS sum FROM bulk_changes WHERE id = ANY($1)',
      [this.bulks],
    );
    return row?.sum ?? 0;
  }

  private async merge(one: number, other: number): Promise<void> {
    const source = pick(this.model.roots(), one);
    const target = pick(this.model.roots(), other);
    if (source === undefined || target === undefined || source === target) return;
    await desk.running
      .get(MergeCases)
      .run(SYSTEM, { caseIds: [source], intoCaseId: target, differentCustomers: false });
    this.model.merge(source, target);
  }

  private async unmerge(source: number | undefined): Promise<void> {
    if (source === undefined) return;
    await desk.running.get(UnmergeCase).run(SYSTEM, source);
    this.model.unmerge(source);
  }

  private async split(one: number, many: number): Promise<void> {
    const source = pick(this.model.roots(), one);
    if (source === undefined) return;
    const here = this.model.messageIds().filter((id) => this.model.placeOf(id) === source);
    const messageIds = here.filter((_, index) => (many >> index) % 2 === 1);
    if (messageIds.length === 0 || messageIds.length === here.length) return;
    const made = await desk.running.get(SplitCase).run(SYSTEM, source, { messageIds, noteIds: [], customer: 'same' });
    this.model.split(source, made, messageIds);
  }

  private async unsplit(made: number | undefined): Promise<void> {
    if (made === undefined) return;
    await desk.running.get(UnsplitCase).run(SYSTEM, made);
    this.model.unsplit(made);
  }

  private async change(one: number, other: number): Promise<void> {
    const caseIds = this.model.caseIds().filter((_, index) => index === 0 || (one >> index) % 2 === 1);
    const labels = [`label ${1 + (other % 3)}`];
    const changes = [
      { status: 'resolved' as const },
      { status: 'pending' as const, priority: 1 + (other % 10) },
      { labels, labelAction: 'append' as const },
      { labels, labelAction: 'remove' as const },
      { labels, labelAction: 'replace' as const, priority: 1 + (one % 10) },
    ][other % 5];
    if (changes) this.bulks.push(await this.run(desk.running.get(ChangeInBulk).run(SYSTEM, { caseIds, changes })));
  }

  private async undo(bulkId: number | undefined): Promise<void> {
    if (bulkId === undefined) return;
    await this.run(
      desk.running
        .get(ChangeInBulk)
        .undo(SYSTEM, bulkId)
        .then(() => bulkId),
    );
  }

  /** Does a worker's work. */
  private async run(begun: Promise<number>): Promise<number> {
    const bulkId = await begun;
    await desk.running.get(RunBulkChange).handle({ bulkId }, { signal: new AbortController().signal });
    return bulkId;
  }

  private async answer(messageId: number | undefined): Promise<void> {
    if (messageId === undefined) return;
    const arrived = await this.arrive({ messageId });
    this.model.arrive(arrived, this.model.homeOf(messageId));
  }

  private async writeTo(caseId: number | undefined): Promise<void> {
    if (caseId === undefined) return;
    this.model.arrive(await this.arrive({ caseId }), caseId);
  }

  private async arrive(to: { messageId: number } | { caseId: number }): Promise<number> {
    const { decision, caseId, homeCaseId, explain } = await this.route(to);
    expect(decision).toBe('append');
    const message = aMessageFrom(this.address);
    const { messageId } = await desk.running
      .get(AppendMessage)
      .run(SYSTEM, { caseId: caseId ?? 0, homeCaseId, message, reason: explain });
    return messageId;
  }

  private async route(to: { messageId: number } | { caseId: number }) {
    const recipients =
      'caseId' in to ? [desk.running.get(MessageTokens).replyAddress(desk.mailbox.address, to.caseId)] : [];
    const row =
      'messageId' in to &&
      (await desk.sql.row<{ id: string }>('SELECT message_id AS id FROM messages WHERE id = $1', [to.messageId]));
    const mail = aMailFrom(this.address, { to: desk.mailbox.address, inReplyTo: row ? [row.id] : [] });
    const mailClass = { kind: 'person' as const, bounce: null };
    return threadMail(
      await desk.running.get(ThreadRepository).lookUp(mail, { mailClass, verdict: 'unknown', recipients } as never),
    );
  }
}

function pick<T>(among: readonly T[], by: number): T | undefined {
  return among.length === 0 ? undefined : among[by % among.length];
}
