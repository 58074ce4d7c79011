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
/** Shrinking included: whoever fails must be able to say with what. */
const MOST_MS = Math.max(600_000, RUNS * 5_000);

let world: SyncWorld;
beforeAll(async () => {
  world = await SyncWorld.start();
});
afterAll(() => world.close());

describe('A desk and an organisation of Salesforce under faults, crashes and two workers', () => {
  it(
    'agree in the end, and nothing is lost, made twice or written for ever',
    { timeout: MOST_MS + 60_000 },
    async () => {
      let deeds = 0;
      let idle = 0;
      const holds = fc.asyncProperty(histories, async (history) => {
        const told = await playHistory(world, history);
        deeds += told.deeds;
        idle += told.idle;
        if (told.broken.length > 0) throw new Error(told.broken.join('\n'));
      });
      const limit = { interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: true };
      const told = await fc.check(holds, { numRuns: RUNS, seed: SEED, ...limit });
      expect(told.failed ? `${String(told.errorInstance)}\n${fc.defaultReportMessage(told)}` : 'holds').toBe('holds');
      // Histories in which nothing can happen prove nothing.
      expect(idle / deeds).toBeLessThan(0.1);
    },
  );
});

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
