import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FOUND, histories } from '../../../../test/fixtures/sync/histories.ts';
import { playHistory } from '../../../../test/fixtures/sync/play-history.ts';
import { SyncWorld } from '../../../../test/fixtures/sync/sync-world.ts';
import { makeWrong, putRight, WRONG_ENGINES } from '../../../../test/fixtures/sync/wrong-engines.ts';

vi.mock('@bureau/domain', async (original) => {
  const { decidedBy } = await import('../../../../test/fixtures/sync/decisions.ts');
  return decidedBy(await original());
});

/** `npm run soak` plays many more, with other seeds. */
const RUNS = Number(process.env.SYNC_HISTORIES ?? 200);
const SEED = Number(process.env.SYNC_SEED ?? 42);
/** One takes less than a second, and some on a busy machine: whoever is not back by then never will be. */
const HANGS_MS = 5 * 60_000;

let world: SyncWorld;
beforeAll(async () => {
  world = await SyncWorld.start();
});
afterAll(() => world.close());

describe('A desk and an organisation of Salesforce under faults, crashes and two workers', () => {
  it(
    'agree in the end, and nothing is lost, made twice or written for ever',
    // However many there are and whatever else the machine does: it is single histories that must come to an end.
    { timeout: 0 },
    async () => {
      let deeds = 0;
      let idle = 0;
      let hung = false;
      const holds = fc.asyncProperty(histories, async (history) => {
        // Whatever hangs has its hands in the world still: nothing shorter can be played in it.
        if (hung) return;
        const told = await inTime(playHistory(world, history), () => (hung = true));
        deeds += told.deeds;
        idle += told.idle;
        if (told.broken.length > 0) throw new Error(told.broken.join('\n'));
      });
      const told = await fc.check(holds, { numRuns: RUNS, seed: SEED });
      expect(told.failed ? `${String(told.errorInstance)}\n${fc.defaultReportMessage(told)}` : 'holds').toBe('holds');
      // Histories in which nothing can happen prove nothing.
      expect(idle / deeds).toBeLessThan(0.1);
    },
  );
});

async function inTime<T>(work: Promise<T>, onHanging: () => void): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    onHanging();
    reject(new Error('The history did not come to an end.'));
  }, HANGS_MS);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

it.each(Object.entries(FOUND))('Nothing comes of a history that %s', async (_name, history) => {
  expect((await playHistory(world, history)).broken).toEqual([]);
});

describe.each(Object.entries(WRONG_ENGINES))('An engine that %s', (_name, wrong) => {
  it('is found out by a history in which the right one holds', { timeout: 60_000 }, async () => {
    expect((await playHistory(world, wrong.history)).broken).toEqual([]);
    const watchers = makeWrong(world, wrong);
    try {
      expect((await playHistory(world, wrong.history, watchers)).broken.join('\n')).toMatch(wrong.breaks);
    } finally {
      putRight();
    }
  });
});
