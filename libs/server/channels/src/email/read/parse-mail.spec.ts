import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

/** A mail written as lines; one character a byte. */
const read = (...lines: string[]) => parseMail(Buffer.from(lines.join('\r\n'), 'latin1'));
const codes = (mail: Awaited<ReturnType<typeof parseMail>>) => mail.notices.map(({ code }) => code);
const text = (content: Uint8Array) => Buffer.from(content).toString();

describe('the headers of a mail', () => {
  it('are read, decoded and unfolded', async () => {
    const mail = await read(
      'From: =?utf-8?Q?J=C3=BCrgen_?= =?utf-8?Q?Gro=C3=9F?= <Jurgen@Customer.example>',
      'Reply-To: "Office, the" <office@customer.example>',
      'To: Support <support@larkspur.example>, undisclosed-recipients:;',
      'Cc: Team: a@x.example, B <b@x.example>;',
      'Subject: =?iso-8859-1?B?S2FmZmVlbfxobGU=?=',
      ' makes noise',
      'Message-ID: <one@customer.example>',
      'In-Reply-To: <a@x> (of Tuesday) <b@x>',
      'References: <a@x>',
      ' <b@x>',
      '\t<a@x>',
      'Date: Tue, 3 Nov 2026 09:30:00 +0100',
      '',
      'Hello',
    );

    expect(mail).toMatchObject({
      from: { name: 'Jürgen Groß', address: 'Jurgen@Customer.example' },
      replyTo: [{ name: 'Office, the', address: 'office@customer.example' }],
      to: [{ name: 'Support', address: 'support@larkspur.example' }],
      cc: [
        { name: '', address: 'a@x.example' },
        { name: 'B', address: 'b@x.example' },
      ],
      subject: 'Kaffeemühle makes noise',
      messageId: 'one@customer.example',
      inReplyTo: ['a@x', 'b@x'],
      references: ['a@x', 'b@x'],
      date: new Date('2026-11-03T08:30:00Z'),
      text: 'Hello',
      html: null,
      notices: [],
    });
  });

  it('are read in UTF-8 or, failing that, windows-1252 when they are raw eight-bit', async () => {
    const utf8 = await read('Subject: Gr\xc3\xbc\xc3\x9fe', 'From: J\xc3\xbcrgen <j@x.example>', '', '');
    const western = await read('Subject: Gr\xfc\xdfe \x96 \x80', 'From: J\xfcrgen <j@x.example>', '', '');

    expect([utf8.subject, utf8.from?.name]).toEqual(['Grüße', 'Jürgen']);
    expect([western.subject, western.from?.name]).toEqual(['Grüße – €', 'Jürgen']);
  });

  it('are read in Japanese, word by word', async () => {
    const mail = await read(
      'Subject: =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=',
      ' =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=',
      'From: a@x.example',
      '',
      '',
    );
    expect(mail.subject).toBe('テストテスト');
  });

  it('never let an encoded name become an address', async () => {
    const mail = await read(
      'From: =?utf-8?Q?boss=40larkspur.example=2C_=3Cboss@larkspur.example=3E?= <m@evil.example>',
      '',
      'x',
    );
    expect(mail.from?.address).toBe('m@evil.example');
  });

  it('carry no line breaks into the case', async () => {
    const mail = await read('Subject: =?utf-8?Q?a=0D=0ABcc:_x@y.example=E2=80=A8b?=', 'From: a@x.example', '', 'x');
    expect(mail.subject).toBe('a Bcc: x@y.example b');
  });

  it('are kept only when they are on our list', async () => {
    const mail = await read(
      'From: a@x.example',
      'X-Bureau-Admin: 1',
      'Authorization: Basic abc',
      'X-Autoreply: yes',
      '',
      'x',
    );
    expect(mail.headers.map(([name]) => name)).toEqual(['from', 'x-autoreply']);
    // Business rules may ask for all of them; none of the others enters a case.
    expect(mail.allHeaders).toContainEqual(['x-bureau-admin', '1']);
  });

  it('are kept for business rules within limits, and no flood of them hides what the desk itself reads', async () => {
    const flood = Array.from({ length: 100 }, (_, index) => `X-Flood-${index}: ${'z'.repeat(2000)}`);
    const mail = await read(...flood, 'X-Mailer: LarkMail 2', 'From: a@x.example', '', 'x');
    const characters = mail.allHeaders.map(([name, value]) => name.length + value.length);
    expect(mail.allHeaders).toContainEqual(['x-mailer', 'LarkMail 2']);
    expect(Math.max(...characters)).toBeLessThanOrEqual(1020);
    expect(characters.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(32_000);

    const many = await read(
      ...Array.from({ length: 500 }, (_, index) => `X-${index}: a`),
      'From: a@x.example',
      '',
      'x',
    );
    expect(many.allHeaders).toHaveLength(200);
  });

  it('may be missing, doubled or unreadable', async () => {
    const mail = await read('Subject: one', 'Subject: two', 'Date: yesterday', '', 'x');
    expect(mail).toMatchObject({ subject: 'one', from: null, messageId: null, date: null });
    expect(codes(mail)).toEqual(['sender-missing', 'date-unreadable']);
    expect(mail.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the text of a mail', () => {
  it.each([
    ['text/plain; charset=iso-8859-15', '8bit', 'Gr\xfc\xdfe \xa4', 'Grüße €'],
    ['text/plain; charset=koi8-r', '8bit', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['text/plain; charset=ks_c_5601-1987', '8bit', '\xbe\xc8\xb3\xe7', '안녕'],
    ['text/plain; charset=iso-2022-jp', '7bit', '\x1b$B$3$s$K$A$O\x1b(B', 'こんにちは'],
    ['text/plain; charset=utf-7', '7bit', 'Gr+APwA3w-e', 'Grüße'],
    ['text/plain; charset=utf-8', 'quoted-printable', 'Gr=C3=BC=C3=9Fe', 'Grüße'],
    ['text/plain; charset=utf-8', 'base64', 'R3LDvMOfZQ==', 'Grüße'],
    ['text/plain', '8bit', 'Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['text/plain', '8bit', 'Gr\xfc\xdfe', 'Grüße'],
    ['text/plain; charset=us-ascii', '8bit', 'Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['text/plain; charset=utf-8', '8bit', 'Gr\xfc\xdfe', 'Grüße'],
    ['text/plain; charset=klingon', '8bit', 'Gr\xfc\xdfe', 'Grüße'],
    ['text/plain; format=flowed', '7bit', 'one \r\ntwo\r\n-- \r\nAna', 'one two\n-- \nAna'],
  ])('is read as %s, %s', async (type, encoding, body, expected) => {
    const mail = await read(
      'From: a@x.example',
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
    );
    expect(mail.text).toBe(expected);
  });

  it('is derived from the HTML when there is no other', async () => {
    const mail = await read(
      'From: a@x.example',
      'Content-Type: text/html',
      '',
      '<h1>Hi</h1><p>See <a href="https://x.example/">this</a></p>',
    );
    expect(mail.text).toContain('See this [https://x.example/]');
    expect(mail.html).toContain('<h1>Hi</h1>');
  });

  it('joins the parts of a mixed mail in order, in both forms', async () => {
    const mail = await read(
      ...['From: a@x.example', 'Content-Type: multipart/mixed; boundary=b', ''],
      ...[
        '--b',
        'Content-Type: text/plain',
        '',
        'one <1>',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>two</p>',
        '--b--',
        '',
      ],
    );
    expect(mail.text).toBe('one <1>\ntwo');
    expect(mail.html).toBe('<div style="white-space:pre-wrap">one &lt;1&gt;</div>\n<p>two</p>');
  });
});

const multipart = (boundary: string, ...lines: string[]) =>
  read('From: a@x.example', `Content-Type: multipart/mixed; boundary="${boundary}"`, '', ...lines);

describe('the files of a mail', () => {
  it('keep their bytes and get a name when they have none', async () => {
    const mail = await multipart(
      'b',
      ...['--b', 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64', '', 'AAEC/w=='],
      ...['--b', 'Content-Type: text/plain; name="=?utf-8?Q?=C3=BC.txt?="', '', 'a note', '--b--'],
    );

    expect(mail.attachments.map(({ fileName, contentType, size }) => [fileName, contentType, size])).toEqual([
      ['attachment-1.pdf', 'application/pdf', 4],
      ['ü.txt', 'text/plain', 6],
    ]);
    expect([...(mail.attachments[0]?.content ?? [])]).toEqual([0, 1, 2, 255]);
    expect(codes(mail)).toContain('name-made-up');
  });

  it('are no paths', async () => {
    const mail = await multipart(
      'b',
      '--b',
      'Content-Type: image/png; name="../../etc/C:\\\\evil.png"',
      '',
      'x',
      '--b--',
    );
    expect(mail.attachments[0]?.fileName).toBe('evil.png');
  });

  it('are shown inside the text when it names them', async () => {
    const mail = await multipart(
      'b',
      ...['--b', 'Content-Type: text/html', '', '<img src="cid:a%40b">'],
      ...[
        '--b',
        'Content-Type: image/png',
        'Content-ID: <a@b>',
        '',
        'x',
        '--b',
        'Content-Type: image/png',
        'Content-ID: <c@d>',
        '',
        'y',
        '--b--',
      ],
    );
    expect(mail.attachments.map(({ contentId, inline }) => [contentId, inline])).toEqual([
      ['a@b', true],
      ['c@d', false],
    ]);
  });

  it('include a mail inside the mail, whole', async () => {
    const inner = ['From: b@y.example', 'Subject: Inner', '', 'deep'];
    const mail = await multipart(
      'b',
      '--b',
      '',
      'see below',
      '--b',
      'Content-Type: message/rfc822',
      '',
      ...inner,
      '--b--',
    );

    expect(mail.text).toBe('see below');
    expect(mail.attachments.map(({ fileName, content }) => [fileName, text(content)])).toEqual([
      ['message-1.eml', inner.join('\r\n')],
    ]);
  });

  it('include winmail.dat', async () => {
    const mail = await multipart('b', '--b', 'Content-Type: application/ms-tnef', '', 'x', '--b--');
    expect(mail.attachments[0]?.fileName).toBe('winmail.dat');
  });

  it('are taken out of a text that holds them uuencoded', async () => {
    const mail = await read('From: a@x.example', '', 'Hello', 'begin 644 cat.txt', '#0V%T', '`', 'end', 'Bye');
    expect(mail.text).toBe('Hello\nBye');
    expect(mail.attachments.map(({ fileName, content }) => [fileName, text(content)])).toEqual([['cat.txt', 'Cat']]);
  });

  it('stay text when they are only talked about', async () => {
    const mail = await read('From: a@x.example', '', 'begin 644 the game', 'and never end');
    expect(mail).toMatchObject({ text: 'begin 644 the game\nand never end', attachments: [] });
  });
});
