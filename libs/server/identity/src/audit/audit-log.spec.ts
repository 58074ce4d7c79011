import { auditApi, Permission, type Actor } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { AuditLog } from './audit-log.ts';

let desk: TestDesk;
let ada: Actor;
beforeAll(async () => {
  desk = await startTestDesk();
  ada = {
    kind: 'user',
    userId: desk.administrator.id,
    name: 'Ada Osei',
    permissions: Permission.options,
    access: { scope: 'all', groupIds: [], brandIds: null },
  };
});
afterAll(() => closeDesk(desk));

const record = (actor: Actor, fields: Partial<Parameters<AuditLog['record']>[1]>) =>
  desk.running
    .get(AuditLog)
    .record(actor, { noun: 'label', id: 7, name: 'urgent', action: 'created', after: { name: 'urgent' }, ...fields });

const read = (query: object = {}) => desk.as(desk.administrator).call(auditApi.list, { query });

describe('the audit log', () => {
  it('says who changed what, from what to what', async () => {
    await record(ada, {
      action: 'changed',
      before: { color: 'red', name: 'urgent' },
      after: { color: 'blue', name: 'urgent' },
    });

    const { items } = await read();
    expect(items[0]).toMatchObject({
      actor: { kind: 'user', id: desk.administrator.id, name: 'Ada Osei' },
      noun: 'label',
      object: { id: 7, name: 'urgent' },
      action: 'changed',
      before: { color: 'red' },
      after: { color: 'blue' },
    });
    expect(items[0]?.after).not.toHaveProperty('name');
  });

  it('does not mention a change that changed nothing', async () => {
    const { items: before } = await read();
    await record(ada, { action: 'changed', before: { name: 'urgent' }, after: { name: 'urgent' } });
    expect((await read()).items).toHaveLength(before.length);
  });

  it('can be read for one thing or one person, page by page', async () => {
    const system: Actor = { kind: 'system', name: 'Desk' };
    for (const id of [11, 12, 13]) await record(system, { noun: 'filter', id, name: `Filter ${id}` });

    const first = await read({ noun: 'filter', limit: 2 });
    const rest = await read({ noun: 'filter', limit: 2, cursor: first.next });
    expect([...first.items, ...rest.items].map(({ object }) => object.id)).toEqual([13, 12, 11]);
    expect(rest.next).toBeNull();
    expect((await read({ noun: 'filter', objectId: 12 })).items).toHaveLength(1);
    const { items } = await read({ userId: desk.administrator.id });
    expect(new Set(items.map(({ actor }) => actor.name))).toEqual(new Set(['Ada Osei']));
  });

  it('is not for everybody', async () => {
    expect(await desk.as(desk.agent).refusal(auditApi.list, {})).toEqual({ status: 403, code: 'permission.denied' });
  });

  it('cannot be rewritten, whoever asks the database to', async () => {
    await expect(desk.sql.run('UPDATE audit_entries SET object_name = $1', ['x'])).rejects.toThrow('append-only');
    await expect(desk.sql.run('DELETE FROM audit_entries')).rejects.toThrow('append-only');
  });
});
