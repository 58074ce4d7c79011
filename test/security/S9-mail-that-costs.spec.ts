import { intakeApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail, sendRaw } from '../fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const HEAD = 'From: mallory@evil.example\r\nTo: support@larkspur.example\r\nSubject: bomb\r\nMIME-Version: 1.0\r\n';
const html = (body: string) => `${HEAD}Content-Type: text/html\r\n\r\n${body}`;

function deep(levels: number): string {
  const opening = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
  );
  return `${HEAD}${opening.join('')}Content-Type: text/plain\r\n\r\nHello\r\n`;
}

function nested(levels: number): string {
  return HEAD + 'Content-Type: message/rfc822\r\n\r\nSubject: in\r\n'.repeat(levels) + '\r\nHello';
}

function wide(parts: number): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(parts)}--x--\r\n`;
}

const BOMBS: [name: string, raw: () => string][] = [
  ['1,000 levels of parts', () => deep(1000)],
  ['500 mails within mails', () => nested(500)],
  ['10,000 parts', () => wide(10_000)],
  ['100,000 headers', () => `${'X-A: b\r\n'.repeat(100_000)}${HEAD}\r\nHello`],
  ['a header of 5 MB', () => `X-A: ${'a'.repeat(5_000_000)}\r\n${HEAD}\r\nHello`],
  ['100,000 recipients', () => `To: ${'a@b.example, '.repeat(100_000)}\r\n${HEAD}\r\nHello`],
  ['an encoded word that never ends', () => `${HEAD.replace('bomb', `=?utf-8?q?${'=?'.repeat(200_000)}`)}\r\nHello`],
  ['comments within comments', () => `Cc: ${'('.repeat(100_000)}\r\n${HEAD}\r\nHello`],
  ['200,000 tags that never close', () => html('<div>'.repeat(200_000))],
  ['a table in a table in a table', () => html('<table><tr><td>'.repeat(30_000))],
  ['a million angle brackets', () => html('<'.repeat(1_000_000))],
  ['an attribute without end', () => html(`<a title="${'<'.repeat(1_000_000)}`)],
  ['100,000 attributes', () => html(`<p ${'a=b '.repeat(100_000)}>x</p>`)],
  ['a million entities', () => html('&lt;'.repeat(1_000_000))],
  ['half-open comments', () => html('<!--'.repeat(250_000))],
  ['a quadratic quote', () => html('<blockquote>&gt; '.repeat(20_000))],
  ['spaces for a slow expression', () => `${HEAD}\r\n${'> '.repeat(300_000)}\r\nOn${' '.repeat(300_000)}wrote`],
  ['a thousand In-Reply-To', () => `References: ${'<a@b.example> '.repeat(50_000)}\r\n${HEAD}\r\nHello`],
];

describe('a mail made to cost', () => {
  it.each(BOMBS)('with %s has its fate, and the mail behind it does not wait', async (_, raw) => {
    const behind = crypto.randomUUID();
    await sendRaw(desk, Buffer.from(raw()), { from: 'mallory@evil.example' });
    const start = performance.now();
    await sendMail(desk, { from: `${behind}@customer.example` });
    await desk.drain(30_000);
    const seconds = (performance.now() - start) / 1000;

    const { items } = await desk.as(desk.agent).call(intakeApi.list, { query: { limit: 2 } });
    expect(items.map(({ fate }) => fate)).not.toContain('waiting');
    expect(items.find(({ from }) => from.startsWith(behind))).toMatchObject({ fate: 'message' });
    expect(seconds).toBeLessThan(20);
  });

  it('is shown without making anybody wait either', async () => {
    const agent = desk.as(desk.agent);
    const cases = await desk.sql.rows<{ id: number }>('SELECT id FROM cases');
    for (const { id } of cases) {
      const start = performance.now();
      const answer = await agent.fetch(`/api/v3/cases/${id}/feed`);
      await answer.text();
      expect([id, answer.status, (performance.now() - start) / 1000 < 5]).toEqual([id, 200, true]);
    }
  });
});
