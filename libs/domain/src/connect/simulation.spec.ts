import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories } from '../../../../test/fixtures/salesforce-histories.ts';
import { broken } from './testing/invariants.ts';
import { playHistory } from './testing/play-history.ts';
import { WRONG_ENGINES, type Wrong } from './testing/wrong-engines.ts';

/** `npm run soak` plays many more, with other seeds. */
const RUNS = Number(process.env.SYNC_HISTORIES ?? 300);
const SEED = Number(process.env.SYNC_SEED ?? 42);
/** Until a wrong engine is found out; the rarest takes some hundreds. */
const PATIENCE = 4_000;

const holds = (wrong?: Wrong) =>
  fc.property(histories, (history) => {
    const found = broken(playHistory(history, wrong));
    if (found.length > 0) throw new Error(found.join('\n'));
  });

describe('Desk and Salesforce under faults, crashes and two workers', () => {
  it('agree in the end, and nothing is lost, made twice or written for ever', { timeout: 0 }, () => {
    const told = fc.check(holds(), { numRuns: RUNS, seed: SEED });
    expect(told.failed ? fc.defaultReportMessage(told) : 'holds').toBe('holds');
  });

  it.each(Object.entries(WRONG_ENGINES))('find out an engine that %s', { timeout: 120_000 }, (_name, wrong) => {
    expect(fc.check(holds(wrong), { numRuns: PATIENCE, seed: 42, endOnFailure: true }).failed).toBe(true);
  });
});
