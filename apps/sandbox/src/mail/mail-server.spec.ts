import { describe, expect, it } from 'vitest';
import { deskWrites, freePort, newFolder, startDesk, startWorld } from '../testing/desk.ts';
import { readMail } from './read-mail.ts';

const ana = 'ana.ferreira@cafemail.example';

describe('a customer’s mailbox', () => {
  it('receives what the desk sends, byte for byte', async () => {
    const sandbox = await startWorld();
    const sent = await deskWrites(sandbox);

    const mail = await sandbox.waitForMail(ana);

    expect(sent.response).toMatch(/^250 2\.0\.0/);
    expect(mail).toMatchObject({ subject: 'Your grinder', folder: 'inbox', read: false });
    expect(mail.from).toEqual({ name: 'Larkspur Coffee', address: 'support@larkspur.example' });
    expect(sandbox.rawOf(mail.id)?.toString()).toContain('A new burr is on its way.');
  });

  it('comes into being for anyone the desk writes to', async () => {
    const sandbox = await startWorld();
    await deskWrites(sandbox, { to: 'new.person@nowhere.example' });

    expect(await sandbox.mailsFor('New.Person@nowhere.example')).toHaveLength(1);
  });

  it('counts how often it got the same Message-ID', async () => {
    const sandbox = await startWorld();
    await deskWrites(sandbox, { messageId: '<once@larkspur.example>' });
    await deskWrites(sandbox, { messageId: '<twice@larkspur.example>' });
    await deskWrites(sandbox, { messageId: '<twice@larkspur.example>' });

    expect(sandbox.copies('<once@larkspur.example>', ana)).toBe(1);
    expect(sandbox.sentTwice()).toEqual([{ messageId: '<twice@larkspur.example>', address: ana, copies: 2 }]);
  });

  it('is still there after a restart, with its habits', async () => {
    const dataDir = newFolder();
    const before = await startWorld({ dataDir });
    before.setBehaviour('@postwerk.example', { kind: 'reject' });
    await deskWrites(before);
    await before.stop();

    const after = await startWorld({ dataDir });

    expect(await after.mailsFor(ana)).toMatchObject([{ subject: 'Your grinder' }]);
    await expect(deskWrites(after, { to: 'jonas.weber@postwerk.example' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('is empty and well again after a reset', async () => {
    const sandbox = await startWorld();
    await deskWrites(sandbox);
    sandbox.setBehaviour(ana, { kind: 'reject' });
    sandbox.reset();

    expect(await sandbox.mailsFor(ana)).toEqual([]);
    await expect(deskWrites(sandbox)).resolves.toBeDefined();
  });
});

describe('a mailbox that refuses', () => {
  it('puts the first attempt off when it greylists, and takes the second', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'greylist' });

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 451 });
    await expect(deskWrites(sandbox)).resolves.toBeDefined();
    expect(sandbox.copies('<answer-1@larkspur.example>', ana)).toBe(1);
  });

  it('keeps putting off until the greylisting time is over', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'greylist', seconds: 3600 });

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 451 });
    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 451 });
  });

  it.each([
    [{ kind: 'reject', words: '5.1.1 Ana has moved' } as const, '550 5.1.1 Ana has moved'],
    [{ kind: 'reject', at: 'data', code: 554, words: '5.7.1 Looks like spam' } as const, '554 5.7.1 Looks like spam'],
    [{ kind: 'defer-always' } as const, '450 4.2.1 This mailbox is busy, please try again later'],
    [{ kind: 'tls-fail' } as const, '454 4.7.0 TLS is required and could not be negotiated'],
  ])('says so in its own words: %o', async (behaviour, words) => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, behaviour);

    await expect(deskWrites(sandbox)).rejects.toThrow(words);
    expect(sandbox.copies('<answer-1@larkspur.example>')).toBe(0);
    expect(sandbox.log.since(0).some(({ kind }) => kind === 'refused')).toBe(true);
  });

  it('refuses for a whole domain, except who is set to accept', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour('@cafemail.example', { kind: 'reject' });
    sandbox.setBehaviour('boss@cafemail.example', { kind: 'accept' });

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 550 });
    await expect(deskWrites(sandbox, { to: 'boss@cafemail.example' })).resolves.toBeDefined();
    await expect(deskWrites(sandbox, { to: 'tom@ashbyandsons.example' })).resolves.toBeDefined();
  });

  it('is well again after the number of mails it was told', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'reject', times: 1 });

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 550 });
    await expect(deskWrites(sandbox)).resolves.toBeDefined();
  });

  it('breaks the encrypted connection of everyone when the world’s TLS fails', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour('*', { kind: 'tls-fail' });

    await expect(deskWrites(sandbox)).rejects.toMatchObject({ code: 'ESOCKET' });
    expect(sandbox.copies('<answer-1@larkspur.example>')).toBe(0);
  });
});

describe('a mailbox that leaves the desk in doubt', () => {
  it('keeps the mail but loses the answer', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'drop-after-data' });

    await expect(deskWrites(sandbox)).rejects.toThrow();
    expect(sandbox.copies('<answer-1@larkspur.example>', ana)).toBe(1);
  });

  it('takes the mail and never answers when it hangs', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'hang' });

    await expect(deskWrites(sandbox, { patienceMs: 300 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(sandbox.copies('<answer-1@larkspur.example>', ana)).toBe(0);
  });

  it('accepts late when it is slow', async () => {
    const sandbox = await startWorld();
    sandbox.setBehaviour(ana, { kind: 'slow', milliseconds: 150 });
    const start = performance.now();

    await deskWrites(sandbox);

    expect(performance.now() - start).toBeGreaterThanOrEqual(149);
  });
});

describe('a mailbox that answers by itself', () => {
  it('accepts, then bounces with a report that machines can read', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    sandbox.setBehaviour(ana, { kind: 'accept-then-bounce', status: '5.2.2', words: 'Mailbox full' });
    await deskWrites(sandbox);

    const bounce = await desk.nth(1);
    const text = bounce.raw.toString();

    expect(bounce).toMatchObject({ from: '', to: ['support@larkspur.example'] });
    expect(text).toMatch(/^Content-Type: multipart\/report; report-type=delivery-status/m);
    expect(text).toMatch(/^Final-Recipient: rfc822; ana\.ferreira@cafemail\.example\r$/m);
    expect(text).toMatch(/^Action: failed\r\nStatus: 5\.2\.2\r\nDiagnostic-Code: smtp; 550 5\.2\.2 Mailbox full\r$/m);
    expect(text).toContain('Message-ID: <answer-1@larkspur.example>');
    expect((await readMail(bounce.raw)).text).toContain('could not be delivered');
    expect(await sandbox.mailsFor(ana)).toEqual([]);
    expect(sandbox.copies('<answer-1@larkspur.example>', ana)).toBe(1);
  });

  it('tells people that its owner is away, but no machine', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    sandbox.setBehaviour(ana, { kind: 'auto-reply' });
    await deskWrites(sandbox, { messageId: '<robot@larkspur.example>', headers: { 'Auto-Submitted': 'auto-replied' } });
    await deskWrites(sandbox, { messageId: '<human@larkspur.example>' });

    const note = await desk.nth(1);

    expect(note.from).toBe('');
    expect(await readMail(note.raw)).toMatchObject({
      inReplyTo: '<human@larkspur.example>',
      headers: { 'auto-submitted': 'auto-replied', 'x-auto-response-suppress': 'All' },
    });
  });

  it('answers everything and hides that it is a robot when it loops, up to its limit', async () => {
    const desk = await startDesk();
    const sandbox = await startWorld({ deskSmtpPort: desk.port });
    sandbox.setBehaviour(ana, { kind: 'loop', limit: 1 });
    await deskWrites(sandbox, { headers: { 'Auto-Submitted': 'auto-replied' } });

    const answer = await desk.nth(1);
    await deskWrites(sandbox, { messageId: '<answer-2@larkspur.example>' });
    await sandbox.stop();

    expect(answer.from).toBe(ana);
    expect((await readMail(answer.raw)).headers).not.toHaveProperty('auto-submitted');
    expect(desk.taken).toHaveLength(1);
  });

  it('tries its bounce again while the desk is away', async () => {
    const deskSmtpPort = await freePort();
    const sandbox = await startWorld({ deskSmtpPort });
    const failed = new Promise((resolve) => sandbox.log.listen(({ kind }) => kind === 'send-failed' && resolve(kind)));
    sandbox.setBehaviour(ana, { kind: 'accept-then-bounce' });
    await deskWrites(sandbox);
    await failed;

    const desk = await startDesk(deskSmtpPort);

    expect((await desk.nth(1)).from).toBe('');
  });
});
