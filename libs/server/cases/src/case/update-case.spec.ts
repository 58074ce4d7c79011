import { casesApi, historyApi, type UpdateCase } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, somebody } from './case.factory.ts';

let desk: TestDesk;
let agent: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  agent = desk.as(desk.agent);
});
afterAll(() => closeDesk(desk));

const update = (caseId: number, body: UpdateCase, headers = {}) =>
  agent.call(casesApi.update, { params: { caseId }, body }, headers);

const refusal = async (caseId: number, body: unknown) => {
  const response = await agent.send(casesApi.update, { params: { caseId }, body });
  return { status: response.status, ...((await response.json()) as { code: string; errors?: { path: string }[] }) };
};

const historyOf = async (caseId: number) => (await agent.call(historyApi.list, { params: { caseId } })).items;

const level = () =>
  desk.sql.run(
    `INSERT INTO custom_fields (owner, key, label, type, choices) VALUES ('case', 'level', 'Level', 'list', '{vip,plain}')
     ON CONFLICT DO NOTHING`,
  );

describe('changing a case', () => {
  it('sets everything at once and tells it field by field', async () => {
    await level();
    const { id } = await aCase(desk);
    const other = await aCase(desk);
    const groupId = (await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Repairs') RETURNING id"))!
      .id;

    const changed = await update(id, {
      ...{ status: 'pending', assigneeId: desk.agent.id, groupId, priority: 9, subject: 'Stuck grinder' },
      ...{ description: 'Model X', language: 'DE', externalId: 'erp-1', customerId: other.customer.id },
      ...{ labels: ['Repair', 'Urgent'], customFields: { level: 'vip' }, routeStatus: 'available' },
    });

    expect(changed).toMatchObject({
      ...{ status: 'pending', assignee: { id: desk.agent.id }, group: { id: groupId }, priority: 9 },
      ...{ subject: 'Stuck grinder', description: 'Model X', language: 'de', externalId: 'erp-1' },
      ...{ customer: { id: other.customer.id }, labels: [{ name: 'Repair' }, { name: 'Urgent' }] },
      ...{ customFields: { level: 'vip' }, routeStatus: 'available', waitingSince: null },
    });
    const last = (await historyOf(id)).at(-1);
    expect(last?.event).toBe('case.updated');
    expect(last?.changes).toContainEqual({ field: 'customFields.level', from: null, to: 'vip' });
    expect(last?.changes).toHaveLength(12);
  });

  it('adds and takes labels away by name or id', async () => {
    const { id } = await aCase(desk, { labels: ['Repair'] });
    const [repair] = (await update(id, { labels: ['Bean'], labelAction: 'append' })).labels;
    const left = await update(id, { labels: [repair!.id, 'Never heard of'], labelAction: 'remove' });

    expect(left.labels.map(({ name }) => name)).toEqual(['Bean']);
  });

  it('makes no new label for who may not', async () => {
    const plain = await somebody(desk, { permissions: ['cases:view', 'cases:update'] });
    const { id } = await aCase(desk);
    const body = { labels: ['Brand new'] };
    const refused = await desk.as(plain).refusal(casesApi.update, { params: { caseId: id }, body });
    expect(refused).toEqual({ status: 422, code: 'request.invalid' });
  });

  it.each([
    [{ assigneeId: 999_999 }, 'assigneeId'],
    [{ groupId: 999_999 }, 'groupId'],
    [{ customerId: 999_999 }, 'customerId'],
    [{ brandId: 999_999 }, 'brandId'],
    [{ labels: [999_999] }, 'labels.0'],
    [{ labels: ['x'] }, 'labels.0'],
    [{ customFields: { nonsense: 1 } }, 'customFields.nonsense'],
    [{ snooze: { until: '2001-01-01T00:00:00Z' } }, 'snooze.until'],
    [{ priority: 11 }, 'priority'],
    [{ language: 'Klingon' }, 'language'],
    [{ externalId: '' }, 'externalId'],
  ])('names the field that is wrong: %o', async (body, path) => {
    const { id } = await aCase(desk);
    const refused = await refusal(id, body);
    expect(refused).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(refused.errors?.map((error) => error.path)).toContain(path);
  });

  it('gives an external id to one case only', async () => {
    const first = await aCase(desk, { externalId: 'crm-7' });
    const second = await aCase(desk);

    expect(await refusal(second.id, { externalId: 'crm-7' })).toMatchObject({ errors: [{ path: 'externalId' }] });
    const found = await agent.call(casesApi.list, { query: { externalId: 'crm-7' } });
    expect(found.items.map(({ id }) => id)).toEqual([first.id]);
  });

  it('changes a closed case in nothing', async () => {
    const { id } = await aCase(desk, { status: 'closed' });
    expect(await refusal(id, { priority: 9 })).toMatchObject({ status: 409, code: 'case.closed' });
    expect(await refusal(id, { labels: ['Repair'] })).toMatchObject({ status: 409, code: 'case.closed' });
  });

  it('lets the first of two writers who saw the same case win', async () => {
    const { id } = await aCase(desk);
    const etag = (await agent.send(casesApi.get, { params: { caseId: id } })).headers.get('etag')!;

    const writes = [2, 3].map((priority) =>
      agent.send(casesApi.update, { params: { caseId: id }, body: { priority } }, { 'if-match': etag }),
    );

    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  it('remembers the first opening and resolution, and the latest', async () => {
    const { id } = await aCase(desk);
    const opened = await update(id, { status: 'open' });
    const resolved = await update(id, { status: 'resolved' });
    const again = await update(id, { status: 'open' });

    expect(again).toMatchObject({ firstOpenedAt: opened.openedAt, resolvedAt: resolved.resolvedAt });
    expect(Date.parse(again.openedAt!)).toBeGreaterThanOrEqual(Date.parse(resolved.resolvedAt!));
  });
});

describe('assigning', () => {
  it('says in the history when the new assignee cannot see the case', async () => {
    const elsewhere = await somebody(desk, { name: 'Omar Haddad', ownBrandsOnly: true });
    const { id } = await aCase(desk);

    await update(id, { assigneeId: elsewhere.id });

    expect((await historyOf(id)).at(-1)?.reason).toBe('Omar Haddad does not serve this brand and cannot see the case.');
  });

  it('refuses who works here no longer', async () => {
    const gone = await desk.aUser();
    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [gone.id]);
    const { id } = await aCase(desk);
    expect(await refusal(id, { assigneeId: gone.id })).toMatchObject({ errors: [{ path: 'assigneeId' }] });
  });

  it('is not for whoever cannot see the case', async () => {
    const own = await somebody(desk, { scope: 'assigned' });
    const { id } = await aCase(desk);
    const body = { assigneeId: own.id };
    const refused = await desk.as(own).refusal(casesApi.update, { params: { caseId: id }, body });
    expect(refused).toEqual({ status: 404, code: 'case.not-found' });
  });
});

describe('another brand', () => {
  it('answers from its own mailbox, and is open to those who serve it', async () => {
    const brandId = await desk.aBrand('Harbour Bags');
    const mailbox = await desk.aMailbox(`${crypto.randomUUID()}@harbour.example`, { brandId });
    const { id } = await aCase(desk);

    expect(await update(id, { brandId })).toMatchObject({ brand: { id: brandId }, mailbox: { id: mailbox.id } });

    const restricted = await somebody(desk, { ownBrandsOnly: true });
    await desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [restricted.id, brandId]);
    const away = { params: { caseId: id }, body: { brandId: desk.brandId } };
    expect(await desk.as(restricted).refusal(casesApi.update, away)).toEqual({ status: 422, code: 'request.invalid' });
  });
});
