import { casesApi, historyApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, somebody } from './case.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const pathsRefused = async (over: object) => {
  const customer = { address: 'ana@customer.example', name: 'Ana' };
  const body = { subject: 'Stuck', text: 'No sound.', customer, ...over };
  const response = await desk.as(desk.agent).send(casesApi.open, { body });
  const problem = (await response.json()) as { errors?: { path: string }[] };
  return { status: response.status, paths: problem.errors?.map(({ path }) => path) };
};

describe('opening a case with all that it carries', () => {
  it('keeps what was said elsewhere, at the time when it was said', async () => {
    const at = '2024-05-01T21:38:48.000Z';
    const opened = await aCase(desk, {
      ...{ status: 'resolved', priority: 7, language: 'de', externalId: 'old-1', description: 'From the old desk' },
      ...{ labels: ['Imported'], assigneeId: desk.agent.id, createdAt: at },
    });

    expect(opened).toMatchObject({
      ...{ status: 'resolved', priority: 7, language: 'de', externalId: 'old-1', description: 'From the old desk' },
      ...{ labels: [{ name: 'Imported' }], assignee: { id: desk.agent.id }, waitingSince: null },
    });
    for (const time of [opened.createdAt, opened.receivedAt, opened.firstOpenedAt, opened.resolvedAt]) {
      expect(new Date(time!).toISOString()).toBe(at);
    }
    const history = await desk.as(desk.agent).call(historyApi.list, { params: { caseId: opened.id } });
    expect(history.items[0]?.changes).toContainEqual({ field: 'priority', from: 4, to: 7 });
  });

  it('writes down what the company said on the telephone', async () => {
    const { customer } = await aCase(desk);
    const call = await aCase(desk, { channel: 'phone', direction: 'out', customerId: customer.id });

    expect(call).toMatchObject({ channel: 'phone', customer, waitingSince: null, receivedAt: null });
    expect(call.counts).toMatchObject({ inbound: 0, outbound: 1 });
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: call.id } });
    expect(feed.items.at(-1)).toMatchObject({ direction: 'out', channel: 'phone', delivery: null });
  });

  it.each([
    [{ customerId: 999_999, customer: undefined }, 'customerId'],
    [{ customerId: 1 }, 'customer'],
    [{ customer: undefined }, 'customer'],
    [{ mailboxId: 999_999 }, 'mailboxId'],
    [{ brandId: 999_999 }, 'brandId'],
    [{ assigneeId: 999_999 }, 'assigneeId'],
    [{ createdAt: '2999-01-01T00:00:00Z' }, 'createdAt'],
    [{ customFields: { nonsense: true } }, 'customFields.nonsense'],
  ])('names the field that is wrong: %o', async (over, path) => {
    const { status, paths } = await pathsRefused(over);
    expect(status).toBe(422);
    expect(paths).toContain(path);
  });

  it('gives an external id to one case, also of two who ask at once', async () => {
    const both = await Promise.all([pathsRefused({ externalId: 'twice' }), pathsRefused({ externalId: 'twice' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.flatMap(({ paths = [] }) => paths)).toEqual(['externalId']);
  });

  it('opens nothing in a brand that one does not serve', async () => {
    const restricted = await somebody(desk, { ownBrandsOnly: true });
    const body = { subject: 'Stuck', text: 'No sound.', customer: { address: 'ana@customer.example', name: 'Ana' } };
    const refused = await desk.as(restricted).refusal(casesApi.open, { body: { ...body, brandId: desk.brandId } });
    expect(refused).toEqual({ status: 422, code: 'request.invalid' });
  });
});
