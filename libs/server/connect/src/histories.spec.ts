import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { histories } from '../../../../test/fixtures/sync/histories.ts';
import { playHistory } from '../../../../test/fixtures/sync/play-history.ts';
import { SyncWorld } from '../../../../test/fixtures/sync/sync-world.ts';

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
