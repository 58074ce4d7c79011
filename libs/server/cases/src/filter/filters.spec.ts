import { casesApi, filtersApi, type ConditionGroup, type Conditions, type CreateFilter } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { FilterQueries } from './filter.queries.ts';

let desk: TestDesk;
let groupId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  const group = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Orders') RETURNING id");
  groupId = group?.id ?? 0;
  await desk.sql.run('INSERT INTO group_members VALUES ($1, $2)', [groupId, desk.agent.id]);
});
afterAll(() => closeDesk(desk));

const asAgent = () => desk.as(desk.agent);
const asAdministrator = () => desk.as(desk.administrator);
const subjectIs = (subject: string): Conditions => ({
  match: 'all',
  conditions: [{ field: 'case.subject', operator: 'is', value: subject }],
});
const aFilter = (over: Partial<CreateFilter> & { conditions: Conditions }) => ({ name: 'Grinders', ...over });

async function aCase(subject: string, columns: Record<string, unknown> = {}): Promise<number> {
  const customer = { address: `${crypto.randomUUID()}@customer.example`, name: 'Ana' };
  const { id } = await asAgent().call(casesApi.open, { body: { subject, text: 'Hello.', customer, priority: 4 } });
  for (const [column, value] of Object.entries(columns)) {
    await desk.sql.run(`UPDATE cases SET ${column} = $2 WHERE id = $1`, [id, value]);
  }
  return id;
}

async function standard(key: string, person: Person = desk.agent): Promise<number> {
  const { items } = await desk.as(person).call(filtersApi.list, {});
  return items.find((filter) => filter.key === key)?.id ?? 0;
}

async function idsIn(filterId: number, person: Person = desk.agent): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.as(person).call(filtersApi.cases, { params: { filterId }, query: { limit: 2, cursor } });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

describe('the filters that every desk begins with', () => {
  it('are there, in order, and say what they show', async () => {
    const { items } = await asAgent().call(filtersApi.list, {});

    expect(items.slice(0, 4).map(({ name, description }) => [name, description])).toEqual([
      ['Inbox', 'Status is New or Open and Snoozed is no'],
      ['Mine', 'Assigned agent is me and Status is New or Open or Pending and Snoozed is no'],
      ['My groups', 'Assigned group is one of mine and Status is New or Open or Pending and Snoozed is no'],
      ['Unassigned', 'Assigned agent is nobody or nothing and Status is New or Open and Snoozed is no'],
    ]);
    expect(items.filter(({ folder }) => folder === 'Channels')).toHaveLength(6);
  });

  it('show what they say', async () => {
    const fresh = await aCase('fresh');
    const mine = await aCase('mine', { assignee_id: desk.agent.id });
    const ours = await aCase('ours', { group_id: groupId, status: 'pending' });
    const spam = await aCase('spam', { spam_at: new Date() });
    const asleep = await aCase('asleep', { snoozed_at: new Date() });

    expect(await idsIn(await standard('inbox'))).toEqual([mine, fresh]);
    expect(await idsIn(await standard('mine'))).toEqual([mine]);
    expect(await idsIn(await standard('my-groups'))).toEqual([ours]);
    expect(await idsIn(await standard('unassigned'))).toEqual([fresh]);
    expect(await idsIn(await standard('pending'))).toEqual([ours]);
    expect(await idsIn(await standard('spam'))).toEqual([spam]);
    expect(await idsIn(await standard('snoozed'))).toEqual([asleep]);
    expect(await idsIn(await standard('email'))).toEqual([asleep, ours, mine, fresh]);
  });

  it('hide the trash from whoever may not delete', async () => {
    const deleted = await aCase('deleted', { deleted_at: new Date() });
    const trash = await standard('trash', desk.administrator);

    expect(await idsIn(trash, desk.administrator)).toEqual([deleted]);
    expect(await standard('trash')).toBe(0);
    expect(await asAgent().refusal(filtersApi.cases, { params: { filterId: trash } })).toMatchObject({ status: 404 });
    const conditions: Conditions = {
      match: 'all',
      conditions: [{ field: 'case.deleted', operator: 'is', value: true }],
    };
    expect(await asAgent().call(filtersApi.preview, { body: { conditions } })).toMatchObject({ items: [], count: 0 });
  });

  it('can be disabled, but not deleted', async () => {
    const params = { filterId: await standard('qna', desk.administrator) };

    expect(await asAdministrator().refusal(filtersApi.delete, { params })).toEqual({
      status: 409,
      code: 'filter.standard',
    });
    await asAdministrator().call(filtersApi.update, { params, body: { enabled: false } });
    expect(await standard('qna')).toBe(0);
  });
});

describe('a filter of one’s own', () => {
  it('is seen, changed and deleted by nobody else', async () => {
    const other = await desk.aUser({ name: 'Noor Haddad' });
    const { id: filterId, editable } = await asAgent().call(filtersApi.create, {
      body: aFilter({ conditions: subjectIs('Grinder') }),
    });
    const params = { filterId };

    expect(editable).toBe(true);
    for (const person of [other, desk.administrator]) {
      expect(await desk.as(person).refusal(filtersApi.get, { params })).toEqual({
        status: 404,
        code: 'filter.not-found',
      });
      expect(await desk.as(person).refusal(filtersApi.update, { params, body: { name: 'x' } })).toMatchObject({
        status: 404,
      });
      expect(await desk.as(person).refusal(filtersApi.delete, { params })).toMatchObject({ status: 404 });
    }
    await asAgent().call(filtersApi.delete, { params });
    expect(await asAgent().refusal(filtersApi.get, { params })).toMatchObject({ status: 404 });
  });

  it('is shared only by those who may manage filters', async () => {
    const shared = aFilter({ conditions: subjectIs('x'), visibility: { for: 'group', groupId } });

    expect(await asAgent().refusal(filtersApi.create, { body: shared })).toEqual({
      status: 403,
      code: 'permission.denied',
    });
    const { id } = await asAdministrator().call(filtersApi.create, { body: shared });
    expect((await asAgent().call(filtersApi.get, { params: { filterId: id } })).editable).toBe(false);
    const other = await desk.aUser();
    expect(await desk.as(other).refusal(filtersApi.get, { params: { filterId: id } })).toMatchObject({ status: 404 });

    const query = { scope: 'shared' as const };
    expect((await asAgent().call(filtersApi.list, { query })).items).toEqual([]);
    expect((await asAdministrator().call(filtersApi.list, { query })).items.map((filter) => filter.id)).toContain(id);
  });

  it('names every place that is wrong, and what to do', async () => {
    const conditions: ConditionGroup = {
      match: 'all',
      conditions: [
        { field: 'case.color', operator: 'is', value: 'red' },
        { match: 'any', conditions: [{ field: 'case.priority', operator: 'contains', value: 3 }] },
        { field: 'case.status', operator: 'is', value: 'gone' },
        { field: 'case.subject', operator: 'matches', value: '(a' },
        { field: 'message.text', operator: 'contains', value: 'a' },
      ],
    };
    const response = await asAgent().send(filtersApi.create, { body: { name: 'x', conditions } });

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [
        { path: 'conditions.conditions.0.field', message: expect.stringContaining('There is no field case.color') },
        { path: 'conditions.conditions.1.conditions.0.operator', message: expect.stringContaining('is, is-not') },
        { path: 'conditions.conditions.2.value', message: 'Say one of new, open, pending, resolved, closed.' },
        { path: 'conditions.conditions.3.value', message: expect.stringContaining('missing closing )') },
        { path: 'conditions.conditions.4.field', message: expect.stringContaining('Only business rules') },
      ],
    });
  });
});

describe('a list', () => {
  it('goes through every case once, in whatever order', async () => {
    const subject = crypto.randomUUID();
    const ids: number[] = [];
    for (let index = 0; index < 7; index++) {
      const waiting = index % 3 === 0 ? null : new Date(Date.now() - index * 60_000);
      ids.push(await aCase(subject, { priority: 1 + (index % 2), waiting_since: waiting }));
    }
    for (const field of ['activeAt', 'createdAt', 'updatedAt', 'waitingSince', 'priority', 'id'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const body = aFilter({ conditions: subjectIs(subject), sort: { field, direction } });
        const { id } = await asAgent().call(filtersApi.create, { body });
        expect((await idsIn(id)).toSorted((a, b) => a - b)).toEqual(ids);
      }
    }
  });

  it('begins with who has waited longest, and ends with who does not wait', async () => {
    const subject = crypto.randomUUID();
    const none = await aCase(subject, { waiting_since: null });
    const short = await aCase(subject, { waiting_since: new Date(Date.now() - 1000) });
    const long = await aCase(subject, { waiting_since: new Date(Date.now() - 9000) });
    const body = aFilter({ conditions: subjectIs(subject), sort: { field: 'waitingSince', direction: 'asc' } });
    const { id: filterId } = await asAgent().call(filtersApi.create, { body });

    expect(await idsIn(filterId)).toEqual([long, short, none]);
    const next = (after?: number) => asAgent().call(filtersApi.next, { params: { filterId }, query: { after } });
    expect(await next()).toEqual({ caseId: long });
    expect(await next(long)).toEqual({ caseId: short });
    expect(await next(none)).toEqual({ caseId: null });
  });

  it('goes on in the order that its reader has chosen for himself', async () => {
    const subject = crypto.randomUUID();
    const [low, high, middle] = [await aCase(subject), await aCase(subject), await aCase(subject)];
    await desk.sql.run(
      `UPDATE cases SET priority = CASE id WHEN $1 THEN 9 WHEN $2 THEN 5 ELSE 1 END
      WHERE id = ANY($3::bigint[])`,
      [high, middle, [low, high, middle]],
    );
    const body = aFilter({ conditions: subjectIs(subject), sort: { field: 'id', direction: 'asc' } });
    const { id: filterId } = await asAgent().call(filtersApi.create, { body });
    const own = { sort: 'priority', direction: 'desc' } as const;
    const next = (after?: number) =>
      asAgent().call(filtersApi.next, { params: { filterId }, query: { ...own, after } });

    expect([await next(), await next(high), await next(middle), await next(low)]).toEqual(
      [high, middle, low, null].map((caseId) => ({ caseId })),
    );
    expect(await asAgent().call(filtersApi.next, { params: { filterId }, query: { after: low } })).toEqual({
      caseId: high,
    });
    expect(
      await asAgent().refusal(filtersApi.next, { params: { filterId }, query: { sort: 'mood' as never } }),
    ).toMatchObject({ code: 'request.invalid' });
  });

  it('finds by regular expressions, page by page, and counts them', async () => {
    const word = crypto.randomUUID().slice(0, 8);
    const ids: number[] = [];
    for (const number of [17, 18, 19]) ids.unshift(await aCase(`${word} order ${number}`));
    await aCase(`${word} no order`);
    const conditions: Conditions = {
      match: 'all',
      conditions: [{ field: 'case.subject', operator: 'matches', value: `^${word} order \\d+$` }],
    };
    const { id: filterId } = await asAgent().call(filtersApi.create, { body: aFilter({ conditions }) });

    expect(await idsIn(filterId)).toEqual(ids);
    expect(await asAgent().call(filtersApi.preview, { body: { conditions } })).toMatchObject({ count: 3, more: false });
    expect(await desk.running.get(FilterQueries).matchingIds(SYSTEM, { conditions }, 2)).toEqual(
      ids.slice(1).toReversed(),
    );
  });

  it('is divided under headings', async () => {
    const subject = crypto.randomUUID();
    await aCase(subject, { assignee_id: desk.agent.id });
    const free = await aCase(subject);
    const body = aFilter({ conditions: subjectIs(subject), groupBy: 'assignee' });
    const { id: filterId } = await asAgent().call(filtersApi.create, { body });

    expect(await asAgent().call(filtersApi.groups, { params: { filterId }, query: {} })).toEqual({
      items: [
        { key: String(desk.agent.id), name: 'Mia Larsen', count: 1 },
        { key: 'none', name: null, count: 1 },
      ],
      more: false,
    });
    const page = await asAgent().call(filtersApi.cases, { params: { filterId }, query: { group: 'none' } });
    expect(page.items.map(({ id }) => id)).toEqual([free]);
    expect(await asAgent().refusal(filtersApi.cases, { params: { filterId }, query: { group: 'open' } })).toMatchObject(
      { status: 422 },
    );
  });

  it('is read in an order and under headings of one’s own, and stays as it was saved', async () => {
    const subject = crypto.randomUUID();
    const [first, second, third] = [await aCase(subject), await aCase(subject), await aCase(subject)];
    await desk.sql.run(`UPDATE cases SET priority = 9 WHERE id = $1`, [second]);
    const body = aFilter({ conditions: subjectIs(subject), sort: { field: 'id', direction: 'asc' } });
    const { id: filterId } = await asAgent().call(filtersApi.create, { body });
    const params = { filterId };

    const own = { sort: 'priority', direction: 'desc', limit: 2 } as const;
    const page = await asAgent().call(filtersApi.cases, { params, query: own });
    expect(page.items.map(({ id }) => id)).toEqual([second, third]);
    const rest = await asAgent().call(filtersApi.cases, { params, query: { ...own, cursor: page.next ?? '' } });
    expect(rest.items.map(({ id }) => id)).toEqual([first]);
    const query = { groupBy: 'priority' } as const;
    expect((await asAgent().call(filtersApi.groups, { params, query })).items).toMatchObject([{ key: '9' }, {}]);
    const high = await asAgent().call(filtersApi.cases, { params, query: { ...query, group: '9' } });
    expect(high.items.map(({ id }) => id)).toEqual([second]);
    expect(await asAgent().call(filtersApi.get, { params })).toMatchObject({ groupBy: null, sort: body.sort });
  });
});

describe('rights', () => {
  it('hold in lists, counts, headings, previews and the next case alike', async () => {
    const subject = crypto.randomUUID();
    const [theirs, own] = [await aCase(subject), await aCase(subject)];
    const helper = await desk.aUser({ name: 'Kai Brandt' });
    await desk.sql.run('UPDATE cases SET assignee_id = $1 WHERE id = $2', [helper.id, own]);
    await desk.sql.run(
      `WITH r AS (INSERT INTO roles (name, permissions, case_scope) VALUES ($1, '{cases:view}', 'assigned') RETURNING id)
       UPDATE users SET role_id = r.id FROM r WHERE users.id = $2`,
      [subject, helper.id],
    );
    const body = aFilter({
      conditions: subjectIs(subject),
      visibility: { for: 'everyone' },
      groupBy: 'status',
      sort: { field: 'id', direction: 'asc' },
    });
    const { id: filterId } = await asAdministrator().call(filtersApi.create, { body });
    const as = desk.as(helper);
    const countOf = async (person: Person) =>
      (await desk.as(person).call(filtersApi.counts, {})).items.find((one) => one.filterId === filterId)?.count;

    expect(await idsIn(filterId)).toEqual([theirs, own]);
    expect(await idsIn(filterId, helper)).toEqual([own]);
    expect([await countOf(desk.agent), await countOf(helper)]).toEqual([2, 1]);
    expect((await as.call(filtersApi.groups, { params: { filterId }, query: {} })).items).toMatchObject([{ count: 1 }]);
    expect(await as.call(filtersApi.preview, { body: { conditions: body.conditions } })).toMatchObject({ count: 1 });
    expect(await as.call(filtersApi.next, { params: { filterId }, query: {} })).toEqual({ caseId: own });
    expect(await as.refusal(filtersApi.next, { params: { filterId }, query: { after: theirs } })).toMatchObject({
      status: 404,
      code: 'case.not-found',
    });
  });
});
