import { afterEach, describe, expect, it } from 'vitest';
import { MailReader, type MailReaderOptions } from './mail-reader.ts';

const readers: MailReader[] = [];
const aReader = (options?: MailReaderOptions): MailReader => {
  const reader = new MailReader(options);
  readers.push(reader);
  return reader;
};
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

const aMail = Buffer.from('From: ana@customer.example\r\nSubject: Hello\r\n\r\nHi');
const manyParts = (count: number) =>
  Buffer.from(
    `From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(count)}--b--`,
  );
const nested = (depth: number): Buffer => {
  const open = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  return Buffer.from(`From: a@x.example\r\n${open.join('')}\r\nx`);
};

describe('the mail reader', () => {
  it('reads mails one after the other in its own thread', async () => {
    const reader = aReader();
    const mails = await Promise.all([reader.read(aMail), reader.read(aMail), reader.read(aMail)]);

    expect(mails.map(({ subject, text, date }) => [subject, text, date])).toEqual(Array(3).fill(['Hello', 'Hi', null]));
  });

  it('gives up a mail that takes too long, says so, and reads the next', async () => {
    // One that takes about a second has 50 ms, being less than a megabyte; the next, read at once, has half a minute.
    const reader = aReader({ timeout: 50, perMegabyte: 30_000 });
    const slow = Buffer.from(`From: a@x.example\r\nContent-Type: text/html\r\n\r\n${'<p>x'.repeat(250_000)}`);
    const next = Buffer.concat([aMail, Buffer.alloc(1024 * 1024, 'a line of text\n')]);
    const results = await Promise.allSettled([reader.read(slow), reader.read(next)]);

    expect(results).toMatchObject([
      { status: 'rejected', reason: { name: 'UnreadableMail', reason: 'timeout' } },
      { status: 'fulfilled', value: { subject: 'Hello' } },
    ]);
  }, 60_000);

  it('gives up a mail that needs too much memory, says so, and reads the next', async () => {
    // Far from both sides: loading the parser takes up to 30 MB, this mail more than 200. Time must not decide it either.
    const reader = aReader({ heap: 80, timeout: 60_000 });
    const html = Buffer.from(`From: a@x.example\r\nContent-Type: text/html\r\n\r\n${'<b>x</b>'.repeat(500_000)}`);
    const results = await Promise.allSettled([reader.read(html), reader.read(aMail)]);

    expect(results).toMatchObject([
      { status: 'rejected', reason: { name: 'UnreadableMail', reason: 'memory' } },
      { status: 'fulfilled', value: { subject: 'Hello' } },
    ]);
  }, 90_000);

  it.each([
    ['ten thousand parts', manyParts(10_000), 'too-many-parts'],
    ['five hundred levels', nested(500), 'too-deep'],
    [
      'a megabyte of references',
      Buffer.from(`From: a@x.example\r\nReferences: ${'<a@b> '.repeat(200_000)}\r\n\r\nx`),
      'header-too-large',
    ],
    [
      'brackets without end',
      Buffer.from(`From: ${'<('.repeat(60_000)}\r\nSubject: ${'=?a?Q?'.repeat(10_000)}\r\n\r\nx`),
      'sender-missing',
    ],
    [
      'tags without end',
      Buffer.from(`From: a@x.example\r\nContent-Type: text/html\r\n\r\n${'<div '.repeat(300_000)}`),
      null,
    ],
    [
      'deep HTML',
      Buffer.from(`From: a@x.example\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}x`),
      'text-too-long',
    ],
    [
      'a table of tables',
      Buffer.from(`From: a@x.example\r\nContent-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(20_000)}x`),
      null,
    ],
  ])('bears %s within its limits', async (_, raw, notice) => {
    const mail = await aReader().read(raw);
    if (notice !== null) expect(mail.notices.map(({ code }) => code)).toContain(notice);
  });

  it('tells those who wait when it is closed', async () => {
    const reader = aReader();
    const waiting = Promise.allSettled([reader.read(aMail), reader.read(aMail)]);
    await reader.close();

    expect(await waiting).toMatchObject(Array(2).fill({ status: 'rejected', reason: { name: 'UnreadableMail' } }));
  });
});
