import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readMail } from '../mail/read-mail.ts';
import { deskWrites, startDesk, startWorld } from '../testing/desk.ts';
import { faults, hasBrowser, openRoom, type RoomOptions } from '../testing/room.ts';

async function play(options: RoomOptions = {}) {
  const desk = await startDesk();
  const sandbox = await startWorld({ deskSmtpPort: desk.port });
  return { desk, sandbox, ...(await openRoom(sandbox.url, options)) };
}

async function openWriting(page: Page, name: string) {
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Write', exact: true }).click();
}

describe.skipIf(!hasBrowser)('the page where one plays customer', () => {
  it('writes to the desk with a file, gets the answer without a reload, and answers it', async () => {
    const { desk, sandbox, page, complaints } = await play();
    await openWriting(page, 'Ana Ferreira');
    await page.getByLabel('Subject').fill('O moinho não liga');
    await page.getByLabel('Text').fill('Bom dia');
    await page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'foto.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Send' }).click();
    const first = await readMail((await desk.nth(1)).raw);

    await deskWrites(sandbox, { headers: { References: first.messageId } });
    await page.getByRole('link', { name: /Your grinder/ }).click();
    await page.getByRole('link', { name: 'Reply', exact: true }).click();
    await page.keyboard.type('Obrigada!');
    await page.keyboard.press('Control+Enter');
    const second = await readMail((await desk.nth(2)).raw);

    expect(first).toMatchObject({ subject: 'O moinho não liga', attachments: [{ fileName: 'foto.txt' }] });
    expect(second).toMatchObject({
      subject: 'Re: Your grinder',
      references: [first.messageId, '<answer-1@larkspur.example>'],
    });
    await page.getByRole('heading', { name: 'Re: Your grinder' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps the words when the desk refuses them, and says why', async () => {
    const { sandbox, page } = await play();
    await openWriting(page, 'Maya Okafor');
    await page.getByLabel('Text').fill('Hello?');
    await page.route('**/send', (route) => route.fulfill({ status: 502, json: { title: '550 Not here' } }));
    await page.getByRole('button', { name: 'Send' }).click();

    await page.getByRole('alert').filter({ hasText: '550 Not here' }).waitFor();
    expect(await page.getByLabel('Text').inputValue()).toBe('Hello?');
    expect(await sandbox.mailsFor('maya.okafor@brightmail.example')).toEqual([]);
  });

  it('makes a mailbox misbehave', async () => {
    const { sandbox, page } = await play();
    await page.getByRole('link', { name: 'Ana Ferreira' }).click();
    await page.getByLabel('This mailbox').selectOption('Rejects');
    await page.getByRole('link', { name: /Ana Ferreira Rejects/ }).waitFor();

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('runs nothing that a mail brings along', async () => {
    const { sandbox, page } = await play();
    await deskWrites(sandbox, {
      html: '<p>Hi</p><img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script>',
    });
    await page.getByRole('link', { name: /Ana Ferreira/ }).click();
    await page.getByRole('link', { name: /Your grinder/ }).click();
    await page.frameLocator('iframe').getByText('Hi').waitFor();

    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it.each([1280, 390])('is free of accessibility faults at %i pixels', async (width) => {
    const { sandbox, page } = await play({ width, bypassCSP: true });
    await deskWrites(sandbox);
    await page.getByRole('link', { name: /Ana Ferreira.*unread/ }).click();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: /Your grinder/ }).click();
    await page.getByRole('heading', { name: 'Your grinder' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Reply', exact: true }).click();
    expect(await faults(page)).toEqual([]);
  });
});
