import { casesApi, sessionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { checkVersion, matchesNone, readIfMatch, writeEtag } from './etag.ts';

describe('an entity tag', () => {
  it('carries the version and a hash of what was sent', () => {
    const tag = writeEtag('2026-11-22 10:00:00.123456+00', '{"id":1}');
    expect(tag).toMatch(/^"[\w-]+\.[\w-]{10}"$/);
    expect(readIfMatch(tag)).toBe('2026-11-22 10:00:00.123456+00');
    expect(writeEtag('2026-11-22 10:00:00.123456+00', '{"id":2}')).not.toBe(tag);
  });

  it.each([undefined, '*', ' * '])('is not asked for by If-Match: %s', (header) =>
    expect(readIfMatch(header)).toBeNull(),
  );

  it.each(['"x"', 'W/"a.b"', '', 'a.b', '"a.b", "c.d"'])(
    'of somebody else, such as %s, matches no version',
    (header) => {
      expect(() => checkVersion('1', readIfMatch(header))).toThrow('Somebody changed this');
    },
  );

  it.each([
    ['"a.b"', true],
    ['W/"a.b"', true],
    ['"x.y", "a.b"', true],
    ['*', true],
    ['"x.y"', false],
    [undefined, false],
  ])('is among those that a reader has: %s → %s', (header, expected) => {
    expect(matchesNone(header, '"a.b"')).toBe(expected);
  });
});

describe('a resource with a version', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => closeDesk(desk));

  async function aCase() {
    const body = { subject: 'The grinder', text: 'Is stuck.', customer: { address: 'ana@customer.example' } };
    const { id: caseId } = await desk.as(desk.agent).call(casesApi.open, { body });
    const answer = await desk.as(desk.agent).send(casesApi.get, { params: { caseId } });
    return { params: { caseId }, etag: answer.headers.get('etag')!, body: await answer.text() };
  }

  it('is not sent twice to a reader who has it', async () => {
    const { params, etag } = await aCase();
    const again = await desk.as(desk.agent).send(casesApi.get, { params }, { 'if-none-match': etag });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');

    await desk.as(desk.agent).call(casesApi.update, { params, body: { priority: 9 } });
    const changed = await desk.as(desk.agent).send(casesApi.get, { params }, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('is changed by whoever saw its present version, and nobody else', async () => {
    const { params, etag } = await aCase();
    const write = (priority: number, tag: string) =>
      desk.as(desk.agent).send(casesApi.update, { params, body: { priority } }, { 'if-match': tag });
    const first = await write(9, etag);
    const late = await write(2, etag);
    expect([first.status, late.status]).toEqual([200, 412]);
    expect(await late.json()).toMatchObject({ code: 'request.precondition-failed' });
    expect((await write(2, first.headers.get('etag')!)).status).toBe(200);
    expect((await write(3, '*')).status).toBe(200);
  });

  it('of two who write at once, one is told', async () => {
    const { params, etag } = await aCase();
    const answers = await Promise.all(
      [1, 2, 3, 5].map((priority) =>
        desk.as(desk.agent).send(casesApi.update, { params, body: { priority } }, { 'if-match': etag }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
  });

  it('is told apart from an answer without one', async () => {
    const answer = await desk.as(desk.agent).send(sessionApi.whoAmI, {}, { 'if-none-match': '*' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
  });
});
