import type { Action } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { ACTION_ROWS, actionsWith } from './action-rows.ts';

const row = (wanted: string) => ACTION_ROWS.find(({ type }) => type === wanted)!;
const reply: Action = { type: 'quick-reply', html: 'Hello', plain: 'Hello', subject: null };
const status: Action = { type: 'set-status', status: 'pending' };

describe('the row of an action', () => {
  it('takes its place, leaves it, and comes last when it is new', () => {
    expect(actionsWith([status, reply], row('set-case-status'), 'resolved')).toEqual([
      { type: 'set-status', status: 'resolved' },
      reply,
    ]);
    expect(actionsWith([status, reply], row('set-case-status'), null)).toEqual([reply]);
    expect(actionsWith([reply], row('set-case-status'), 'pending')).toEqual([reply, status]);
  });

  it('gives its subject to the reply that there is, and to nothing else', () => {
    const subject = row('set-case-outbound-email-subject');
    expect(actionsWith([reply], subject, 'Your order')).toEqual([{ ...reply, subject: 'Your order' }]);
    expect(actionsWith([reply], subject, null)).toEqual([reply]);
    expect(actionsWith([status], subject, null)).toEqual([status]);
    expect(actionsWith([status], subject, 'Your order')).toBeNull();
  });

  it('with a new reply keeps the subject, and not the words for channels without formatting', () => {
    const before: Action = { ...reply, subject: 'Your order' };
    expect(actionsWith([before], row('set-case-quick-reply'), 'Goodbye')).toEqual([
      { type: 'quick-reply', html: 'Goodbye', plain: null, subject: 'Your order' },
    ]);
  });
});
