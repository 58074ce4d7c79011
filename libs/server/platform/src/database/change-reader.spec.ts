import { changesApi, labelsApi } from '@bureau/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { Random, seedOfThisRun } from '../../../../../test/faults/ledger/random.ts';

const WRITERS = 8;
const TRANSACTIONS = 40;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

type Item = { id: number; updatedAt: string; name?: string; gone?: true };

/** A pipeline that follows the cursor and keeps a copy. */
class Copy {
  readonly rows = new Map<number, string>();
  readonly seen: string[] = [];
  private cursor: string | undefined;

  /** Reads one page; true when there was more. */
  async read(limit: number): Promise<boolean> {
    const page = await desk
      .as(desk.agent)
      .call(changesApi.labels, { query: this.cursor === undefined ? { limit } : { limit, cursor: this.cursor } });
    for (const item of page.items as Item[]) {
      this.seen.push(`${item.updatedAt} ${String(item.id).padStart(9, '0')}`);
      if (item.gone) this.rows.delete(item.id);
      else this.rows.set(item.id, item.name!);
    }
    this.cursor = page.next;
    return page.more;
  }

  /** Reads until everything that was committed up to now has come. */
  async catchUp(): Promise<void> {
    const { end } = (await desk.sql.row<{ end: string }>('SELECT clock_timestamp()::text AS "end"'))!;
    for (;;) {
      const { horizon } = (await desk.sql.row<{ horizon: boolean }>(
        `SELECT least(now() - interval '3 seconds', min(xact_start)) > $1::timestamptz AS horizon
         FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        [end],
      ))!;
      while (await this.read(100));
      if (horizon) return;
      await pause(100);
    }
  }
}

/** Writes, changes and deletes labels in transactions that take their time, some of which fail. */
async function write(random: Random): Promise<void> {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  for (let count = 0; count < TRANSACTIONS; count += 1) {
    await client.query('BEGIN');
    await pause(random.between(0, 39));
    for (let steps = random.between(1, 3); steps > 0; steps -= 1) await writeOnce(client, random);
    await pause(random.chance(0.1) ? 250 : random.between(0, 29));
    await client.query(random.chance(0.15) ? 'ROLLBACK' : 'COMMIT');
  }
  await client.end();
}

async function writeOnce(client: Client, random: Random): Promise<void> {
  // Locked in one order, so that writers wait for each other instead of dying of it.
  const some = `SELECT id FROM labels WHERE id % 7 = ${random.between(0, 6)} ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED`;
  const dice = random.between(0, 9);
  if (dice < 4) await client.query('INSERT INTO labels (name) VALUES (gen_random_uuid()::text)');
  else if (dice < 9) await client.query(`UPDATE labels SET name = gen_random_uuid()::text WHERE id IN (${some})`);
  else await client.query(`DELETE FROM labels WHERE id IN (${some})`);
}

describe('reading in the order of change', () => {
  it('ends with the very same rows, however many write meanwhile', { timeout: 60_000 }, async () => {
    const random = new Random(seedOfThisRun());
    const copy = new Copy();
    let writing = true;
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(random.fork(writer)))).finally(
      () => (writing = false),
    );
    const reading = (async () => {
      while (writing) {
        await copy.read(1 + random.between(0, 8));
        await pause(random.between(0, 9));
      }
    })();
    await Promise.all([writers, reading]);
    await copy.catchUp();

    const rows = await desk.sql.rows<{ id: number; name: string }>('SELECT id, name FROM labels');
    expect([...copy.rows].toSorted(byId), `seed ${random.seed}`).toEqual(
      rows.map(({ id, name }): [number, string] => [id, name]).toSorted(byId),
    );
    expect(new Set(copy.seen).size).toBe(copy.seen.length);
    expect(copy.seen).toEqual(copy.seen.toSorted());
  });

  it('waits for a transaction that is still running, and then gives it', { timeout: 30_000 }, async () => {
    const slow = new Client({ connectionString: desk.database.url });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query("INSERT INTO labels (name) VALUES ('slow')");
    await desk.as(desk.administrator).call(labelsApi.create, { body: { name: 'fast' } });
    const copy = new Copy();
    await pause(3_500);
    while (await copy.read(1000));
    const names = () => [...copy.rows.values()].filter((name) => ['slow', 'fast'].includes(name));
    expect(names()).toEqual([]);

    await slow.query('COMMIT');
    await slow.end();
    await copy.catchUp();
    expect(names().toSorted()).toEqual(['fast', 'slow']);
  });
});

describe('a pipeline', () => {
  it('begins at a point in time, and always has a cursor to continue from', async () => {
    const since = new Date(Date.now() + 3_600_000).toISOString();
    const first = await desk.as(desk.agent).call(changesApi.labels, { query: { since } });
    expect(first).toEqual({ items: [], next: expect.any(String), more: false });
    const again = await desk.as(desk.agent).call(changesApi.labels, { query: { cursor: first.next } });
    expect(again).toEqual(first);
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '1969-07-20T20:17:40Z'])(
    'may begin at %s',
    async (since) => {
      expect((await desk.as(desk.agent).send(changesApi.labels, { query: { since } })).status).toBe(200);
    },
  );

  it.each(['x', Buffer.from('2026-02-31 00:00:00+00/1').toString('base64url'), '%00', 'a'.repeat(300)])(
    'makes no cursor of its own such as %s',
    async (cursor) => {
      expect((await desk.as(desk.agent).send(changesApi.labels, { query: { cursor } })).status).toBe(422);
    },
  );
});

function byId([a]: [number, string], [b]: [number, string]): number {
  return a - b;
}
