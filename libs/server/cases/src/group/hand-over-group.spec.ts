import { casesApi, filtersApi, groupsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const aGroup = () => admin().call(groupsApi.create, { body: { name: crypto.randomUUID() } });
const remove = (groupId: number, successorId?: number) => ({ params: { groupId }, query: { successorId } });

/** Cases of a group, straight into the tables; every tenth is in the trash. */
async function casesOf(groupId: number, count: number): Promise<void> {
  await desk.sql.run(
    `WITH someone AS (INSERT INTO customers (name) VALUES ('Ana') RETURNING id)
     INSERT INTO cases (brand_id, customer_id, subject, sequence, group_id, deleted_at)
     SELECT $1, someone.id, 'The grinder ' || n, 1, $2, CASE WHEN n % 10 = 0 THEN now() END
     FROM someone, generate_series(1, $3) n`,
    [desk.brandId, groupId, count],
  );
}

describe('a group that goes', () => {
  it('leaves its cases to another one, each with a line in its history, and is gone when the last has left', async () => {
    const [old, heir] = [await aGroup(), await aGroup()];
    await casesOf(old.id, 1200);

    await admin().call(groupsApi.remove, remove(old.id, heir.id));
    await desk.drain();

    expect(await admin().refusal(groupsApi.read, { params: { groupId: old.id } })).toMatchObject({ status: 404 });
    const left = await desk.sql.row('SELECT count(*) AS count FROM cases WHERE group_id = $1', [heir.id]);
    expect(left).toEqual({ count: 1200 });
    const { items } = await admin().call(casesApi.list, {});
    const { items: feed } = await admin().call(casesApi.feed, { params: { caseId: items[0]!.id } });
    expect(feed.at(-1)).toMatchObject({
      changes: [{ field: 'groupId', from: old.id, to: heir.id }],
      actor: { id: desk.administrator.id },
    });
  });

  it('leaves its mailboxes and filters too, also those that ask for it', async () => {
    const [old, heir] = [await aGroup(), await aGroup()];
    const mailbox = await desk.aMailbox(`${crypto.randomUUID()}@larkspur.example`);
    await admin().call(mailboxesApi.update, { params: { mailboxId: mailbox.id }, body: { groupId: old.id } });
    const conditions = {
      match: 'all' as const,
      conditions: [{ field: 'case.group', operator: 'is' as const, value: [old.id] }],
    };
    const { id: filterId } = await admin().call(filtersApi.create, {
      body: { name: 'Theirs', visibility: { for: 'group', groupId: old.id }, conditions },
    });

    await admin().call(groupsApi.remove, remove(old.id, heir.id));
    await desk.drain();

    const { items } = await admin().call(mailboxesApi.list, {});
    expect(items.find(({ id }) => id === mailbox.id)).toMatchObject({ groupId: heir.id });
    const row = await desk.sql.row('SELECT group_id AS "groupId", conditions FROM filters WHERE id = $1', [filterId]);
    expect(row).toMatchObject({ groupId: heir.id, conditions: { conditions: [{ value: [heir.id] }] } });
  });

  it('says until then where its cases go, and takes nothing new', async () => {
    const [old, heir, third] = [await aGroup(), await aGroup(), await aGroup()];
    await casesOf(old.id, 3);
    await desk.sql.run('UPDATE groups SET successor_id = $2 WHERE id = $1', [old.id, heir.id]);

    const { items } = await admin().call(usersApi.groups, {});
    expect(items.find(({ id }) => id === old.id)).toMatchObject({ successorId: heir.id });
    expect(items.find(({ id }) => id === heir.id)).not.toHaveProperty('successorId');
    const gone = { status: 409, code: 'group.dissolving' };
    expect(await admin().refusal(groupsApi.remove, remove(old.id, third.id))).toEqual(gone);
    expect(await admin().refusal(groupsApi.change, { params: { groupId: old.id }, body: { name: 'x' } })).toEqual(gone);
    expect(await admin().refusal(groupsApi.remove, remove(heir.id))).toMatchObject({ code: 'group.in-use' });
    expect(await admin().refusal(groupsApi.remove, remove(third.id, old.id))).toMatchObject({ status: 422 });
    const body = { subject: 'Late', text: 'x', customer: { address: 'a@customer.example' }, groupId: old.id };
    expect(await admin().refusal(casesApi.open, { body })).toMatchObject({ status: 422 });
  });

  it('cannot leave them to itself, to nobody that is there, or by whoever may not', async () => {
    const { id } = await aGroup();
    expect(await admin().refusal(groupsApi.remove, remove(id, id))).toMatchObject({ status: 422 });
    expect(await admin().refusal(groupsApi.remove, remove(id, 999_999))).toMatchObject({ status: 422 });
    expect(await desk.as(desk.agent).refusal(groupsApi.remove, remove(id))).toMatchObject({ status: 403 });
  });
});
