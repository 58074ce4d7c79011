import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { histories } from '../../../../test/fixtures/sync/histories.ts';
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

let world: SyncWorld;
beforeAll(async () => {
  world = await SyncWorld.start();
});
afterAll(() => world.close());

describe('A desk and an organisation of Salesforce under faults, crashes and two workers', () => {
  it('agree in the end, and nothing is lost, made twice or written for ever', { timeout: 6_000_000 }, async () => {
    const start = performance.now();
    let deeds = 0;
    let idle = 0;
    let calls = 0;
    const told = await fc.check(
      fc.asyncProperty(histories, async (history) => {
        const played = await playHistory(world, history);
        deeds += played.deeds;
        idle += played.idle;
        calls += played.calls;
        if (played.broken.length > 0) throw new Error(played.broken.join('\n'));
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: process.env.NOSHRINK === '1', ...(process.env.SYNC_PATH && { path: process.env.SYNC_PATH }) },
    );
    console.log(told.numRuns, 'runs', { deeds, idle, calls }, Math.round(performance.now() - start), 'ms');
    expect(told.failed ? `${String(told.errorInstance)}\n${fc.defaultReportMessage(told)}` : 'holds').toBe('holds');
  });
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
