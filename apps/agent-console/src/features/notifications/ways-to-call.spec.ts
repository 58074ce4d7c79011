import { DEFAULT_PREFERENCES } from '@bureau/contracts';
import { expect, it } from 'vitest';
import { waysToCall } from './ways-to-call.ts';
import type { Situation } from './ways-to-call.ts';

const elsewhere: Situation = { isAvailable: true, isWriting: false, isInFront: false, openCases: [] };
const mention = { kind: 'mention' as const, case: { id: 1042, subject: 'Leak' } };

it.each<[string, Partial<Situation>, object]>([
  ['calls by both ways when I am elsewhere', {}, { browser: true, sound: true }],
  ['only rings when the console is in front', { isInFront: true }, { browser: false, sound: true }],
  [
    'is silent about the case that I look at',
    { isInFront: true, openCases: [7, 1042] },
    { browser: false, sound: false },
  ],
  ['is silent while I am away', { isAvailable: false }, { browser: false, sound: false }],
  ['is silent while I write', { isWriting: true, isInFront: true }, { browser: false, sound: false }],
])('a mention %s', (_what, situation, call) => {
  expect(waysToCall(mention, DEFAULT_PREFERENCES, { ...elsewhere, ...situation })).toEqual(call);
});

it('who wants no quiet is called all the same', () => {
  const preferences = { ...DEFAULT_PREFERENCES, quietWhileAway: false, quietWhileWriting: false };
  const busy = { ...elsewhere, isAvailable: false, isWriting: true };
  expect(waysToCall(mention, preferences, busy)).toEqual({ browser: true, sound: true });
});

it('a kind that is switched off does not call', () => {
  const message = { ...mention, kind: 'message' as const };
  expect(waysToCall(message, DEFAULT_PREFERENCES, elsewhere)).toEqual({ browser: false, sound: false });
});
