import { foldHtml, foldQuotes } from '@bureau/domain';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../read/index.ts';
import { composeMail, type MailToCompose } from './compose-mail.ts';
import { aMailToCompose } from './mail-to-compose.factory.ts';

/** The bytes that go over the wire. */
async function written(fields: Partial<MailToCompose> = {}): Promise<string> {
  const { envelope: _, ...mail } = composeMail(aMailToCompose(fields));
  return (await new MailComposer(mail).compile().build()).toString('latin1');
}

async function headersOf(fields: Partial<MailToCompose>): Promise<string[]> {
  const raw = await written(fields);
  return raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
}

describe('an answer as a mail', () => {
  it('threads, and brings answers back to its case', async () => {
    const headers = await headersOf({ references: ['first@customer.example', 'q1@customer.example'] });
    expect(headers).toContain('Message-ID: <c1.m2.signature@larkspur.example>');
    expect(headers).toContain('In-Reply-To: <q1@customer.example>');
    expect(headers).toContain('References: <first@customer.example> <q1@customer.example>');
    expect(headers).toContain('From: "Mia Larsen (Larkspur Coffee)" <support@larkspur.example>');
    expect(headers).toContain('Reply-To: "Mia Larsen (Larkspur Coffee)" <support+c1.signature@larkspur.example>');
    expect(headers).toContain('To: Ana Sol <ana@customer.example>');
  });

  it('leaves from the mailbox, for those the agent chose', () => {
    const recipients = ['ana@customer.example', 'bo@customer.example'];
    expect(composeMail(aMailToCompose({ recipients })).envelope).toEqual({
      from: 'support@larkspur.example',
      to: recipients,
    });
  });

  it('says nothing about the desk but what it must', async () => {
    const names = (await headersOf({})).map((line) => line.slice(0, line.indexOf(':')));
    expect(names.sort()).toEqual(
      [
        'Content-Type',
        'Date',
        'From',
        'In-Reply-To',
        'MIME-Version',
        'Message-ID',
        'References',
        'Reply-To',
        'Subject',
        'To',
      ].sort(),
    );
  });

  it('is read back by our own reader as it was written', async () => {
    const mail = await parseMail(
      Buffer.from(await written({ text: 'Grüße – Ana 🙂', subject: 'Re: Größe?' }), 'latin1'),
    );
    expect(mail.subject).toBe('Re: Größe?');
    expect(foldQuotes(mail.text).visible).toBe('Grüße – Ana 🙂');
    expect(mail.notices).toEqual([]);
  });
});

describe('quoted history', () => {
  it('folds away, with the signature, by our own rules', () => {
    const { text, html } = composeMail(aMailToCompose());
    expect(foldQuotes(text).visible).toBe('Turn it off and on again.');
    const folded = foldHtml(html);
    expect(folded.hasFolded).toBe(true);
    expect(folded.html.indexOf('data-folded')).toBeLessThan(folded.html.indexOf('The Larkspur Coffee team'));
  });

  it('is what the customer said, with the line that mail programs know', () => {
    const { text } = composeMail(
      aMailToCompose({
        answered: {
          name: 'Ana Sol',
          address: 'ana@customer.example',
          at: '2026-11-21T14:03:00Z',
          text: 'No sound.\n\nAt all.',
        },
      }),
    );
    expect(text).toContain(
      'On 21 November 2026 at 14:03 UTC, Ana Sol <ana@customer.example> wrote:\n> No sound.\n>\n> At all.\n',
    );
  });

  it('stays away when nothing is answered', () => {
    const { text, html } = composeMail(aMailToCompose({ answered: null, signature: '' }));
    expect(text).toBe('Turn it off and on again.\n');
    expect(html).toBe('<p>Turn it off and on again.</p>');
  });

  it('carries a stranger’s markup as text only', () => {
    const answered = {
      name: 'Ana <b>',
      address: 'ana@customer.example',
      at: '2026-11-21T14:03:00Z',
      text: '<img src=x onerror=alert(1)>',
    };
    const { html } = composeMail(aMailToCompose({ answered }));
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<b>/);
  });
});

describe('an automatic mail', () => {
  it('says that it is one and bounces to nobody (RFC 3834)', async () => {
    const message = aMailToCompose({ automatic: true, answered: null });
    expect(composeMail(message).envelope.from).toBe(false);
    const headers = await headersOf(message);
    expect(headers).toContain('Auto-Submitted: auto-replied');
    expect(headers).toContain('X-Auto-Response-Suppress: All');
  });

  it('is not what an agent writes', async () => {
    expect((await headersOf({})).join('\n')).not.toMatch(/auto/i);
  });
});

describe('hostile words in headers (S8)', () => {
  const payloads = [
    'Hi\r\nBcc: victim@elsewhere.example',
    'Hi\nBcc: victim@elsewhere.example',
    'Hi\rBcc: victim@elsewhere.example',
    'Hi\u2028Bcc: victim@elsewhere.example',
    'Hi\u2029Bcc: victim@elsewhere.example',
    'Hi\u0085Bcc: victim@elsewhere.example',
    'Hi\0Bcc: victim@elsewhere.example',
    '=?utf-8?Q?Hi=0D=0ABcc:_victim@elsewhere.example?=',
    '=?utf-8?B?SGkNCkJjYzogdmljdGltQGVsc2V3aGVyZS5leGFtcGxl?=',
    `${'x'.repeat(990)}\r\n\r\n<script>`,
  ];
  const places: [string, (payload: string) => Partial<MailToCompose>][] = [
    ['the subject', (subject) => ({ subject })],
    ['the sender’s name', (fromName) => ({ fromName })],
    ['a recipient’s name', (name) => ({ to: [{ name, address: 'ana@customer.example' }] })],
    ['a copy’s name', (name) => ({ cc: [{ name, address: 'bo@customer.example' }] })],
    ['the answered id', (inReplyTo) => ({ inReplyTo })],
    ['the references', (id) => ({ references: ['q1@customer.example', id] })],
  ];
  const plain = [
    'Auto-Submitted',
    'Cc',
    'Content-Type',
    'Date',
    'From',
    'In-Reply-To',
    'MIME-Version',
    'Message-ID',
    'References',
    'Reply-To',
    'Subject',
    'To',
  ];

  it.each(places)('never make another header out of %s', async (_, place) => {
    for (const payload of payloads) {
      const headers = await headersOf(place(payload));
      for (const line of headers) {
        expect(plain, payload).toContain(line.slice(0, line.indexOf(':')));
        expect(line, payload).not.toMatch(/[\0\r\n\u0085\u2028\u2029]/);
        expect(line, 'an encoded word that the sender wrote').not.toMatch(/=\?utf-8\?(?:Q\?Hi=0D|B\?SGkNCk)/);
      }
      const mail = await parseMail(Buffer.from(await written(place(payload)), 'latin1'));
      const decoded = [
        mail.subject,
        mail.from?.name,
        ...mail.to.map(({ name }) => name),
        ...mail.cc.map(({ name }) => name),
      ];
      expect(decoded.join('|'), payload).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(mail.from?.address).toBe('support@larkspur.example');
    }
  });
});
