import { casesApi, companiesApi, customersApi, mergesApi, messagesApi, notesApi } from '@bureau/contracts';
import { BrandDirectory, hashPassword } from '@bureau/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { noticesTo } from '../../../../../test/fixtures/links.ts';
import {
  aCustomerWrites,
  anAgentReplies,
  startDeskAndOutside,
  type DeskAndOutside,
} from '../../../../../test/fixtures/outside.ts';
import { hiddenOf, Visitor } from '../../../../../test/fixtures/visitor.ts';
import { AccountRepository } from '../account/account.repository.ts';

let both: DeskAndOutside;
let desk: TestDesk;
let base: string;
let passwordHash: string;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
  base = await baseOf(desk.brandId);
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => both.close());

const PASSWORD = 'another long phrase';
const agent = () => desk.as(desk.agent);
const caseOf = (caseId: number) => agent().call(casesApi.get, { params: { caseId } });
const pageOf = (caseId: number) => `${base}/customer/portal/private/cases/${caseId}`;

async function baseOf(brandId: number): Promise<string> {
  await desk.running.get(BrandDirectory).refresh();
  const row = await desk.sql.row<{ slug: string }>('SELECT slug FROM brands WHERE id = $1', [brandId]);
  return `/support/${row?.slug}`;
}

/** The customer of a case, signed in. */
async function signedIn(caseId: number): Promise<Visitor> {
  const { customer } = await caseOf(caseId);
  const accounts = desk.running.get(AccountRepository);
  await accounts.verify(customer.address ?? '');
  await accounts.setPassword(await accounts.ensure(customer.id), passwordHash);
  const visitor = new Visitor(desk.url);
  await visitor.post(`${base}/customer/login`, { email: customer.address ?? '', password: PASSWORD });
  return visitor;
}

/** The path of the link in the latest mail to an address. */
async function linkTo(address: string): Promise<string> {
  const [mail = ''] = await noticesTo(both, address);
  return /https?:\/\/[^/\s]+(\/support\/[^/]+\/customer\/portal\/cases\/[\w-]+)/.exec(mail)?.[1] ?? 'no link';
}

describe('my cases', () => {
  it('are what a customer asked at this brand, the latest first, and nothing else', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const other = await aCustomerWrites(desk);
    const visitor = await signedIn(caseId);
    const page = await visitor.get(`${base}/customer/portal/private/cases`);
    expect(page.text).toContain(`Number ${caseId}`);
    expect(page.text).not.toContain(`Number ${other.caseId}`);
    expect((await visitor.get(pageOf(caseId))).status).toBe(200);
  });

  it('of somebody else are not there: the same page as for a case that never was', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const other = await aCustomerWrites(desk);
    const visitor = await signedIn(caseId);
    const [foreign, none] = [await visitor.get(pageOf(other.caseId)), await visitor.get(pageOf(999_999_999))];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    for (const path of ['replies', 'resolve', 'reopen']) {
      const tried = await visitor.post(`${pageOf(other.caseId)}/${path}`, { 'interaction[body]': 'I was here' });
      expect([path, tried.status]).toEqual([path, 404]);
    }
  });

  it('of another brand are not there, though the customer is the same (S32)', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const visitor = await signedIn(caseId);
    const brandId = await desk.aBrand('Tideline');
    await desk.aMailbox(`${crypto.randomUUID()}@tideline.example`, { brandId });
    await agent().call(casesApi.update, { params: { caseId }, body: { brandId } });
    expect((await visitor.get(pageOf(caseId))).status).toBe(404);
    expect((await visitor.get(`${base}/customer/portal/private/cases`)).text).not.toContain(`Number ${caseId}`);
  });

  it('ask a guest to sign in, and lead back to the case', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const page = await new Visitor(desk.url).get(pageOf(caseId));
    expect(page.path).toContain(`/customer/login?to=${encodeURIComponent(`/customer/portal/private/cases/${caseId}`)}`);
  });
});

describe('the page of a case', () => {
  it('shows what was said, and never a note, an aside, a forward, what is hidden, erased, or taken back', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    const params = { caseId };
    await agent().call(notesApi.add, { params, body: { text: 'MARKER-NOTE' } });
    const reply = await anAgentReplies(desk, caseId, { text: 'MARKER-SHOWN' });
    const hidden = await anAgentReplies(desk, caseId, { text: 'MARKER-HIDDEN' });
    await agent().call(messagesApi.update, { params: { messageId: hidden.id }, body: { hidden: true } });
    const erased = await anAgentReplies(desk, caseId, { text: 'MARKER-ERASED' });
    await desk.drain();
    await desk.as(desk.administrator).call(messagesApi.erase, { params: { messageId: erased.id } });
    await agent().call(messagesApi.forward, {
      params,
      body: { to: ['expert@elsewhere.example'], text: 'MARKER-FORWARD', messageIds: [reply.id] },
    });
    const undone = await anAgentReplies(desk, caseId, { text: 'MARKER-UNDONE' });
    await desk.sql.run(`UPDATE deliveries SET state = 'cancelled' WHERE message_id = $1`, [undone.id]);
    await desk.drain();

    const visitor = await signedIn(caseId);
    for (const path of [pageOf(caseId), await linkTo(address)]) {
      const page = await visitor.get(path);
      expect(page.text).toContain('It makes no sound.');
      expect(page.text).toContain('MARKER-SHOWN');
      expect(page.html.match(/MARKER-(?!SHOWN)\w+/g)).toBeNull();
      expect(page.text).toContain('The content of this message was erased.');
    }
  });

  it('shows nothing that a merge brought from the case of somebody else', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const other = await aCustomerWrites(desk);
    await anAgentReplies(desk, other.caseId, { text: 'MARKER-OTHER' });
    await desk.drain();
    const body = { caseIds: [other.caseId], intoCaseId: caseId, differentCustomers: true };
    await agent().call(mergesApi.merge, { body });
    expect((await caseOf(caseId)).counts.outbound).toBe(1);
    const page = await (await signedIn(caseId)).get(pageOf(caseId));
    expect([page.status, page.html.includes('MARKER-OTHER')]).toEqual([200, false]);
  });

  it('takes an answer with a file into the ledger, and the case is open again', async () => {
    const { caseId } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId);
    await agent().call(casesApi.update, { params: { caseId }, body: { status: 'resolved' } });
    const visitor = await signedIn(caseId);
    const page = await visitor.get(pageOf(caseId));
    const file = { field: 'case_attachment[attachment]', name: 'proof.txt', type: 'text/plain', content: 'proof' };
    const fields = { ...hiddenOf(page.html), 'interaction[body]': 'Still <b>stuck</b>.' };
    const sent = await visitor.post(`${pageOf(caseId)}/replies`, fields, [file]);
    await visitor.post(`${pageOf(caseId)}/replies`, fields, [file]);
    expect(sent.text).toContain('Your answer has arrived.');
    expect(sent.html).toContain('Still &lt;b&gt;stuck&lt;/b&gt;.');
    expect(await caseOf(caseId)).toMatchObject({ status: 'open', counts: { inbound: 2, attachments: 1 } });
    const link = /href="([^"]*\/attachments\/\d+)"/.exec(sent.html)?.[1] ?? '';
    const download = await visitor.send(link, { method: 'GET' });
    expect([download.headers.get('content-disposition'), await download.text()]).toEqual([
      expect.stringMatching(/^attachment;/),
      'proof',
    ]);
    expect((await new Visitor(desk.url).get(link)).path).toContain('/customer/login');
  });

  it('lets the customer say that it is solved, and that it is not', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const visitor = await signedIn(caseId);
    expect((await visitor.post(`${pageOf(caseId)}/resolve`)).text).toContain('Good.');
    expect(await caseOf(caseId)).toMatchObject({ status: 'resolved' });
    expect((await visitor.get(pageOf(caseId))).text).toContain('It is not solved after all');
    await visitor.post(`${pageOf(caseId)}/reopen`);
    expect(await caseOf(caseId)).toMatchObject({ status: 'open' });
  });

  it('says what to do when the case is closed, and what was written meanwhile opens a new one', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const visitor = await signedIn(caseId);
    const before = await visitor.get(pageOf(caseId));
    await agent().call(casesApi.update, { params: { caseId }, body: { status: 'closed' } });
    expect((await visitor.get(pageOf(caseId))).text).toContain('closed for good');
    await visitor.post(`${pageOf(caseId)}/replies`, {
      ...hiddenOf(before.html),
      'interaction[body]': 'One more thing.',
    });
    const { items } = await agent().call(casesApi.list, { query: { limit: 5 } });
    expect(await caseOf(items[0]!.id)).toMatchObject({ continuesCaseId: caseId, excerpt: 'One more thing.' });
  });
});

describe('the link from a mail', () => {
  it('opens one case without a password, where its customer answers', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId);
    const link = await linkTo(address);
    const visitor = new Visitor(desk.url);
    const page = await visitor.get(link);
    expect(page.text).toContain('Turn it off and on again.');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.html).toContain('noindex');
    await visitor.post(`${link}/replies`, { ...hiddenOf(page.html), 'interaction[body]': 'By the link.' });
    expect(await caseOf(caseId)).toMatchObject({ excerpt: 'By the link.' });
    expect((await visitor.get(`${base}/customer/portal/private/cases`)).path).toContain('/customer/login');
  });

  it('changes nothing when it is looked at, however often', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId);
    await desk.drain();
    const link = await linkTo(address);
    const before = await caseOf(caseId);
    for (const path of ['', '/resolve', '/reopen', '/replies']) await new Visitor(desk.url).get(link + path);
    expect(await caseOf(caseId)).toEqual(before);
  });

  it('of another case or brand opens nothing, and says nothing of the case', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId);
    const link = await linkTo(address);
    const other = await baseOf(await desk.aBrand('Heron'));
    for (const path of [link.replace(base, other), `${link}x`, link.replace(/cases\/.*/, 'cases/1-x')]) {
      const page = await new Visitor(desk.url).get(path);
      expect([page.status, page.text]).toEqual([410, expect.stringContaining('opens nothing any more')]);
      expect(page.html).not.toContain('grinder');
    }
  });
});

describe('a company', () => {
  it('lets those of its customers read along who may, and only read', async () => {
    const domain = `${crypto.randomUUID()}.example`;
    await desk.as(desk.administrator).call(companiesApi.create, { body: { name: 'Beans & Co', domains: [domain] } });
    const asked = await aCustomerWrites(desk, `ana@${domain}`);
    const colleague = await aCustomerWrites(desk, `ben@${domain}`);
    const visitor = await signedIn(colleague.caseId);
    expect((await visitor.get(pageOf(asked.caseId))).status).toBe(404);

    const { customer } = await caseOf(colleague.caseId);
    const params = { customerId: customer.id };
    await agent().call(customersApi.update, { params, body: { accessCompanyCases: true } });
    const list = await visitor.get(`${base}/customer/portal/private/cases?whose=company`);
    expect(list.text).toContain(`Number ${asked.caseId}`);
    const page = await visitor.get(pageOf(asked.caseId));
    expect(page.text).toContain('A colleague of yours asked this.');
    expect(page.html).not.toContain('interaction[body]');
    const tried = await visitor.post(`${pageOf(asked.caseId)}/replies`, { 'interaction[body]': 'Me too' });
    expect(tried.status).toBe(403);
    expect((await visitor.post(`${pageOf(asked.caseId)}/resolve`)).status).toBe(403);
  });
});
