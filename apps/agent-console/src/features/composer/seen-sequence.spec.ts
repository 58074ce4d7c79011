import { describe, expect, it } from 'vitest';
import { aFeedEvent, aFeedMessage } from '../../testing/facts.ts';
import { newsSince, seenSequence } from './seen-sequence.ts';
import { suggestedCc } from './suggested-cc.ts';

const me = 6;
const mine = (sequence: number) => aFeedEvent({ sequence, actor: { kind: 'user', id: me, name: 'Mia' } });
const theirs = (sequence: number) => aFeedMessage({ sequence, direction: 'in' });

describe('what a writer has seen', () => {
  it('moves on with her own doings', () => {
    expect(seenSequence([theirs(1), mine(2), mine(3)], 1, me)).toBe(3);
  });

  it('stops before what somebody else did, even when she acts after it', () => {
    const feed = [theirs(1), theirs(2), mine(3)];
    expect(seenSequence(feed, 1, me)).toBe(1);
    expect(newsSince(feed, 1, me).map(({ sequence }) => sequence)).toEqual([2]);
  });

  it('is not held up by a colleague who only took the case over: its lock tells that', () => {
    const feed = [theirs(1), aFeedEvent({ sequence: 2, event: 'case.taken-over' })];
    expect(newsSince(feed, 1, me)).toEqual([]);
    expect(seenSequence(feed, 1, me)).toBe(2);
  });

  it('is not held up by what a rule did, but by what it wrote to the customer', () => {
    const actor = { kind: 'rule', id: 3, name: 'Refunds first' } as const;
    const feed = [theirs(1), aFeedEvent({ sequence: 2, actor }), aFeedMessage({ sequence: 3, author: actor })];
    expect(newsSince(feed, 1, me).map(({ sequence }) => sequence)).toEqual([3]);
  });
});

describe('suggested copies', () => {
  const rules = { customerAddress: 'ana@x.example', mailboxAddress: 'support@larkspur.example' };
  const cc = [
    { name: '', address: 'Support@larkspur.example' },
    { name: 'Rui', address: 'rui@x.example' },
  ];

  it('keep those whom the customer copied, without ourselves', () => {
    expect(suggestedCc([aFeedMessage({ direction: 'in', cc })], rules)).toEqual(['rui@x.example']);
  });

  it('leave out whoever was named by unverified mail', () => {
    const sender = { verdict: 'unverified', spf: 'none', dkim: 'none', dmarc: 'none', explain: '' } as const;
    expect(suggestedCc([aFeedMessage({ direction: 'in', cc, sender })], rules)).toEqual([]);
  });
});
