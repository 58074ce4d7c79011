import { describe, expect, it } from 'vitest';
import { auditNetworks, loopsIn, type NetworkLedger, type NetworkRun, type Shown } from './network-audit.ts';
import { tokenOf, type Said } from './said.ts';

/** Five people, each with a case, and one who went on; the company has answered two of them. */
function aCleanRun(): NetworkRun & { said: Said[]; shown: Shown[]; standing: string[] } {
  const said = Array.from({ length: 6 }, (_, n): Said => {
    const who = n === 5 ? 0 : n;
    const text = `It squeaks ${tokenOf('x', n)}`;
    return {
      ...{ network: 'x', id: `${n}`, token: tokenOf('x', n), text, writer: `x:${who}`, place: `c${who}|${who}` },
      ...{ native: false, gone: n === 3 },
    };
  });
  const shown = said.map(({ text, gone }, n): Shown => {
    const who = n === 5 ? 0 : n;
    return { direction: 'in', text, caseId: 10 + who, customerId: 100 + who, gone };
  });
  const answers = [0, 1].map((n) => ({ token: `answer-to-case-${n}.`, messageIds: new Set([n]) }));
  const words = answers.map(({ token }) => `Clean it. ${token}`);
  const out = words.map((text, n): Shown => ({
    ...{ direction: 'out', text, caseId: 10 + n, customerId: 100 + n, gone: false },
  }));
  return { said, answers, shown: [...shown, ...out], standing: words, isHeard: () => true };
}

const CLEAN = { lost: [], dup: [], ghost: [], altered: [], misplaced: [], merged: [], sentTwice: [], unsent: [] };

type Harm = (run: ReturnType<typeof aCleanRun>) => void;

const HARMS: [what: string, seenAs: keyof NetworkLedger, harm: Harm][] = [
  ['a post that was lost', 'lost', ({ shown }) => shown.splice(2, 1)],
  ['a post that was taken down before the desk took it, and is lost', 'lost', ({ shown }) => shown.splice(3, 1)],
  ['an answer that nobody sees in its case', 'lost', ({ shown }) => shown.pop()],
  ['a post that is there twice', 'dup', ({ shown }) => shown.push({ ...shown[1]! })],
  ['an answer that is there twice', 'dup', ({ shown }) => shown.push({ ...shown.at(-1)! })],
  ['words that nobody said', 'ghost', ({ shown }) => shown.push({ ...shown[1]!, text: 'FORGED' })],
  ['words that were changed and do not follow', 'altered', ({ said }) => (said[1]!.text += ' It got worse.')],
  ['a post that stands there still and is marked as gone', 'altered', ({ shown }) => (shown[0]!.gone = true)],
  ['the company’s own words taken for a customer’s', 'altered', ({ said }) => (said[4]!.native = true)],
  ['a stranger in the case of another one', 'misplaced', ({ shown }) => (shown[2]!.caseId = 10)],
  ['a conversation torn into two cases', 'misplaced', ({ shown }) => (shown[5]!.caseId = 15)],
  ['two people who became one customer', 'merged', ({ shown }) => (shown[2]!.customerId = 100)],
  ['one person who became two customers', 'merged', ({ shown }) => (shown[5]!.customerId = 105)],
  ['an answer that stands there twice', 'sentTwice', ({ standing }) => standing.push(standing[0]!)],
  ['an answer that never got there', 'unsent', ({ standing }) => standing.pop()],
];

describe('the audit of the networks', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(auditNetworks(aCleanRun())).toEqual({ acknowledged: 8, ...CLEAN });
  });

  it.each(HARMS)('finds %s', (_, seenAs, harm) => {
    const run = aCleanRun();
    harm(run);
    expect(auditNetworks(run)[seenAs]).not.toEqual([]);
  });

  it('does not miss what was gone before anybody could have heard of it', () => {
    const run = aCleanRun();
    run.shown.splice(3, 1);
    const heard = { ...run, isHeard: ({ gone }: Said) => !gone };
    expect(auditNetworks(heard)).toEqual({ acknowledged: 7, ...CLEAN });
  });

  it('finds a desk that runs into the same wall again and again', () => {
    const refused = { method: 'GET', path: '/2/dm_events', status: 429 };
    const served = { ...refused, status: 200 };
    expect(loopsIn([refused, ...Array.from({ length: 40 }, () => served)])).toEqual([]);
    expect(loopsIn(Array.from({ length: 40 }, () => refused))).toEqual(['40 times GET /2/dm_events: 429']);
  });

  it('does not take the beginning of a token for the whole', () => {
    expect(tokenOf('x', 12).includes(tokenOf('x', 1))).toBe(false);
  });
});
