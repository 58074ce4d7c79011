import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { casesApi, intakeApi, type FeedMessage, type IntakeItem } from '@bureau/contracts';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../../../../shared/corpora/email');
const files = existsSync(CORPUS) ? globSync('**/*.eml', { cwd: CORPUS }).sort() : [];

/** Real mails of other projects, over real SMTP. Each keeps its file name in the envelope sender, to be found again. */
describe.skipIf(files.length === 0)(`${files.length || 'No'} mails of the corpora, over SMTP`, () => {
  let desk: TestDesk;
  const items = new Map<string, IntakeItem>();
  let slowest = { file: '', ms: 0 };

  beforeAll(async () => {
    desk = await startTestDesk();
    const transport = createTransport({
      host: '127.0.0.1',
      port: desk.smtpPort,
      ignoreTLS: true,
      pool: true,
      maxConnections: 1,
      maxMessages: Infinity,
    });
    for (const file of files) {
      const began = performance.now();
      await transport.sendMail({
        raw: readFileSync(path.join(CORPUS, file)),
        envelope: { from: '', to: desk.mailbox.address },
      });
      const ms = performance.now() - began;
      if (ms > slowest.ms) slowest = { file, ms };
    }
    transport.close();
    await desk.drain(120_000);

    const ledger: IntakeItem[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await desk.as(desk.administrator).call(intakeApi.list, { query: { limit: 100, cursor } });
      ledger.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    ledger.reverse().forEach((item, index) => items.set(files[index]!, item));
  }, 180_000);
  afterAll(() => closeDesk(desk));

  const itemOf = (file: string) => items.get(file)!;

  it('are called duplicates only where the corpora hold the same mail twice', () => {
    const duplicates = [...items.values()].filter(({ fate }) => fate === 'duplicate');
    const bodies = new Map<string, number>();
    for (const file of files) {
      const [, body = ''] = readFileSync(path.join(CORPUS, file), 'latin1')
        .replaceAll('\r\n', '\n')
        .split(/\n\n([\s\S]*)/);
      bodies.set(body, (bodies.get(body) ?? 0) + 1);
    }
    const twins = [...bodies.values()].reduce((sum, count) => sum + count - 1, 0);
    expect(duplicates.length).toBeLessThanOrEqual(twins);
  });

  async function messageOf(file: string): Promise<FeedMessage> {
    const { caseId, messageId } = itemOf(file);
    const { items: feed } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: caseId! } });
    const found = feed.find((entry) => entry.kind === 'message' && entry.id === messageId);
    if (found?.kind !== 'message') throw new Error(`${file} is no message: ${itemOf(file).fate}`);
    return found;
  }

  it('are each acknowledged once and have exactly one fate', () => {
    expect(items.size).toBe(files.length);
    const fates = Map.groupBy(items.values(), ({ fate }) => fate);
    console.log(
      'Fates:',
      Object.fromEntries([...fates].map(([fate, list]) => [fate, list.length])),
      'slowest to be safe:',
      slowest,
    );
    expect(fates.has('waiting')).toBe(false);
    expect([...(fates.get('failed') ?? [])].map(({ externalId, reason }) => ({ externalId, reason }))).toEqual([]);
  });

  it('never delay the next: none takes a second to be safe', () => {
    expect(slowest.ms).toBeLessThan(1000);
  });

  it.each([
    ['welcome.eml', "Discussion: Let's debate these attachments", "Let's talk about these images:", 2],
    ['mail_with_no_subject.eml', '', null, null],
    ['only_text.eml', null, 'text only mail', null],
    ['only_html.eml', null, 'This is html only mail', null],
    ['only_attachments.eml', null, null, 1],
    ['attachments_without_text.eml', null, null, 2],
    ['attachments_without_filename.eml', null, null, 2],
    ['multiple_attachments.eml', null, null, 30],
  ])('%s shows subject, text and files', async (name, subject, text, attachments) => {
    const message = await messageOf(`chatwoot/${name}`);

    if (subject !== null) expect(message.subject).toBe(subject);
    if (text !== null) expect(message.text).toContain(text);
    if (attachments !== null) expect(message.attachments.filter(({ inline }) => !inline)).toHaveLength(attachments);
  });

  it('shows an inline PDF as a file', async () => {
    const message = await messageOf('chatwoot/email_with_inline_pdf.eml');
    expect(message.attachments).toContainEqual(expect.objectContaining({ fileName: 'dummy.pdf', inline: false }));
  });

  it('shows inline images where they stand', async () => {
    const message = await messageOf('chatwoot/mail_with_inline_images.eml');
    expect(message.html).toMatch(/src="\/api\/v3\/attachments\/\d+"/);
    expect(message.html).not.toContain('cid:');
  });

  it.each(['auto_reply.eml', 'auto_reply_with_auto_submitted.eml', 'bounced_gmail.eml', 'bounced_with_no_from.eml'])(
    '%s is known for a machine and answered by none',
    async (name) => {
      const { fate, caseId } = itemOf(`chatwoot/${name}`);
      if (fate === 'message') {
        const { items: feed } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: caseId! } });
        expect(feed.filter((entry) => entry.kind === 'message' && entry.direction === 'out')).toEqual([]);
      } else {
        expect(fate).toBe('suppressed');
      }
    },
  );

  it.each([
    ['group_sender_support.eml', /^X-Original-Sender:\s*(.+)$/im],
    ['reply_to.eml', /^Reply-To:\s*(.+)$/im],
  ])('%s belongs to whoever really wrote', async (name, header) => {
    const raw = readFileSync(path.join(CORPUS, 'chatwoot', name), 'latin1');
    const address = /[\w.+-]+@[\w.-]+/.exec(header.exec(raw)![1]!)![0].toLowerCase();

    const { caseId } = itemOf(`chatwoot/${name}`);
    const supportCase = await desk.as(desk.agent).call(casesApi.get, { params: { caseId: caseId! } });
    expect(supportCase.customer.address).toBe(address);
  });
});
