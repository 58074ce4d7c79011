import { authenticate } from 'mailauth';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../start-sandbox.ts';
import { deskWrites, startDesk, startWorld, type TakenMail } from '../testing/desk.ts';
import { readMail } from './read-mail.ts';

const ana = 'ana.ferreira@cafemail.example';
const toDesk = { to: 'support@larkspur.example', subject: 'Moinho avariado', text: 'Não liga.' };

/** What the desk finds out about a sender, asking the sandbox's DNS. */
async function verdict(sandbox: Sandbox, mail: TakenMail) {
  const resolver = async (name: string, type: string) => {
    const records = await sandbox.records(name, type);
    if (!records) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return records.map((record) => (typeof record === 'object' && 'exchange' in record ? record.exchange : record)) as
      string[] | string[][];
  };
  const result = await authenticate(mail.raw, { ip: '127.0.0.1', helo: 'mx.example', sender: mail.from, resolver });
  return {
    dkim: result.dkim.results.map(({ status }) => status.result),
    spf: result.spf && result.spf.status.result,
    dmarc: result.dmarc && result.dmarc.status.result,
  };
}

describe('a customer who writes', () => {
  it('reaches the desk with words, files and copies as written', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    const photo = { fileName: 'avaria – foto.png', contentType: 'image/png', base64: 'iVBORw0KGgo=' };

    await sandbox.sendAs(ana, { ...toDesk, cc: 'tom@ashbyandsons.example', attachments: [photo] });

    const taken = await desk.nth(1);
    expect(taken).toMatchObject({ from: ana, to: ['support@larkspur.example', 'tom@ashbyandsons.example'] });
    expect(await readMail(taken.raw)).toMatchObject({
      from: { name: 'Ana Ferreira', address: ana },
      subject: 'Moinho avariado',
      text: expect.stringContaining('Não liga.'),
      attachments: [{ fileName: 'avaria – foto.png', size: 8 }],
    });
    expect(await sandbox.mailsFor(ana)).toMatchObject([{ folder: 'sent', subject: 'Moinho avariado' }]);
  });

  it('shows an inline picture inside the mail', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    const picture = { fileName: 'logo.png', contentType: 'image/png', base64: 'iVBORw0KGgo=', cid: 'logo' };

    await sandbox.sendAs(ana, { ...toDesk, html: '<p><img src="cid:logo"></p>', attachments: [picture] });

    const mail = await readMail((await desk.nth(1)).raw);
    expect(mail.html).toContain('data:image/png;base64,iVBORw0KGgo=');
    expect(mail.attachments).toMatchObject([{ inline: true }]);
  });

  it('is a verified sender: signature, envelope and policy agree', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    await sandbox.sendAs(ana, toDesk);

    expect(await verdict(sandbox, await desk.nth(1))).toEqual({ dkim: ['pass'], spf: 'pass', dmarc: 'pass' });
  });

  it('is unmasked when somebody else pretends to be her', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    await sandbox.sendAs(ana, { ...toDesk, forged: true });

    expect(await verdict(sandbox, await desk.nth(1))).toMatchObject({ dmarc: 'fail' });
  });

  it('is told in the desk’s words when the desk cannot be reached, and nothing counts as sent', async () => {
    const sandbox = await startWorld({ deskSmtpPort: 1 });

    await expect(sandbox.sendAs(ana, toDesk)).rejects.toThrow('The desk did not take the mail on 127.0.0.1:1');
    expect(await sandbox.mailsFor(ana)).toEqual([]);
  });
});

describe('a customer who answers', () => {
  it('stays in the thread and quotes in the language of her mail program', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    await deskWrites(sandbox, {
      headers: { References: '<first@cafemail.example>', 'Reply-To': 'support+token@larkspur.example' },
    });
    const answered = await sandbox.waitForMail(ana);

    await sandbox.replyAs(answered.id, { text: 'Obrigada!' });

    const taken = await desk.nth(1);
    const reply = await readMail(taken.raw);
    expect(taken.to).toEqual(['support+token@larkspur.example']);
    expect(reply).toMatchObject({
      subject: 'Re: Your grinder',
      inReplyTo: '<answer-1@larkspur.example>',
      references: ['<first@cafemail.example>', '<answer-1@larkspur.example>'],
    });
    expect(reply.text).toMatch(
      /^Obrigada!\n\nEm .+, Larkspur Coffee <support@larkspur.example> escreveu:\n\n> A new burr/,
    );
    expect(reply.html).toContain('<blockquote class="gmail_quote"');
  });

  it.each([
    ['apple', '<blockquote type="cite">', '> A new burr is on its way.'],
    ['outlook', '<div id="divRplyFwdMsg"', 'From: Larkspur Coffee <support@larkspur.example>'],
    ['none', '<div>Obrigada!</div>', 'Obrigada!'],
  ] as const)('quotes as %s does', async (quoting, html, text) => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    await deskWrites(sandbox);
    await sandbox.replyAs((await sandbox.waitForMail(ana)).id, { text: 'Obrigada!', quoting });

    const reply = await readMail((await desk.nth(1)).raw);
    expect(reply.html).toContain(html);
    expect(reply.text).toContain(text);
  });

  it('writes plain text below the quote when she works in a terminal', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    await deskWrites(sandbox, { to: 'piotr.nowak@skrzynka.example' });
    const answered = await sandbox.waitForMail('piotr.nowak@skrzynka.example');
    await sandbox.replyAs(answered.id, { text: 'Dziękuję.' });

    const raw = (await desk.nth(1)).raw.toString();
    expect(raw).toMatch(/^Content-Type: text\/plain/m);
    expect(raw).not.toContain('text/html');
  });
});
