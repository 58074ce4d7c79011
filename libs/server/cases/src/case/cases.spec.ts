import { casesApi, draftsApi, notesApi, rolesApi, usersApi, type OpenCase } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const words = (over: Partial<OpenCase> = {}) => ({
  subject: 'The grinder is stuck',
  text: 'It makes no sound at all.',
  customer: { address: `${crypto.randomUUID()}@customer.example`, name: 'Ana Ferreira' },
  ...over,
});

const open = (over: Partial<OpenCase> = {}) => desk.as(desk.agent).call(casesApi.open, { body: words(over) });

const reply = (caseId: number, sequence: number, more: { status?: 'pending' | 'resolved'; text?: string } = {}) =>
  desk
    .as(desk.agent)
    .call(casesApi.reply, { params: { caseId }, body: { text: 'Please unplug it first.', sequence, ...more } });

describe('opening a case', () => {
  it('shows the customer’s words, new and waiting', async () => {
    const opened = await open();

    expect(opened).toMatchObject({ status: 'new', sequence: 2, excerpt: 'It makes no sound at all.', priority: 4 });
    expect(opened.waitingSince).not.toBeNull();
  });

  it('knows the customer again by the address, whatever its letters', async () => {
    const address = `Ana.${crypto.randomUUID()}@Customer.example`;
    const first = await open({ customer: { address, name: 'Ana' } });
    const second = await open({ customer: { address: address.toLowerCase(), name: 'A. Ferreira' } });

    expect(second.customer.id).toBe(first.customer.id);
  });

  it('sends what the company says first, when told to, and lets it be taken back', async () => {
    const { id, mailbox } = await open({ direction: 'out', send: true, status: 'pending' });

    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id } });
    const said = items.find((item) => item.kind === 'message');
    expect(said).toMatchObject({
      direction: 'out',
      from: { address: mailbox?.address },
      messageId: expect.stringMatching(/@/),
      delivery: { state: 'pending', undoUntil: expect.any(String) },
    });
  });

  it('sends nothing for whoever may not reply, and nothing that the customer said', async () => {
    const clerk = await desk.aUser({ name: 'Omar Haddad' });
    const role = await desk
      .as(desk.administrator)
      .call(rolesApi.create, { body: { name: 'Takes calls', permissions: ['cases:view', 'cases:create'] } });
    const params = { userId: clerk.id };
    await desk.as(desk.administrator).call(usersApi.change, { params, body: { roleId: role.id } });
    const wanted = { body: words({ direction: 'out', send: true }) };
    expect(await desk.as(clerk).refusal(casesApi.open, wanted)).toEqual({ status: 403, code: 'permission.denied' });

    const response = await desk.as(desk.agent).send(casesApi.open, { body: words({ send: true }) });
    expect(await response.json()).toMatchObject({ code: 'request.invalid', errors: [{ path: 'send' }] });
  });

  it('is refused to whoever is not signed in', async () => {
    expect(await desk.anybody.refusal(casesApi.open, { body: words() })).toEqual({
      status: 401,
      code: 'session.required',
    });
  });

  it('names every wrong field', async () => {
    const response = await desk
      .as(desk.agent)
      .send(casesApi.open, { body: { subject: '', customer: { address: 'nobody' } } });

    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'request.invalid',
      errors: expect.arrayContaining([
        { path: 'subject', message: 'Write a subject.' },
        { path: 'customer.address', message: expect.stringContaining('ana@example.com') },
      ]),
    });
  });
});

describe('a reply', () => {
  it('goes out with the status that the agent chose', async () => {
    const { id, sequence } = await open();

    const message = await reply(id, sequence, { status: 'pending' });

    expect(message).toMatchObject({
      kind: 'message',
      direction: 'out',
      subject: 'Re: The grinder is stuck',
      delivery: { state: 'pending' },
    });
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId: id } })).toMatchObject({
      status: 'pending',
      waitingSince: null,
      sequence: sequence + 2,
    });
  });

  it('is refused when a colleague was faster', async () => {
    const { id, sequence } = await open();
    await reply(id, sequence);

    const late = desk
      .as(desk.agent)
      .refusal(casesApi.reply, { params: { caseId: id }, body: { text: 'Me too.', sequence } });

    expect(await late).toEqual({ status: 409, code: 'case.moved-on' });
  });

  it('is not refused for what its writer did herself after she looked', async () => {
    const { id, sequence } = await open();
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { priority: 9 } });
    await desk.as(desk.agent).call(notesApi.add, { params: { caseId: id }, body: { text: 'She called.' } });

    expect(await reply(id, sequence)).toMatchObject({ kind: 'message', direction: 'out' });
  });

  it('is refused for what a colleague wrote or changed after its writer looked, and names where the case stands', async () => {
    const colleague = desk.as(desk.administrator);
    const noted = await open();
    await colleague.call(notesApi.add, { params: { caseId: noted.id }, body: { text: 'Wait for the technician.' } });
    const changed = await open();
    await colleague.call(casesApi.update, { params: { caseId: changed.id }, body: { priority: 9 } });

    for (const { id, sequence } of [noted, changed]) {
      const wanted = { params: { caseId: id }, body: { text: 'Come by.', sequence } };
      const response = await desk.as(desk.agent).send(casesApi.reply, wanted);
      expect(await response.json()).toMatchObject({ code: 'case.moved-on', sequence: sequence + 1 });
    }
  });

  it('is refused to whoever claims to have seen more than there is', async () => {
    const { id, sequence } = await open();
    const wanted = { params: { caseId: id }, body: { text: 'Soon.', sequence: sequence + 1 } };
    expect(await desk.as(desk.agent).refusal(casesApi.reply, wanted)).toEqual({ status: 409, code: 'case.moved-on' });
  });

  it('is sent once, however often the same key comes', async () => {
    const { id, sequence } = await open();
    const input = { params: { caseId: id }, body: { text: 'Once.', sequence } };
    const send = () => desk.as(desk.agent).call(casesApi.reply, input, { 'idempotency-key': 'double-click' });

    const [first, ...late] = (await Promise.allSettled([send(), send()])).flatMap((sent) =>
      sent.status === 'fulfilled' ? [sent.value] : [],
    );
    for (const again of [...late, await send()]) expect(again).toEqual(first);
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id } });
    expect(feed.items.filter((item) => item.kind === 'message' && item.direction === 'out')).toHaveLength(1);
  });

  it('is refused when a key comes back with other words', async () => {
    const { id, sequence } = await open();
    const key = { 'idempotency-key': 'other-words' };
    await desk.as(desk.agent).call(casesApi.reply, { params: { caseId: id }, body: { text: 'One.', sequence } }, key);

    const other = { params: { caseId: id }, body: { text: 'Two.', sequence } };
    expect(await desk.as(desk.agent).refusal(casesApi.reply, other, key)).toEqual({
      status: 422,
      code: 'request.key-reused',
    });
  });

  it('cannot reach the customer of a closed case', async () => {
    const { id } = await open();
    const closed = await desk
      .as(desk.agent)
      .call(casesApi.update, { params: { caseId: id }, body: { status: 'closed' } });

    const refused = desk
      .as(desk.agent)
      .refusal(casesApi.reply, { params: { caseId: id }, body: { text: 'Hello?', sequence: closed.sequence } });
    expect(await refused).toEqual({ status: 409, code: 'case.closed' });
  });
});

describe('changing a case', () => {
  it('tells the history field by field', async () => {
    const { id } = await open();
    const body = { assigneeId: desk.agent.id, priority: 8, status: 'open' as const };

    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body });

    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id } });
    expect(feed.items.at(-1)).toMatchObject({
      kind: 'event',
      event: 'case.updated',
      actor: { kind: 'user', name: 'Mia Larsen' },
      changes: [
        { field: 'status', from: 'new', to: 'open' },
        { field: 'assigneeId', from: null, to: desk.agent.id },
        { field: 'priority', from: 4, to: 8 },
      ],
    });
  });

  it('leaves no trace when nothing changes', async () => {
    const { id, sequence } = await open();

    const same = await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { status: 'new' } });

    expect(same.sequence).toBe(sequence);
  });

  it('never makes an open case new again', async () => {
    const { id } = await open();
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { status: 'open' } });

    const back = desk.as(desk.agent).refusal(casesApi.update, { params: { caseId: id }, body: { status: 'new' } });
    expect(await back).toEqual({ status: 409, code: 'case.transition' });
  });

  it('assigns to nobody who does not work here', async () => {
    const { id } = await open();
    const refused = desk
      .as(desk.agent)
      .refusal(casesApi.update, { params: { caseId: id }, body: { assigneeId: 999_999 } });
    expect(await refused).toEqual({ status: 422, code: 'request.invalid' });
  });
});

describe('the list', () => {
  it('pages through every case once, the latest activity first', async () => {
    const customer = { address: `${crypto.randomUUID()}@customer.example`, name: 'Many' };
    const opened = [];
    for (let count = 0; count < 5; count++) opened.push((await open({ customer })).id);
    const customerId = (await desk.as(desk.agent).call(casesApi.get, { params: { caseId: opened[0]! } })).customer.id;

    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.as(desk.agent).call(casesApi.list, { query: { limit: 2, customerId, cursor } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);

    expect(seen).toEqual(opened.toReversed());
  });

  it('refuses a cursor that it did not give out', async () => {
    expect(await desk.as(desk.agent).refusal(casesApi.list, { query: { cursor: 'abc' } })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
  });

  it('moves a case between the views as it changes', async () => {
    const { id, sequence } = await open();
    const idsOf = async (view: 'mine' | 'unassigned' | 'resolved') => {
      const page = await desk.as(desk.agent).call(casesApi.list, { query: { view } });
      return page.items.map((item) => item.id);
    };
    expect(await idsOf('unassigned')).toContain(id);

    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { assigneeId: desk.agent.id } });
    expect(await idsOf('mine')).toContain(id);

    await reply(id, sequence + 1, { status: 'resolved' });
    expect(await idsOf('resolved')).toContain(id);
    expect(await idsOf('mine')).not.toContain(id);
  });
});

describe('a draft', () => {
  it('belongs to one agent and goes when the reply is sent', async () => {
    const { id, sequence } = await open();
    const colleague = await desk.aUser({ name: 'Omar Haddad' });
    const params = { caseId: id };
    await desk.as(desk.agent).call(draftsApi.save, { params, body: { html: '<p>Hm</p>', text: 'Hm', sequence } });

    expect((await desk.as(colleague).call(draftsApi.get, { params })).draft).toBeNull();
    expect((await desk.as(desk.agent).call(draftsApi.get, { params })).draft).toMatchObject({ text: 'Hm', sequence });

    await reply(id, sequence);
    expect((await desk.as(desk.agent).call(draftsApi.get, { params })).draft).toBeNull();
  });
});
