import { describe, expect, it } from 'vitest';
import { deskWrites, startDesk, startWorld } from '../testing/desk.ts';
import { readMail } from '../mail/read-mail.ts';

const ana = 'ana.ferreira@cafemail.example';

async function startPlaying() {
  const desk = await startDesk();
  const sandbox = await startWorld({ deskSmtpPort: desk.port });
  const call = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(sandbox.url + path, init);
    return { status: response.status, body: await response.json() };
  };
  return { desk, sandbox, call };
}

describe('the API of the sandbox', () => {
  it('lists the people one can play, and adds another', async () => {
    const { call } = await startPlaying();

    const added = await call('/api/people', { address: 'Bo@Lund.example', name: 'Bo Lund' });
    const people = await call('/api/people');

    expect(added).toMatchObject({ status: 201, body: { address: 'bo@lund.example', unread: 0 } });
    expect(people.body.items).toHaveLength(13);
  });

  it('shows a received mail with attachments that can be fetched, inert', async () => {
    const { sandbox, call } = await startPlaying();
    await deskWrites(sandbox);

    const { body } = await call(`/api/people/${ana}/mails`);
    const mail = body.items[0];
    const raw = await fetch(sandbox.url + mail.rawUrl);
    const html = await fetch(sandbox.url + mail.htmlUrl);

    expect(mail).toMatchObject({ subject: 'Your grinder', messageId: '<answer-1@larkspur.example>' });
    expect(await raw.text()).toContain('Subject: Your grinder');
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sends a form with a file, as the page does', async () => {
    const { desk, sandbox } = await startPlaying();
    const form = new FormData();
    form.set('to', 'support@larkspur.example');
    form.set('subject', 'Receipt');
    form.set('text', 'Here it is.');
    form.append('attachments', new File(['a receipt'], 'receipt.txt', { type: 'text/plain' }));

    const response = await fetch(`${sandbox.url}/api/people/${ana}/send`, { method: 'POST', body: form });

    expect(response.status).toBe(201);
    const taken = await readMail((await desk.nth(1)).raw);
    expect(taken).toMatchObject({ subject: 'Receipt', attachments: [{ fileName: 'receipt.txt', size: 9 }] });
    const [sent] = await sandbox.mailsFor(ana);
    const file = await fetch(sandbox.url + sent?.attachments[0]?.url);
    expect(await file.text()).toBe('a receipt');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('submits raw bytes with any envelope', async () => {
    const { desk, call } = await startPlaying();
    const bytes = 'From: a@b.example\r\nSubject: odd\r\n\r\n.starts with a dot\r\n';

    const sent = await call('/api/raw', { from: '', to: 'support@larkspur.example', raw: btoa(bytes) });

    expect(sent).toMatchObject({ status: 201, body: { id: null } });
    expect(await desk.nth(1)).toMatchObject({ from: '', to: ['support@larkspur.example'] });
    expect(desk.taken[0]?.raw.toString()).toBe(bytes);
  });

  it('names the wrong field and the fix', async () => {
    const { call } = await startPlaying();

    expect(await call(`/api/people/${ana}/send`, { to: 'nobody' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: 'to', message: expect.stringContaining('at least one recipient') }] },
    });
    expect(await call('/__control/behaviour', { kind: 'reject' })).toMatchObject({ status: 422 });
    expect(await call('/__control/behaviour', { address: ana, kind: 'sulk' })).toMatchObject({ status: 422 });
    expect(await call('/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('answers 502 with the desk’s words when the desk does not take a mail', async () => {
    const sandbox = await startWorld({ deskSmtpPort: 1 });
    const mail = { to: 'support@larkspur.example', text: 'hello' };
    const init = { method: 'POST', body: JSON.stringify(mail) };

    const response = await fetch(`${sandbox.url}/api/people/${ana}/send`, init);

    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ code: 'not-taken' });
  });

  it('lets no page of another origin play customer', async () => {
    const { call } = await startPlaying();

    expect(await call('/__control/reset', {}, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await call('/__control/reset', {}, { origin: 'null' })).toMatchObject({ status: 403 });
  });

  it('sets a behaviour, counts copies and tells what happened', async () => {
    const { sandbox, call } = await startPlaying();
    await call('/__control/behaviour', { address: ana, kind: 'greylist' });
    await expect(deskWrites(sandbox)).rejects.toMatchObject({ responseCode: 451 });
    await deskWrites(sandbox);

    const id = encodeURIComponent('<answer-1@larkspur.example>');
    expect((await call(`/__control/copies?messageId=${id}&address=${ana}`)).body.copies).toBe(1);
    expect((await call('/__control/copies')).body.sentTwice).toEqual([]);
    const log = await call('/__control/log');
    expect(log.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['behaviour', 'refused', 'received']);
  });

  it('is the DNS of its people’s domains and of no other', async () => {
    const { call } = await startPlaying();

    expect((await call('/dns/cafemail.example/TXT')).body.records).toEqual([['v=spf1 ip4:127.0.0.1 ip6:::1 -all']]);
    expect((await call('/dns/sandbox._domainkey.cafemail.example/TXT')).body.records[0][0]).toMatch(/^v=DKIM1; k=rsa/);
    expect((await call('/dns/larkspur.example/TXT')).status).toBe(404);
  });

  it('pushes arrivals to whoever listens', async () => {
    const { sandbox } = await startPlaying();
    const response = await fetch(`${sandbox.url}/api/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await deskWrites(sandbox);

    const { value } = await reader.read();
    await reader.cancel();

    expect(value).toContain('"kind":"received"');
  });

  it('says in one line that its port is taken', async () => {
    const { sandbox } = await startPlaying();

    await expect(startWorld({ webPort: sandbox.webPort })).rejects.toThrow(
      `Port ${sandbox.webPort} is taken. Stop the program that uses it, or set BUREAU_SANDBOX_PORT to a free port.`,
    );
  });
});
