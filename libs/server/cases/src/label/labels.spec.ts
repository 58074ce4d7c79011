import { auditApi, casesApi, filtersApi, labelsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);
const agent = () => desk.as(desk.agent);
const aName = () => `Label ${crypto.randomUUID()}`;
const create = (name = aName()) => agent().call(labelsApi.create, { body: { name } });

async function aCaseWith(...labels: string[]) {
  const customer = { address: `${crypto.randomUUID()}@customer.example`, name: 'Ana' };
  const { id: caseId } = await agent().call(casesApi.open, { body: { subject: 'Stuck', text: 'Hm.', customer } });
  await agent().call(casesApi.update, { params: { caseId }, body: { labels } });
  return caseId;
}
const labelsOf = async (caseId: number) =>
  (await agent().call(casesApi.get, { params: { caseId } })).labels.map(({ name }) => name);

describe('a label', () => {
  it('is made by an agent and managed by who may', async () => {
    const label = await create();
    expect(label).toMatchObject({ color: 'default', types: ['case'], enabled: true, description: '' });

    const params = { labelId: label.id };
    const denied = { status: 403, code: 'permission.denied' };
    expect(await agent().refusal(labelsApi.update, { params, body: { color: 'red' } })).toEqual(denied);
    expect(await agent().refusal(labelsApi.delete, { params })).toEqual(denied);

    const body = { color: 'red', types: ['case', 'macro'], enabled: false } as const;
    const changed = await ada().call(labelsApi.update, { params, body: { ...body, types: [...body.types] } });
    expect(changed).toMatchObject(body);
    const { items } = await ada().call(auditApi.list, { query: { noun: 'label' } });
    expect(items[0]).toMatchObject({ action: 'changed', before: { color: 'default' }, after: { color: 'red' } });
  });

  it('has a name of its own; capitals count', async () => {
    const name = aName();
    await create(name);
    expect(await agent().refusal(labelsApi.create, { body: { name: ` ${name} ` } })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
    expect((await create(name.toUpperCase())).name).toBe(name.toUpperCase());
  });

  it('shows its new name wherever it is', async () => {
    const { id, name } = await create();
    const caseId = await aCaseWith(name);
    const renamed = aName();
    await ada().call(labelsApi.update, { params: { labelId: id }, body: { name: renamed } });
    expect(await labelsOf(caseId)).toEqual([renamed]);
  });

  it('is listed by type, use and part of the name, in an order', async () => {
    const stem = crypto.randomUUID();
    const [one, two] = [await create(`${stem} one 100%`), await create(`${stem} Two`)];
    await ada().call(labelsApi.update, { params: { labelId: one.id }, body: { types: ['article'], enabled: false } });
    const found = async (query: Record<string, unknown>) =>
      (await agent().call(labelsApi.list, { query })).items.map(({ id }) => id);

    expect(await found({ q: stem.toUpperCase() })).toEqual([one.id, two.id]);
    expect(await found({ q: stem, type: 'article' })).toEqual([one.id]);
    expect(await found({ q: stem, enabled: true })).toEqual([two.id]);
    expect(await found({ q: '0%' })).toEqual([one.id]);

    await ada().call(labelsApi.order, { body: { ids: [two.id, one.id] } });
    expect(await found({ q: stem })).toEqual([two.id, one.id]);
    expect((await ada().refusal(labelsApi.order, { body: { ids: [999_999] } })).status).toBe(422);
  });

  it('is taken off every case when it is deleted, with a line in the history of each', async () => {
    const [doomed, other] = [await create(), await create()];
    const cases = [await aCaseWith(other.name, doomed.name), await aCaseWith(doomed.name), await aCaseWith(other.name)];

    await ada().call(labelsApi.delete, { params: { labelId: doomed.id } });
    expect((await ada().refusal(labelsApi.get, { params: { labelId: doomed.id } })).code).toBe('label.not-found');
    const again = await create(doomed.name);
    await desk.drain();

    expect(await Promise.all(cases.map(labelsOf))).toEqual([[other.name], [], [other.name]]);
    const dangling = await desk.sql.row('SELECT FROM cases WHERE label_ids @> ARRAY[$1::bigint]', [doomed.id]);
    expect(dangling).toBeUndefined();
    const feed = await agent().call(casesApi.feed, { params: { caseId: cases[1]! } });
    expect(feed.items.at(-1)).toMatchObject({
      actor: { kind: 'user', name: 'Ada Osei' },
      changes: [{ field: 'labelIds', from: [doomed.id], to: [] }],
    });
    expect(await agent().call(labelsApi.get, { params: { labelId: again.id } })).toMatchObject({ name: doomed.name });
  });

  it('is merged into another one, with its cases and the filters that ask for it, and the log tells', async () => {
    const [doubled, kept] = [await create(), await create()];
    const cases = [await aCaseWith(doubled.name), await aCaseWith(kept.name, doubled.name), await aCaseWith()];
    const asked = { field: 'case.labels', operator: 'is', value: [doubled.id, kept.id] } as const;
    const inner = { match: 'any', conditions: [{ field: 'case.labels', operator: 'is', value: doubled.id }] } as const;
    const conditions = { match: 'all', conditions: [{ ...asked, value: [...asked.value] }, inner] } as never;
    const filter = await agent().call(filtersApi.create, { body: { name: 'Doubled', conditions } });
    const params = { labelId: doubled.id };
    expect((await agent().refusal(labelsApi.merge, { params, body: { intoId: kept.id } })).status).toBe(403);

    expect(await ada().call(labelsApi.merge, { params, body: { intoId: kept.id } })).toMatchObject({ id: kept.id });
    expect(await Promise.all(cases.map(labelsOf))).toEqual([[kept.name], [kept.name], []]);
    expect((await ada().refusal(labelsApi.get, { params })).code).toBe('label.not-found');
    const repointed = await agent().call(filtersApi.get, { params: { filterId: filter.id } });
    expect(repointed.conditions.conditions).toMatchObject([{ value: [kept.id] }, { conditions: [{ value: kept.id }] }]);
    const feed = await agent().call(casesApi.feed, { params: { caseId: cases[1]! } });
    expect(feed.items.at(-1)).toMatchObject({
      actor: { kind: 'user', name: 'Ada Osei' },
      changes: [{ field: 'labelIds', from: [kept.id, doubled.id], to: [kept.id] }],
    });
    const { items } = await ada().call(auditApi.list, { query: { noun: 'label' } });
    expect(items[0]).toMatchObject({ action: 'deleted', after: { mergedInto: kept.name, cases: 2 } });
  });

  it('is merged into none that there is not, nor into itself', async () => {
    const { id: labelId } = await create();
    for (const intoId of [labelId, 999_999_999]) {
      expect((await ada().refusal(labelsApi.merge, { params: { labelId }, body: { intoId } })).code).toBe(
        'request.invalid',
      );
    }
    expect(await ada().call(labelsApi.get, { params: { labelId } })).toMatchObject({ id: labelId });
  });

  it('leaves no case behind that gets it while it is deleted', async () => {
    const { id, name } = await create();
    const cases = await Promise.all(Array.from({ length: 4 }, () => aCaseWith()));
    await Promise.all([
      ...cases.map((caseId) => agent().send(casesApi.update, { params: { caseId }, body: { labels: [id] } })),
      ada().call(labelsApi.delete, { params: { labelId: id } }),
    ]);
    await desk.drain();

    const dangling = await desk.sql.rows('SELECT id FROM cases WHERE label_ids @> ARRAY[$1::bigint]', [id]);
    expect([name, dangling]).toEqual([name, []]);
  });

  it.each([
    [{ name: 'x' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'one, two' }, 'name'],
    [{ name: 'a\0b' }, 'name'],
    [{ name: 'fine', color: 'mauve' }, 'color'],
    [{ name: 'fine', types: [] }, 'types'],
    [{ name: 'fine', types: ['opportunity'] }, 'types.0'],
  ])('is not made of %j', async (body, path) => {
    const response = await agent().send(labelsApi.create, { body });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path }] }]);
  });
});
