import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { classifyMail, customerOf, mayAnswer, type InboundMail } from '@bureau/domain';
import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';
import { expectedMail } from './stalwart.expectation.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../../../../shared/corpora/email');
const present = existsSync(corpus);
if (!present) console.warn('SKIPPED: the collected mails are not on this machine.');

const read = (file: string) => parseMail(readFileSync(path.join(corpus, file)));
const files = present
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.eml'))
      .sort()
  : [];

/** Mails whose source holds neither text nor a file below the headers. */
const EMPTY = [
  'bad_date_header.eml',
  'bad_date_header2.eml',
  'missing_body.eml',
  'must_supply_encoding.eml',
  'multipart_without_body.eml',
];

describe.skipIf(!present)('every collected mail', () => {
  it('is read soon, with its text or its files', { timeout: 120_000 }, async () => {
    for (const file of files) {
      const before = performance.now();
      const mail = await read(file);
      expect(performance.now() - before, file).toBeLessThan(5000);
      const isEmpty = mail.text.trim() === '' && mail.attachments.length === 0;
      expect(isEmpty && !EMPTY.includes(path.basename(file)) ? file : null).toBeNull();
      const brokenAtOrigin = readFileSync(path.join(corpus, file)).includes('\ufffd');
      expect(/\ufffd/.test(mail.subject) && !brokenAtOrigin ? file : null).toBeNull();
    }
    console.info(`collected mails read: ${files.length}`);
  });
});

type Aspect = 'subject' | 'from' | 'text' | 'names' | 'count' | 'bytes';

/** Where we differ from the expectation on purpose. */
const KNOWN: Record<string, Aspect[]> = {
  // The expectation keeps the path `/u/nsb/writing/rfcs/`; a file name of ours is never a path.
  'rfc/001': ['names'],
  // Raw eight-bit names and subjects in windows-1252: expected unreadable, we read "Frösche".
  'legacy/010': ['subject'],
  'legacy/020': ['subject'],
  'legacy/022': ['subject'],
  'legacy/027': ['subject'],
  'legacy/023': ['names'],
  'legacy/026': ['names'],
  'legacy/033': ['text'],
  'legacy/052': ['subject', 'text'],
  // The same for the name; the BinHex files are expected with LF although the mail has CRLF.
  'legacy/016': ['names', 'bytes'],
  'legacy/048': ['bytes'],
  // Expected as uuencoded text; we give the decoded picture.
  'legacy/017': ['bytes'],
  // Three uuencoded pictures inside the text: expected as text, we make them files.
  'legacy/049': ['text', 'count'],
};

describe.skipIf(!present)('the mails with a full expectation', () => {
  it('are read as expected, apart from the differences we stand by', async () => {
    const agreed: Record<Aspect, number> = { subject: 0, from: 0, text: 0, names: 0, count: 0, bytes: 0 };
    const names = files.filter((file) => /^stalwart\/.*\d+\.eml$/.test(file)).map((file) => file.slice(9, -4));
    for (const name of names) {
      const differing = differences(
        await read(`stalwart/${name}.eml`),
        expectedMail(path.join(corpus, 'stalwart', name)),
      );
      expect([name, ...differing.filter((aspect) => !KNOWN[name]?.includes(aspect))]).toEqual([name]);
      for (const aspect of Object.keys(agreed) as Aspect[]) agreed[aspect] += differing.includes(aspect) ? 0 : 1;
    }

    const percent = Object.entries(agreed).map(
      ([aspect, count]) => `${aspect} ${Math.round((100 * count) / names.length)} %`,
    );
    console.info(`expected mails: ${names.length}; agreed: ${percent.join(', ')}`);
    expect(Math.min(...Object.values(agreed)) / names.length).toBeGreaterThanOrEqual(0.9);
  });
});

function differences(mail: InboundMail, expected: ReturnType<typeof expectedMail>): Aspect[] {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  const bytes = mail.attachments.map(({ content }) => Buffer.from(content).toString('base64'));
  const fileNames = mail.attachments.map(({ fileName }) => fileName);
  const agrees: Record<Aspect, boolean> = {
    subject: fold(mail.subject) === fold(expected.subject),
    from: (mail.from?.address ?? '') === expected.from,
    text: expected.text === '' || fold(mail.text) === fold(expected.text),
    names: expected.files.every(({ name }) => name === null || fileNames.includes(name)),
    count: mail.attachments.filter(({ fileName }) => fileName !== 'original.eml').length === expected.files.length,
    bytes: expected.files.every(({ base64 }) => base64 === null || bytes.includes(base64)),
  };
  return (Object.keys(agrees) as Aspect[]).filter((aspect) => !agrees[aspect]);
}

describe.skipIf(!present)("a help desk's mails", () => {
  const chatwoot = (name: string) => read(`chatwoot/${name}.eml`);
  const context = { isOwnMessageId: () => false, envelopeFrom: null };
  const ownAddresses = ['support@example.com'];

  it.each([
    ['welcome', "Discussion: Let's debate these attachments", "Let's talk about these images:", 2],
    ['mail_with_no_subject', '', null, null],
    ['only_text', null, 'text only mail', 0],
    ['only_html', null, 'This is html only mail', 0],
    ['only_attachments', null, '', 1],
    ['attachments_without_text', null, null, 2],
    ['attachments_without_filename', null, null, 2],
    ['multiple_attachments', null, null, 30],
  ])('%s is read as stated', async (name, subject, text, count) => {
    const mail = await chatwoot(name);
    if (subject !== null) expect(mail.subject).toBe(subject);
    if (text !== null) expect(mail.text.trim()).toBe(text);
    if (count !== null) expect(mail.attachments).toHaveLength(count);
    expect(mail.attachments.every(({ fileName }) => fileName !== '')).toBe(true);
  });

  it('show a PDF marked inline as a file, and pictures in the text as pictures', async () => {
    const pdf = await chatwoot('email_with_inline_pdf');
    expect(pdf.attachments.find(({ fileName }) => fileName === 'dummy.pdf')).toMatchObject({ inline: false });

    const pictures = await chatwoot('mail_with_inline_images');
    const shown = pictures.attachments.filter(({ inline }) => inline);
    expect(shown.length).toBeGreaterThan(0);
    for (const { contentId } of shown) expect(pictures.html).toContain(`cid:${contentId}`);
  });

  it.each(['auto_reply', 'auto_reply_with_auto_submitted', 'bounced_gmail', 'bounced_with_no_from'])(
    '%s is a machine and gets no automatic answer',
    async (name) => {
      const mail = await chatwoot(name);
      const { kind } = classifyMail(mail, context);
      expect(kind).toBe(name.startsWith('bounced') ? 'bounce' : 'auto-reply');
      expect(mayAnswer(mail, { kind, ownAddresses, envelopeFrom: null }).allowed).toBe(false);
    },
  );

  it('tell whose message bounced', async () => {
    const { bounce } = classifyMail(await chatwoot('bounced_gmail'), context);
    expect(bounce?.recipients.map(({ address }) => address)).toEqual(['alex.jones@fictionalcorp.com']);
    expect(bounce?.originalMessageId).toMatch(/^conversation\/93775311.*@gmail\.com$/);
  });

  it('open no case when the system sent them itself', async () => {
    const mail = await chatwoot('notification');
    const isOwnMessageId = (id: string) => id === mail.messageId;
    expect(classifyMail(mail, { ...context, isOwnMessageId }).kind).toBe('own');
  });

  it('name their customer and what they answer', async () => {
    expect(customerOf(await chatwoot('group_sender_support'))?.address).toBe('jane@example.com');
    const replyTo = await chatwoot('reply_to');
    expect(customerOf(replyTo)).toMatchObject({ address: replyTo.replyTo[0]?.address, via: 'reply-to' });
    expect((await chatwoot('references')).references).toEqual([
      '4e6e35f5a38b4_479f13bb90078178@small-app-01.mail',
      'test-reference-id',
    ]);
  });
});
