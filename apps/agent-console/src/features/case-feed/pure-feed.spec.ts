import { beforeEach, describe, expect, it } from 'vitest';
import { aFeedEvent, aFeedMessage } from '../../testing/facts.ts';
import { reasonOf } from './delivery-reason.ts';
import { entriesOf } from './feed-entries.ts';
import { seenMemory } from './seen-memory.ts';
import { firstUnread } from './unread-line.ts';

const mine = { author: { kind: 'user' as const, id: 6, name: 'Mia' }, direction: 'out' as const };

describe('what one person did in a run', () => {
  it('stands in one entry, until somebody else does or says something', () => {
    const customer = { kind: 'customer' as const, id: 3, name: 'Ana' };
    const items = [aFeedEvent(), aFeedEvent(), aFeedMessage(), aFeedEvent(), aFeedEvent({ actor: customer })];
    expect(entriesOf(items).map((entry) => (entry.kind === 'events' ? entry.events.length : entry.kind))).toEqual([
      2,
      'message',
      1,
      1,
    ]);
  });
});

describe('the line between old and new', () => {
  const items = [aFeedMessage({ sequence: 3 }), aFeedEvent({ sequence: 4 }), aFeedMessage({ sequence: 5 })];

  it.each([
    ['before the first thing said since', 3, 5],
    ['nowhere when nothing came', 5, null],
    ['nowhere at the first look', null, null],
  ])('stands %s', (_, seen, line) => {
    expect(firstUnread(items, seen, 6)).toBe(line);
  });

  it('is gone once the reader has answered', () => {
    expect(firstUnread([...items, aFeedMessage({ sequence: 6, ...mine })], 3, 6)).toBeNull();
  });
});

describe('how far somebody has read', () => {
  beforeEach(() => window.localStorage.clear());

  it('is remembered by person and case, and never goes back', () => {
    const memory = seenMemory(window.localStorage, 6);
    memory.remember(1042, 5);
    memory.remember(1042, 3);
    expect(seenMemory(window.localStorage, 6).recall(1042)).toBe(5);
    expect(seenMemory(window.localStorage, 7).recall(1042)).toBeNull();
  });

  it('forgets the cases of long ago', () => {
    const memory = seenMemory(window.localStorage, 6);
    for (let caseId = 1; caseId <= 501; caseId++) memory.remember(caseId, 1);
    expect([memory.recall(1), memory.recall(2)]).toEqual([null, 1]);
  });
});

describe('why a message did not arrive', () => {
  it.each([
    ['550 5.1.1 No such user', 'no-such-address'],
    ['552 5.2.2 Mailbox full', 'mailbox-full'],
    ['552 5.3.4 Message too big', 'too-large'],
    ['554 5.7.1 Rejected as spam', 'refused'],
    ['connect ECONNREFUSED 10.0.0.1:25', 'unreachable'],
    ['451 Greylisted, try again later', 'busy'],
    ['What?', 'other'],
  ])('%s', (response, reason) => {
    expect(reasonOf(response)).toBe(reason);
  });
});
