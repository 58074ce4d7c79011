import { casesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../fixtures/desk.ts';
import { sendMail, sendRaw } from '../fixtures/mail.ts';
import { anAgentReplies, startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

const someone = () => `${crypto.randomUUID()}@customer.example`;

/** The mails that arrived at an address, as they crossed the wire. */
async function rawMailsFor(address: string): Promise<string[]> {
  const mails = await both.outside.mailsFor(address);
  return mails.filter(({ folder }) => folder === 'inbox').map(({ id }) => both.outside.rawOf(id)!.toString('utf8'));
}

/** The header block, unfolded: one text for each field. */
function fieldsOf(raw: string): string[] {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/));
  return head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
}

async function caseOf(address: string): Promise<number> {
  const row = await desk.sql.row<{ id: number }>(
    'SELECT case_id AS id FROM messages WHERE from_address = $1 ORDER BY id DESC LIMIT 1',
    [address],
  );
  return row!.id;
}

const INJECTIONS: [name: string, text: string][] = [
  ['CR LF', 'Hello\r\nBcc: victim@evil.example'],
  ['LF alone', 'Hello\nBcc: victim@evil.example'],
  ['CR alone', 'Hello\rBcc: victim@evil.example'],
  ['an empty line', 'Hello\r\n\r\n<script>alert(1)</script>'],
  ['U+2028', 'Hello\u2028Bcc: victim@evil.example'],
  ['U+0085', 'Hello\u0085Bcc: victim@evil.example'],
  ['a vertical tab', 'Hello\vBcc: victim@evil.example'],
  ['an encoded word', '=?utf-8?q?Hello=0D=0ABcc:_victim@evil.example?='],
  ['an encoded word in base64', '=?utf-8?b?SGVsbG8NCkJjYzogdmljdGltQGV2aWwuZXhhbXBsZQ==?='],
  ['an overlong line', `Hello ${'x'.repeat(400)} Bcc: victim@evil.example`],
  ['an address in a name', 'Hello" <victim@evil.example>, "x'],
];

describe('S8: words of strangers and agents in the header of our mail', () => {
  it.each(INJECTIONS)('stay words with %s', async (_, text) => {
    const address = someone();
    const opened = await desk.as(desk.agent).call(casesApi.open, {
      body: { subject: text, text: 'It is stuck.', customer: { address, name: text.slice(0, 200) } },
    });
    await desk.sql.run('UPDATE users SET name = $2 WHERE id = $1', [desk.agent.id, text.slice(0, 100)]);

    await anAgentReplies(desk, opened.id, { text });
    await desk.drain();

    const [raw] = await rawMailsFor(address);
    const fields = fieldsOf(raw!);
    const names = fields.map((field) => field.slice(0, field.indexOf(':')).toLowerCase());
    expect(names).not.toContain('bcc');
    for (const name of ['subject', 'from', 'to', 'message-id', 'content-type', 'reply-to']) {
      expect([name, names.filter((one) => one === name).length]).toEqual([name, 1]);
    }
    expect(fields.every((field) => /^[\w-]+:/.test(field))).toBe(true);
    expect(await rawMailsFor('victim@evil.example')).toEqual([]);
  });

  it.each(INJECTIONS.slice(0, 4))('cannot come in through the ids of a mail with %s', async (_, text) => {
    const address = someone();
    await sendRaw(
      desk,
      Buffer.from(
        `From: ${address}\r\nTo: support@larkspur.example\r\nSubject: ids\r\nMessage-ID: <a@b>${text.replace(/[\r\n]+/g, '\r\n ')}\r\nReferences: <x@y> =?utf-8?q?=0D=0ABcc:_victim@evil.example?=\r\n\r\nHello`,
      ),
      { from: address },
    );
    await desk.drain();
    await anAgentReplies(desk, await caseOf(address));
    await desk.drain();

    const [raw] = await rawMailsFor(address);
    expect(fieldsOf(raw!).filter((field) => /^bcc:/i.test(field))).toEqual([]);
  });

  it.each([
    'a@b.example\r\nBcc: victim@evil.example',
    'a@b.example, victim@evil.example',
    '"x\r\n"@b.example',
    'a b@c.example',
  ])('cannot be an address: %j is refused', async (address) => {
    const open = { subject: 'x', text: 'x', customer: { address } };
    expect(await desk.as(desk.agent).refusal(casesApi.open, { body: open })).toMatchObject({ status: 422 });

    const { id, sequence } = await desk.as(desk.agent).call(casesApi.open, {
      body: { subject: 'x', text: 'x', customer: { address: someone() } },
    });
    const reply = { params: { caseId: id }, body: { text: 'x', sequence, cc: [address] } };
    expect(await desk.as(desk.agent).refusal(casesApi.reply, reply)).toMatchObject({ status: 422 });
  });

  it('cannot be the name of a file that we send on', async () => {
    const address = someone();
    const { id } = await desk.as(desk.agent).call(casesApi.open, {
      body: { subject: 'x', text: 'x', customer: { address } },
    });
    const fileName = 'a.txt"\r\nBcc: victim@evil.example\r\nX-A: "b';
    const upload = await desk.as(desk.agent).fetch(`/api/v3/uploads?fileName=${encodeURIComponent(fileName)}`, {
      method: 'POST',
      body: 'x',
    });
    const { id: uploadId } = (await upload.json()) as { id: number };
    await anAgentReplies(desk, id, { uploadIds: [uploadId] });
    await desk.drain();

    const [raw] = await rawMailsFor(address);
    expect(raw!.split(/\r?\n/).filter((line) => /^(bcc|x-a):/i.test(line))).toEqual([]);
  });
});

describe('S6, S7: automatic answers', () => {
  it('say nothing that the sender wrote', async () => {
    const mailbox = await desk.aMailbox('hello@larkspur.example', { autoAcknowledge: true });
    const [victim, words] = [someone(), crypto.randomUUID()];
    await sendMail(desk, {
      from: `${words} Buy pills <${victim}>`,
      to: mailbox.address,
      subject: `${words} https://evil.example`,
      text: words,
      html: `<p>${words}</p>`,
      messageId: `<${words}@evil.example>`,
    });
    await desk.drain();

    const [raw, ...more] = await rawMailsFor(victim);
    expect(more).toEqual([]);
    const said = fieldsOf(raw!).filter((field) => !/^(in-reply-to|references):/i.test(field));
    expect(said.join('\n')).not.toContain(words);
    expect(raw!.slice(raw!.search(/\r?\n\r?\n/))).not.toContain(words);
    expect(said).toContainEqual(expect.stringMatching(/^Auto-Submitted: auto-replied/i));
  });

  it('bomb nobody: thirty mails in his name bring a victim three', async () => {
    const mailbox = await desk.aMailbox('bomb@larkspur.example', { autoAcknowledge: true });
    const victim = someone();
    await Promise.all(
      Array.from({ length: 30 }, (_, count) =>
        sendMail(desk, {
          from: count % 2 ? victim : victim.replace('@', `+${count}@`).toUpperCase(),
          to: mailbox.address,
          subject: `Order ${count}`,
          text: crypto.randomUUID(),
        }),
      ),
    );
    await desk.drain(60_000);

    const mails = await Promise.all(
      [victim, ...Array.from({ length: 30 }, (_, count) => victim.replace('@', `+${count}@`))].map(rawMailsFor),
    );
    expect(mails.flat().length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['another automatic answer', { 'auto-submitted': 'auto-replied' }],
    ['a list', { 'list-id': '<all.example>' }],
    ['a mass mail', { precedence: 'bulk' }],
    ['who asks for silence', { 'x-auto-response-suppress': 'All' }],
  ])('never answer %s', async (_, headers) => {
    const mailbox = await desk.aMailbox(`${crypto.randomUUID()}@larkspur.example`, { autoAcknowledge: true });
    const from = someone();
    await sendMail(desk, { from, to: mailbox.address, headers, text: crypto.randomUUID() });
    await desk.drain();
    expect(await rawMailsFor(from)).toEqual([]);
  });
});
