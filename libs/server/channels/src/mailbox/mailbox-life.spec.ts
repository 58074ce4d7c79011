import { once } from 'node:events';
import { brandsApi, casesApi, deliveriesApi, intakeApi, linksApi, mailboxesApi, rolesApi } from '@bureau/contracts';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendRaw } from '../../../../../test/fixtures/mail.ts';
import { aCustomerWrites, anAgentReplies } from '../../../../../test/fixtures/outside.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const read = async (mailboxId: number) =>
  (await admin().call(mailboxesApi.list, {})).items.find(({ id }) => id === mailboxId)!;

/** A provider's server that wants a sign-in, and what it took. */
async function aProvider(password = 'right') {
  const mails: { from: string; user: string; raw: string }[] = [];
  const server = new SMTPServer({
    ...{ logger: false, disableReverseLookup: true, hideSTARTTLS: true, allowInsecureAuth: true, closeTimeout: 200 },
    onAuth: (auth, _session, done) =>
      done(auth.password === password ? null : Object.assign(new Error('5.7.8 No'), { responseCode: 535 }), {
        user: auth.username ?? '',
      }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        mails.push({ from, user: String(session.user), raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = server.server.address();
  return { mails, port: typeof address === 'object' && address ? address.port : 0 };
}

async function aMailboxThatSendsThrough(port: number, password = 'right') {
  const address = `${crypto.randomUUID()}@larkspur.example`;
  const smtp = { host: '127.0.0.1', port, tls: 'none' as const, user: 'support', password };
  return admin().call(mailboxesApi.create, {
    body: { ...{ brandId: desk.brandId, address, name: 'Larkspur', imap: null, smtp }, ...REST },
  });
}

const REST = { groupId: null, autoAcknowledge: false, enabled: true };

async function aCaseAt(mailbox: { id: number; address: string }): Promise<number> {
  const { caseId } = await aCustomerWrites(desk);
  await desk.sql.run('UPDATE cases SET mailbox_id = $2 WHERE id = $1', [caseId, mailbox.id]);
  return caseId;
}

describe('a mailbox with a server of its own', () => {
  it('sends through it, and tells nobody its password', async () => {
    const { mails, port } = await aProvider();
    const mailbox = await aMailboxThatSendsThrough(port);
    await anAgentReplies(desk, await aCaseAt(mailbox));
    await desk.drain();

    expect(mails).toMatchObject([{ from: mailbox.address, user: 'support' }]);
    expect(mailbox.smtp).toEqual({ host: '127.0.0.1', port, tls: 'none', user: 'support' });
    expect(JSON.stringify(await read(mailbox.id))).not.toContain('right');
  });

  it('keeps what it cannot send until the password is right, and says so', async () => {
    const { mails, port } = await aProvider();
    const mailbox = await aMailboxThatSendsThrough(port, 'wrong');
    for (let count = 0; count < 3; count++) await anAgentReplies(desk, await aCaseAt(mailbox));
    await desk.drain();
    expect(await read(mailbox.id)).toMatchObject({ sendingTrouble: expect.stringContaining('535') });
    const query = { mailboxId: mailbox.id, limit: 50 };
    const { items } = await admin().call(deliveriesApi.list, { query });
    expect(items.map(({ state, from }) => [state, from])).toEqual(Array(3).fill(['pending', mailbox.address]));

    const params = { mailboxId: mailbox.id };
    const smtp = { ...mailbox.smtp!, password: 'right' };
    await admin().call(mailboxesApi.update, { params, body: { smtp } });
    expect((await read(mailbox.id)).sendingTrouble).toBe('');
    expect(mails).toEqual([]);
    expect(await admin().refusal(mailboxesApi.remove, { params, query: {} })).toEqual({
      status: 409,
      code: 'mailbox.busy',
    });
  });

  it('proves by a test that it sends and receives, and opens no case for it', async () => {
    const { mails, port } = await aProvider();
    const mailbox = await aMailboxThatSendsThrough(port);
    const params = { mailboxId: mailbox.id };
    expect(await admin().call(mailboxesApi.test, { params })).toMatchObject({ refusal: '', returnedAt: null });

    await sendRaw(desk, Buffer.from(mails[0]!.raw), { from: mailbox.address, to: mailbox.address });
    await desk.drain();
    const { test } = await admin().call(mailboxesApi.testResult, { params });
    expect(test?.returnedAt).not.toBeNull();
    const { items } = await admin().call(intakeApi.list, { query: { mailboxId: mailbox.id } });
    expect(items).toMatchObject([{ fate: 'suppressed', caseId: null }]);
  });

  it('says what the server said when it refuses the test', async () => {
    const { port } = await aProvider();
    const { id } = await aMailboxThatSendsThrough(port, 'wrong');
    expect(await admin().call(mailboxesApi.test, { params: { mailboxId: id } })).toMatchObject({
      refusal: expect.stringContaining('5.7.8'),
    });
  });

  it('says that its password cannot be read any more', async () => {
    const { id } = await aMailboxThatSendsThrough((await aProvider()).port);
    await desk.sql.run("UPDATE mailboxes SET smtp_password_sealed = 'of another desk' WHERE id = $1", [id]);
    expect(await admin().call(mailboxesApi.test, { params: { mailboxId: id } })).toMatchObject({
      refusal: expect.stringContaining('Write it again'),
    });
  });
});

describe('a mailbox that is deleted', () => {
  it('leaves its cases to the mailbox that answers for the brand, and everything that was said', async () => {
    const old = await desk.aMailbox(`${crypto.randomUUID()}@larkspur.example`);
    const caseId = await aCaseAt(old);
    const { items } = await admin().call(linksApi.read, { params: { noun: 'mailbox', objectId: old.id } });
    expect(items).toMatchObject([{ noun: 'case', count: 1, examples: [{ id: caseId }] }]);

    const heir = await desk.aMailbox(`${crypto.randomUUID()}@larkspur.example`);
    const chosen = { params: { brandId: desk.brandId }, body: { defaultMailboxId: heir.id } };
    await admin().call(brandsApi.change, chosen);
    await admin().call(mailboxesApi.remove, { params: { mailboxId: old.id }, query: {} });

    const after = await admin().call(casesApi.get, { params: { caseId } });
    expect(after.mailbox).toEqual(heir);
    await admin().call(brandsApi.change, { ...chosen, body: { defaultMailboxId: null } });
  });

  it('gives its cases to no mailbox of another brand, and goes for nobody who may not', async () => {
    const { id } = await desk.aMailbox(`${crypto.randomUUID()}@larkspur.example`);
    const foreign = await desk.aMailbox(`${crypto.randomUUID()}@tern.example`, { brandId: await desk.aBrand('Tern') });
    const params = { mailboxId: id };
    expect(await admin().refusal(mailboxesApi.remove, { params, query: { casesTo: foreign.id } })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
    expect(await desk.as(desk.agent).refusal(mailboxesApi.remove, { params, query: {} })).toMatchObject({
      status: 403,
    });
  });
});

describe('the list of deliveries', () => {
  it('is counted by state, and shows nobody what belongs to cases that he may not see', async () => {
    const before = (await admin().call(deliveriesApi.counts, { query: {} })).items;
    const { port } = await aProvider();
    const mailbox = await aMailboxThatSendsThrough(port);
    await anAgentReplies(desk, await aCaseAt(mailbox));
    await desk.drain();
    const sent = (items: typeof before) => items.find(({ state }) => state === 'sent')?.count ?? 0;
    const { items } = await admin().call(deliveriesApi.counts, { query: {} });
    expect(sent(items)).toBe(sent(before) + 1);
    expect(items.map(({ state }) => state).sort()).toHaveLength(7);

    const body = {
      name: crypto.randomUUID(),
      permissions: ['mailboxes:view' as const],
      caseScope: 'assigned' as const,
    };
    const { id } = await admin().call(rolesApi.create, { body });
    const restricted = await desk.aUser();
    await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [restricted.id, id]);
    expect((await desk.as(restricted).call(deliveriesApi.list, { query: {} })).items).toEqual([]);
    expect(sent((await desk.as(restricted).call(deliveriesApi.counts, { query: {} })).items)).toBe(0);
  });
});
