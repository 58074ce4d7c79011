import { describe, expect, it } from 'vitest';
import { waysToAnswer, type AnswerFacts, type SaidThere } from './ways-to-answer.ts';

const HOUR = 3_600_000;
const now = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR);
const dana = { externalId: '9', handle: 'dana', name: 'Dana Reyes' };

function said(fields: Partial<SaidThere> = {}): SaidThere {
  return {
    ...{ messageId: 5, externalId: '100', kind: 'post', conversationId: '100', parentId: null, accountId: 1 },
    ...{ by: dana, at: hoursAgo(1) },
    ...fields,
  };
}

function facts(fields: Partial<AnswerFacts>): AnswerFacts {
  return {
    ...{ network: 'facebook', account: { id: 1, long: false }, inPublic: null, inPrivate: null, person: null },
    ...{ answeredInPrivate: false, wroteAt: null, now, automatic: false },
    ...fields,
  };
}

const audiences = (ways: ReturnType<typeof waysToAnswer>) => ways.map(({ audience, kind }) => `${audience} ${kind}`);

describe('on X', () => {
  it('a post is answered below it, or by a message', () => {
    const ways = waysToAnswer(facts({ network: 'x', inPublic: said() }));
    expect(audiences(ways)).toEqual(['public reply', 'private message']);
    expect(ways[0]).toMatchObject({ target: '100', limit: 280, counting: 'x', answers: 5 });
    expect(ways[1]).toMatchObject({ target: null, limit: 10_000, counting: 'characters', recipient: dana });
  });

  it('a message is answered by a message, also where the person posted before', () => {
    const inPrivate = said({ kind: 'message', externalId: '200', conversationId: '1-9', at: hoursAgo(0.5) });
    const ways = waysToAnswer(facts({ network: 'x', inPublic: said(), inPrivate }));
    expect(audiences(ways)).toEqual(['private message', 'public reply']);
    expect(ways[0]).toMatchObject({ conversation: '1-9' });
  });

  it('another account begins a conversation of its own', () => {
    const inPrivate = said({ kind: 'message', conversationId: '1-9' });
    const [message] = waysToAnswer(facts({ network: 'x', inPrivate, account: { id: 2, long: true } }));
    expect(message).toMatchObject({ conversation: '', target: null, answers: null });
  });

  it('somebody who never wrote gets a message, and nobody at all gets none', () => {
    expect(audiences(waysToAnswer(facts({ network: 'x', person: dana })))).toEqual(['private message']);
    expect(waysToAnswer(facts({ network: 'x' }))).toEqual([]);
  });
});

describe('on Facebook', () => {
  it('an answer to an answer stands below the comment that both belong to', () => {
    const top = said({ kind: 'comment', externalId: 'P_1', conversationId: 'P', parentId: 'P' });
    const below = said({ kind: 'comment', externalId: 'P_2', conversationId: 'P', parentId: 'P_1' });
    expect(waysToAnswer(facts({ inPublic: top }))[0]?.target).toBe('P_1');
    expect(waysToAnswer(facts({ inPublic: below }))[0]?.target).toBe('P_1');
  });

  it('a comment can be answered in private once, within a week, in words alone', () => {
    const inPublic = said({ kind: 'comment', externalId: 'P_1', conversationId: 'P', parentId: 'P' });
    const [, answer] = waysToAnswer(facts({ inPublic }));
    expect(answer).toMatchObject({ toComment: true, files: [], refusal: null });
    expect(waysToAnswer(facts({ inPublic, answeredInPrivate: true }))[1]?.refusal).toBe('post.private-reply-used');
    const old = { ...inPublic, at: hoursAgo(169) };
    expect(waysToAnswer(facts({ inPublic: old }))[1]?.refusal).toBe('post.window-closed');
  });

  it.each([
    [1, { automatic: false }, false, null],
    [23, { automatic: true }, false, null],
    [25, { automatic: false }, true, null],
    [25, { automatic: true }, true, 'post.window-closed'],
    [167, { automatic: false }, true, null],
    [169, { automatic: false }, true, 'post.window-closed'],
  ])('%d hours after the last message, %o', (hours, { automatic }, forPeopleOnly, refusal) => {
    const inPrivate = said({ kind: 'message', conversationId: 'PSID' });
    const [way] = waysToAnswer(facts({ inPrivate, wroteAt: hoursAgo(hours), automatic }));
    expect(way).toMatchObject({ refusal, window: { forPeopleOnly } });
  });

  it('another page cannot answer', () => {
    expect(waysToAnswer(facts({ inPublic: said(), account: { id: 2, long: false } }))).toEqual([]);
  });
});
