import { casesApi, draftsApi, historyApi, trashApi, type UpdateCase } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { AppendMessage } from './append-message.ts';
import { aCase, readCase } from './case.factory.ts';
import { SYSTEM } from './system-actor.ts';
import { WakeCases } from './wake-cases.ts';

let desk: TestDesk;
let administrator: ApiClient;
let agent: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  administrator = desk.as(desk.administrator);
  agent = desk.as(desk.agent);
});
afterAll(() => closeDesk(desk));

const update = (caseId: number, body: UpdateCase) => agent.call(casesApi.update, { params: { caseId }, body });
const eventsOf = async (caseId: number) =>
  (await agent.call(historyApi.list, { params: { caseId } })).items.map(({ event }) => event);
const inboxIds = async () => (await agent.call(casesApi.list, { query: { view: 'inbox' } })).items.map(({ id }) => id);
const customerWrites = (caseId: number) =>
  desk.running.get(AppendMessage).run(SYSTEM, {
    caseId,
    reason: 'Answers our mail.',
    message: {
      ...{ subject: 'Re', text: 'It drips.', visibleLength: 9, html: null, automatic: null, sender: null, notices: [] },
      ...{ from: { name: 'Ana', address: 'ana@customer.example' }, to: [], cc: [], files: [], author: null },
      ...{ messageId: null, inReplyTo: null, references: [], userId: null, customerId: null, intakeId: null },
    },
  });
const wake = () => desk.running.get(WakeCases).run();

describe('the trash', () => {
  it('takes a case out of every list, and gives it back as it was', async () => {
    const { id } = await aCase(desk);
    const params = { caseId: id };

    await administrator.call(trashApi.delete, { params });
    expect(await agent.refusal(casesApi.get, { params })).toEqual({ status: 404, code: 'case.not-found' });
    expect(await agent.refusal(casesApi.update, { params, body: { priority: 9 } })).toMatchObject({ status: 404 });
    expect(await inboxIds()).not.toContain(id);
    expect((await administrator.call(casesApi.get, { params })).deletedAt).not.toBeNull();

    expect(await administrator.call(trashApi.restore, { params })).toMatchObject({
      id,
      status: 'new',
      deletedAt: null,
    });
    expect(await inboxIds()).toContain(id);
    expect((await eventsOf(id)).slice(-2)).toEqual(['case.deleted', 'case.restored']);
  });

  it('is for those who may, and nothing for closed cases', async () => {
    const { id } = await aCase(desk, { status: 'closed' });
    expect(await agent.refusal(trashApi.delete, { params: { caseId: id } })).toMatchObject({
      code: 'permission.denied',
    });
    expect(await administrator.refusal(trashApi.delete, { params: { caseId: id } })).toMatchObject({
      code: 'case.closed',
    });
  });

  it('keeps drafts, too', async () => {
    const { id, sequence } = await aCase(desk);
    const params = { caseId: id };
    const body = {
      html: '<p>Hm</p>',
      text: 'Hm',
      sequence,
      mode: 'forward' as const,
      subject: 'Fwd',
      to: ['half@'],
      bcc: [],
    };
    await agent.call(draftsApi.save, { params, body });
    await administrator.call(trashApi.delete, { params });
    await administrator.call(trashApi.restore, { params });

    const kept = { ...body, kind: 'reply', cc: null, uploads: [] };
    expect((await agent.call(draftsApi.get, { params })).draft).toMatchObject(kept);
  });
});

describe('spam', () => {
  it('leaves the lists until somebody says that it is none', async () => {
    const { id } = await aCase(desk);
    expect((await update(id, { spam: true })).spamAt).not.toBeNull();
    expect(await inboxIds()).not.toContain(id);
    expect((await update(id, { spam: false })).spamAt).toBeNull();
    expect((await eventsOf(id)).slice(-2)).toEqual(['case.marked-spam', 'case.cleared-of-spam']);
  });
});

describe('a case sleeps', () => {
  it('until its time, and wakes once, on top', async () => {
    const { id } = await aCase(desk);
    const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
    await update(id, { snooze: { until } });
    await aCase(desk);
    await wake();
    expect(await inboxIds()).not.toContain(id);

    desk.clock.advance(3_600_000);
    await Promise.all([wake(), wake()]);

    expect((await inboxIds())[0]).toBe(id);
    expect((await eventsOf(id)).filter((event) => event === 'case.woken')).toHaveLength(1);
  });

  it('until the customer writes, when nobody said until when', async () => {
    const { id } = await aCase(desk);
    expect((await update(id, { snooze: { until: null } })).snooze).toMatchObject({ until: null });
    desk.clock.advance(86_400_000);
    await wake();
    expect((await readCase(desk, id)).snooze).not.toBeNull();

    await customerWrites(id);
    expect((await readCase(desk, id)).snooze).toBeNull();
    expect((await eventsOf(id)).at(-1)).toBe('case.woken');
  });

  it('no longer than somebody likes', async () => {
    const { id } = await aCase(desk);
    await update(id, { snooze: { until: null } });
    expect((await update(id, { snooze: null })).snooze).toBeNull();
    expect((await eventsOf(id)).slice(-2)).toEqual(['case.snoozed', 'case.woken']);
  });
});

describe('the history', () => {
  it('can be read page by page, without the words of the interactions', async () => {
    const { id } = await aCase(desk);
    for (const priority of [5, 6, 7]) await update(id, { priority });
    const first = await agent.call(historyApi.list, { params: { caseId: id }, query: { limit: 3 } });
    const rest = await agent.call(historyApi.list, {
      params: { caseId: id },
      query: { limit: 3, cursor: first.next! },
    });

    expect([...first.items, ...rest.items].map(({ event }) => event)).toEqual([
      'case.opened',
      ...Array<string>(3).fill('case.updated'),
    ]);
    const hostile = { params: { caseId: id }, query: { cursor: "1' OR true" } };
    expect(await agent.refusal(historyApi.list, hostile)).toEqual({ status: 422, code: 'request.invalid' });
  });
});
