import { describe, expect, it } from 'vitest';
import { graphErrorOf } from './graph-error.ts';
import { usageOf } from './graph-usage.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

const refusal = (code: number, error_subcode?: number, more: object = {}) => ({
  error: { message: `(#${code}) No.`, type: 'OAuthException', code, error_subcode, ...more },
});

describe('what Facebook refuses', () => {
  it.each([
    [190, 458, 'auth'],
    [190, 463, 'auth'],
    [102, undefined, 'auth'],
    [4, undefined, 'rate'],
    [17, undefined, 'rate'],
    [32, undefined, 'rate'],
    [613, undefined, 'rate'],
    [80001, undefined, 'rate'],
    [1, undefined, 'transient'],
    [2, undefined, 'transient'],
    [10, undefined, 'permission'],
    [200, undefined, 'permission'],
    [299, undefined, 'permission'],
    [10, 2018278, 'window'],
    [100, 33, 'gone'],
    [100, undefined, 'permanent'],
    [506, undefined, 'duplicate'],
    [368, undefined, 'permanent'],
    [551, 1545041, 'permanent'],
  ] as const)('is told apart by its code: %i/%s is %s', (code, sub, kind) => {
    expect(graphErrorOf({ status: 400, body: refusal(code, sub) }).kind).toBe(kind);
  });

  it('is passing when Facebook says so, whatever the code', () => {
    expect(graphErrorOf({ status: 400, body: refusal(1234, undefined, { is_transient: true }) }).kind).toBe(
      'transient',
    );
  });

  it('is named as Facebook names it, in the words that it has for people', () => {
    const error = graphErrorOf({ status: 400, body: refusal(10, 2018278, { error_user_msg: 'Too late.' }) });
    expect(error).toMatchObject({ code: '10/2018278', words: 'Too late.', status: 400 });
  });

  it.each([
    [503, undefined, 'transient'],
    [502, '<html>', 'transient'],
    [404, 'Not found', 'permanent'],
  ])('is judged by its status only where there is no code: %i', (status, body, kind) => {
    expect(graphErrorOf({ status, body }).kind).toBe(kind);
  });
});

describe('how much of what Facebook allows is used', () => {
  it('is the highest of all that it counts', () => {
    const headers = new Headers({
      'x-app-usage': JSON.stringify({ call_count: 28, total_time: 25, total_cputime: 31 }),
      'x-page-usage': JSON.stringify({ call_count: 7 }),
    });
    expect(usageOf(headers, NOW)).toEqual({ percent: 31, regainedAt: null });
  });

  it('says when calls are let through again', () => {
    const business = { '104260571300001': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 12 }] };
    const headers = new Headers({ 'x-business-use-case-usage': JSON.stringify(business) });
    expect(usageOf(headers, NOW)).toEqual({ percent: 100, regainedAt: new Date('2026-11-22T12:12:00Z') });
  });

  it('is unknown where nothing, or nothing legible, is said', () => {
    expect(usageOf(new Headers(), NOW)).toBeNull();
    expect(usageOf(new Headers({ 'x-app-usage': 'soon' }), NOW)).toBeNull();
  });
});
