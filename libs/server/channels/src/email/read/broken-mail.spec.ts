import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAIL_LIMITS } from './mail-limits.ts';
import { parseMail } from './parse-mail.ts';

const codes = (mail: Awaited<ReturnType<typeof parseMail>>) => mail.notices.map(({ code }) => code);
const text = (content: Uint8Array) => Buffer.from(content).toString();

describe('a broken mail', () => {
  it.each([
    ['no headers', 'just some words\nand more', 'just some words\nand more', 'headers-missing'],
    ['bare CR as line ends', 'From: a@x.example\rSubject: x\r\rHello\rthere', 'Hello\nthere', 'line-ends-mended'],
    [
      'no boundary declared',
      'From: a@x.example\nContent-Type: multipart/mixed\n\n--q\n\nHello\n--q--',
      'Hello',
      'structure-broken',
    ],
    [
      'another boundary than declared',
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=z\n\n--q\n\nHello\n--q--',
      'Hello',
      'structure-broken',
    ],
    [
      'no parts at all',
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=z\n\nHello',
      'Hello',
      'structure-broken',
    ],
    ['its end missing', 'From: a@x.example\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\nHello', 'Hello', null],
    [
      'spaces after a boundary',
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=z\n\n--z  \n\nHello\n--z-- ',
      'Hello',
      null,
    ],
    ['an mbox line before it', 'From a@x.example Tue Nov  3 09:30:00 2026\nFrom: a@x.example\n\nHello', 'Hello', null],
  ])('with %s is still read', async (_, source, body, notice) => {
    const mail = await parseMail(Buffer.from(source));
    expect(mail.text).toBe(body);
    expect(codes(mail)).toEqual(notice === null ? [] : expect.arrayContaining([notice]));
  });

  it('keeps its source beside what could be read', async () => {
    const source = 'From: a@x.example\nContent-Type: multipart/mixed\n\n--q\n\nHello\n--q--';
    const mail = await parseMail(Buffer.from(source));
    expect(mail.attachments.map(({ fileName, content }) => [fileName, text(content)])).toEqual([
      ['original.eml', source],
    ]);
  });

  it('is read whatever its bytes are', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('--b', '--b--', '', 'Content-Type: multipart/mixed; boundary=b', 'From: <'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const mail = await parseMail(Buffer.from(lines.join('\n')));
        expect(mail.contentHash).toHaveLength(64);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a mail beyond a limit', () => {
  const limits = { ...MAIL_LIMITS, bytes: 4000, parts: 20, depth: 3, bodyCharacters: 500, headerBytes: 2000 };
  const nested = (depth: number): string =>
    depth === 0
      ? '\r\ndeep'
      : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--`;
  const part = '--b\r\n\r\nx\r\n';

  it.each([
    ['too-large', `\r\n${'x'.repeat(5000)}`],
    ['too-deep', nested(8)],
    ['too-many-parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(40)}--b--`],
    ['header-too-large', `X-Long: ${'x'.repeat(3000)}\r\n\r\nHello`],
    ['text-too-long', `\r\n${'word '.repeat(200)}`],
  ])('is a mail with the notice %s and its source', async (code, rest) => {
    const raw = Buffer.from(`From: a@x.example\r\nSubject: Help\r\n${rest}`);
    const mail = await parseMail(raw, limits);

    expect(codes(mail)).toContain(code);
    expect(mail).toMatchObject({ subject: 'Help', from: { address: 'a@x.example' } });
    const original = mail.attachments.find(({ fileName }) => fileName === 'original.eml');
    expect(Buffer.compare(original?.content ?? new Uint8Array(), raw)).toBe(0);
  });
});
