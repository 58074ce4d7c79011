import { auditApi, labelsApi, linksApi, rulesApi, type Problem, type Rule } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '@bureau/cases/testing';
import { aRule, withoutRules } from './rule.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => withoutRules(desk));

const admin = () => desk.as(desk.administrator);
const asks = (value: string) => ({ field: 'case.subject', operator: 'contains' as const, value });
const conditions = (value: string) => ({ match: 'all' as const, conditions: [asks(value)] });
const RAISE = { actions: [{ type: 'set-priority' as const, priority: 1 }] };
const to = ({ id }: Rule) => ({ params: { ruleId: id } });

describe('a rule', () => {
  it('is written down in a sentence and rests until it is switched on', async () => {
    const rule = await admin().call(rulesApi.create, {
      body: {
        name: 'Refunds first',
        type: 'case-created',
        conditions: conditions('refund'),
        actions: [{ type: 'set-priority', priority: 9 }],
      },
    });
    expect(rule).toMatchObject({
      sentence: 'When a case is created: if Subject contains «refund», then set priority to 9.',
      ...{ enabled: false, version: 1, disabledReason: null, updatedBy: { name: 'Ada Osei' } },
    });

    const { id } = await aCase(desk, { subject: 'A refund' });
    await desk.drain();
    expect(await readCase(desk, id)).toMatchObject({ priority: 4 });
  });

  it('is nothing that an agent may write', async () => {
    const body = { name: 'Mine', type: 'time' as const, actions: [{ type: 'set-priority' as const, priority: 1 }] };
    expect(await desk.as(desk.agent).refusal(rulesApi.create, { body })).toMatchObject({ code: 'permission.denied' });
  });

  it('names each place that is wrong', async () => {
    const placesIn = async (body: object) => {
      const answer = await admin().send(rulesApi.create, { body: { name: 'Wrong', type: 'time', ...RAISE, ...body } });
      expect(answer.status).toBe(422);
      const { errors }: Problem = await answer.json();
      return errors?.map(({ path }) => path);
    };
    const asked = [
      { field: 'message.text', operator: 'contains', value: 'x' },
      { field: 'case.status', operator: 'changed' },
      { field: 'case.subject', operator: 'matches', value: '(' },
      { field: 'message.header.x-tier', operator: 'is', value: 'gold' },
      { field: 'satisfaction.rating', operator: 'is', value: 'poor' },
    ];
    expect(await placesIn({ brandId: 999_999, conditions: { match: 'all', conditions: asked } })).toEqual([
      'conditions.conditions.0.field',
      'conditions.conditions.1.operator',
      'conditions.conditions.2.value',
      'conditions.conditions.3.field',
      'conditions.conditions.4.field',
      'brandId',
    ]);
    const mine = [{ field: 'case.assignee', operator: 'is', value: 'me' }];
    expect(await placesIn({ conditions: { match: 'all', conditions: mine } })).toEqual(['conditions']);
    expect(await placesIn({ actions: [{ type: 'set-group', groupId: 999_999 }] })).toEqual(['actions.0.groupId']);
  });

  it('keeps every version of what it asks and does, and goes back to one as a new one', async () => {
    const rule = await aRule(desk, { conditions: [asks('refund')] });
    await admin().call(rulesApi.update, { ...to(rule), body: { name: 'Renamed' } });
    const changed = await admin().call(rulesApi.update, { ...to(rule), body: { conditions: conditions('money') } });
    expect(changed).toMatchObject({ version: 2, name: 'Renamed' });

    const back = await admin().call(rulesApi.rollBack, { params: { ruleId: rule.id, version: 1 } });
    expect(back).toMatchObject({ version: 3, conditions: rule.conditions });
    const { items } = await admin().call(rulesApi.versions, to(rule));
    expect(items.map(({ version, differences }) => [version, differences])).toEqual([
      [3, ['Without the condition: Subject contains «money»', 'New condition: Subject contains «refund»']],
      [2, ['Without the condition: Subject contains «refund»', 'New condition: Subject contains «money»']],
      [1, []],
    ]);
    expect(items[0]?.changes).toMatchObject([
      { kind: 'condition', change: 'gone', conditions: { conditions: [{ field: 'case.subject', value: 'money' }] } },
      { kind: 'condition', change: 'new', conditions: { conditions: [{ field: 'case.subject', value: 'refund' }] } },
    ]);
    const missing = await admin().refusal(rulesApi.rollBack, { params: { ruleId: rule.id, version: 9 } });
    expect(missing).toMatchObject({ code: 'rule.version-not-found' });
    await expect(desk.sql.run('UPDATE rule_versions SET stop_processing = true')).rejects.toThrow(/never changed/);
  });

  it('is not changed by somebody who saw another version', async () => {
    const rule = await aRule(desk);
    const seen = await admin().send(rulesApi.get, to(rule));
    const match = admin().with({ 'if-match': seen.headers.get('etag') ?? '' });
    await match.call(rulesApi.update, { ...to(rule), body: { name: 'First' } });
    expect(await match.refusal(rulesApi.update, { ...to(rule), body: { name: 'Second' } })).toMatchObject({
      status: 412,
    });
  });

  it('is named where what it speaks of is to be deleted', async () => {
    const label = await admin().call(labelsApi.create, { body: { name: 'wholesale' } });
    const rule = await aRule(desk, {
      name: 'Wholesale',
      conditions: [{ field: 'case.labels', operator: 'is', value: label.id }],
    });
    const links = await admin().call(linksApi.read, { params: { noun: 'label', objectId: label.id } });
    expect(links.items).toContainEqual({ noun: 'rule', count: 1, examples: [{ id: rule.id, name: 'Wholesale' }] });
  });

  it('is told of in the audit log', async () => {
    const rule = await aRule(desk, { name: 'Audited' });
    await admin().call(rulesApi.update, { ...to(rule), body: { enabled: false } });
    await admin().call(rulesApi.delete, to(rule));
    const { items } = await admin().call(auditApi.list, { query: { noun: 'rule', objectId: rule.id } });
    expect(items.map(({ action }) => action)).toEqual(['deleted', 'changed', 'created']);
    expect(items[1]).toMatchObject({ before: { enabled: true }, after: { enabled: false } });
  });

  it('asks for the fields of its type', async () => {
    const keys = async (type: 'time' | 'inbound-interaction') =>
      (await admin().call(rulesApi.fields, { query: { type } })).items.map(({ key }) => key);
    expect(await keys('inbound-interaction')).toContain('message.text');
    expect(await keys('time')).not.toContain('message.text');
  });
});

describe('trying a rule', () => {
  /** Everything that a trial could have touched. */
  const rows = () =>
    desk.sql.rows(
      `SELECT (SELECT md5(string_agg(c::text, ' ' ORDER BY id)) FROM cases c) AS cases,
         (SELECT count(*) FROM case_events) AS events, (SELECT count(*) FROM messages) AS messages,
         (SELECT count(*) FROM notes) AS notes, (SELECT count(*) FROM deliveries) AS deliveries,
         (SELECT count(*) FROM outbox) AS facts, (SELECT count(*) FROM rule_runs) AS runs,
         (SELECT count(*) FROM labels) AS labels`,
    );

  it('shows what it would change, and changes nothing', async () => {
    const { id } = await aCase(desk, { subject: 'Espresso trial' });
    await aCase(desk, { subject: 'Something else' });
    await desk.drain();
    const before = await rows();

    const trial = await admin().call(rulesApi.try, {
      body: {
        type: 'case-created',
        conditions: {
          match: 'all',
          conditions: [asks('espresso'), { field: 'message.text', operator: 'contains', value: 'NO SOUND' }],
        },
        actions: [
          { type: 'set-priority', priority: 10 },
          { type: 'append-labels', labels: ['tried'] },
          { type: 'quick-reply', html: '<p>Hello {{customer.first_name}}</p>' },
        ],
      },
    });
    expect(trial).toMatchObject({ looked: 1, matched: 1, more: false, items: [{ case: { id } }] });
    expect(trial.items[0]?.effects[0]).toMatchObject({ outcome: 'done', changes: [{ field: 'priority', to: 10 }] });
    await desk.drain();
    expect(await rows()).toEqual(before);
  });

  it('asks what is, where the rule asks what has changed', async () => {
    const { id } = await aCase(desk, { subject: 'Pending trial', status: 'pending' });
    const trial = await admin().call(rulesApi.try, {
      body: {
        type: 'case-updated',
        conditions: {
          match: 'all',
          conditions: [asks('pending trial'), { field: 'case.status', operator: 'changed-to', value: 'pending' }],
        },
        actions: [{ type: 'set-priority', priority: 10 }],
      },
    });
    expect(trial.items.map((item) => item.case.id)).toEqual([id]);
  });

  it('shows only cases that one may see', async () => {
    const scoped = await somebody(desk, { scope: 'assigned', permissions: ['cases:view', 'rules:manage'] });
    const trial = await desk.as(scoped).call(rulesApi.try, {
      body: {
        type: 'case-updated',
        conditions: { match: 'all', conditions: [] },
        actions: [{ type: 'set-priority', priority: 10 }],
      },
    });
    expect(trial).toMatchObject({ looked: 0, items: [] });
  });
});

describe('what a process remembers of the rules', () => {
  it('is not taken for the present when a change of them was taken back and another one made', async () => {
    const { id } = await aRule(desk);
    const change = () => desk.sql.run('UPDATE rules SET updated_at = updated_at WHERE id = $1', [id]);
    const version = async () => (await desk.sql.row<{ version: number }>('SELECT version FROM rules_version'))?.version;

    const seen: unknown[] = [];
    const takenBack = desk.sql.transaction(async () => {
      await change();
      seen.push(await version());
      throw new Error('Taken back.');
    });
    await expect(takenBack).rejects.toThrow('Taken back.');
    await change();
    expect(seen).not.toContain(await version());
  });
});
