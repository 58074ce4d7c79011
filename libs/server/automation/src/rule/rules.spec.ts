import { casesApi, rulesApi, systemLogApi, type Actions, type RuleRun } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { aRule, withoutRules } from './rule.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => withoutRules(desk));

const priority = (level: number): Actions => [{ type: 'set-priority', priority: level }];

async function runsOf(caseId: number): Promise<RuleRun[]> {
  const { items } = await desk.as(desk.agent).call(rulesApi.explain, { params: { caseId } });
  return items;
}

const update = (caseId: number, body: object) =>
  desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { ...body } });

describe('rules', () => {
  it('do what they say when a case is created', async () => {
    await aRule(desk, { conditions: [{ field: 'case.subject', operator: 'contains', value: 'refund' }] });
    const wanted = await aCase(desk, { subject: 'Refund, please' });
    const other = await aCase(desk, { subject: 'Where is my grinder?' });
    await desk.drain();

    expect(await readCase(desk, wanted.id)).toMatchObject({ priority: 9 });
    expect(await readCase(desk, other.id)).toMatchObject({ priority: 4 });
  });

  it('are considered in their order, and later ones see what earlier ones changed', async () => {
    await aRule(desk, { actions: priority(7) });
    await aRule(desk, {
      conditions: [{ field: 'case.priority', operator: 'is', value: 7 }],
      actions: [{ type: 'append-labels', labels: ['seven'] }],
    });
    const { id } = await aCase(desk);
    await desk.drain();
    expect((await readCase(desk, id)).labels.map(({ name }) => name)).toEqual(['seven']);
  });

  it('can be put in another order', async () => {
    const first = await aRule(desk, { actions: priority(2) });
    const second = await aRule(desk, { actions: priority(3) });
    const admin = desk.as(desk.administrator);
    await admin.call(rulesApi.reorder, { body: { type: 'case-created', ruleIds: [second.id, first.id] } });
    const { items } = await admin.call(rulesApi.list, { query: { type: 'case-created' } });
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);

    const { id } = await aCase(desk);
    await desk.drain();
    expect(await readCase(desk, id)).toMatchObject({ priority: 2 });
  });

  it('end with one that stops processing', async () => {
    await aRule(desk, { actions: priority(8), stopProcessing: true });
    await aRule(desk, { actions: priority(1) });
    const { id } = await aCase(desk);
    await desk.drain();

    expect(await readCase(desk, id)).toMatchObject({ priority: 8 });
    const [run] = await runsOf(id);
    expect(run?.rules.map(({ outcome }) => outcome)).toEqual(['applied', 'stopped']);
  });

  it('of a brand leave cases of other brands alone', async () => {
    const brandId = await desk.aBrand('Tidewater Tea');
    await aRule(desk, { brandId });
    const { id } = await aCase(desk);
    await desk.drain();

    expect(await readCase(desk, id)).toMatchObject({ priority: 4 });
    expect(await runsOf(id)).toEqual([]);
  });

  it('rest when the writer says so', async () => {
    await aRule(desk, { type: 'case-updated', actions: priority(10) });
    const { id } = await aCase(desk);
    await update(id, { status: 'pending', suppressRules: true });
    await desk.drain();

    expect(await readCase(desk, id)).toMatchObject({ priority: 4 });
    expect(await runsOf(id)).toMatchObject([{ type: 'case-updated', skipped: 'suppressed', rules: [] }]);
  });

  it('hear of a mail that reopens a case as a message, as reopening and as a change', async () => {
    await aRule(desk, { type: 'inbound-interaction', actions: [{ type: 'append-labels', labels: ['in'] }] });
    await aRule(desk, { type: 'case-reopened', actions: [{ type: 'append-labels', labels: ['again'] }] });
    await aRule(desk, {
      type: 'case-updated',
      conditions: [{ field: 'case.status', operator: 'changed-from', value: 'resolved' }],
      actions: [{ type: 'append-labels', labels: ['changed'] }],
    });
    await sendMail(desk, { from: 'ana@acme.example', subject: 'Grinder', text: 'It is stuck.' });
    await desk.drain();
    const { items } = await desk.as(desk.agent).call(casesApi.list, { query: {} });
    const { id } = items.find(({ subject }) => subject === 'Grinder')!;
    await update(id, { status: 'resolved' });
    const [sent] = await desk.sql.rows<{ messageId: string }>(
      'SELECT message_id AS "messageId" FROM messages WHERE case_id = $1',
      [id],
    );
    await sendMail(desk, {
      from: 'ana@acme.example',
      subject: 'Re: Grinder',
      text: 'Still stuck.',
      headers: { 'In-Reply-To': `<${sent?.messageId}>` },
    });
    await desk.drain();

    const reopened = await readCase(desk, id);
    expect(reopened.status).toBe('open');
    expect(reopened.labels.map(({ name }) => name)).toEqual(['in', 'again', 'changed']);
  });

  it('know the header of a mail and the program that wrote it', async () => {
    await aRule(desk, {
      type: 'inbound-interaction',
      conditions: [
        { field: 'message.mailer', operator: 'begins-with', value: 'larkmail' },
        { field: 'message.headers', operator: 'matches', value: '(?i)x-priority: 1' },
        { field: 'message.client', operator: 'is', value: 'mailbox' },
        { field: 'message.mailbox', operator: 'is', value: desk.mailbox.id },
        { field: 'change.by', operator: 'is', value: 'system' },
      ],
    });
    await sendMail(desk, {
      from: 'ben@acme.example',
      subject: 'Urgent header',
      text: 'Now!',
      headers: { 'X-Mailer': 'LarkMail 2', 'X-Priority': '1' },
    });
    await desk.drain();
    const { items } = await desk.as(desk.agent).call(casesApi.list, { query: {} });
    expect(items.find(({ subject }) => subject === 'Urgent header')).toMatchObject({ priority: 9 });
  });
});

describe('rules that set each other off', () => {
  it('do so once each', async () => {
    const one = await aRule(desk, { type: 'case-updated', actions: [{ type: 'change-priority', by: 1 }] });
    const two = await aRule(desk, { type: 'case-updated', actions: [{ type: 'change-priority', by: -2 }] });
    const { id } = await aCase(desk);
    await update(id, { status: 'pending' });
    await desk.drain();

    // The person's change: 4 + 1 − 2. Each of both changes sets the other one off: − 2 and + 1.
    expect(await readCase(desk, id)).toMatchObject({ priority: 2 });
    const runs = await runsOf(id);
    const loops = runs.flatMap(({ rules }) => rules).filter(({ outcome }) => outcome === 'loop');
    expect(new Set(loops.map(({ ruleId }) => ruleId))).toEqual(new Set([one.id, two.id]));
  });

  it('are stopped when they are too many', async () => {
    for (let level = 1; level <= 8; level += 1) {
      await aRule(desk, {
        type: 'case-updated',
        conditions: [{ field: 'case.priority', operator: 'is', value: level }],
        actions: priority(level + 1),
        stopProcessing: true,
      });
    }
    const { id } = await aCase(desk);
    await update(id, { priority: 1 });
    await desk.drain();

    const runs = await runsOf(id);
    expect(runs.some(({ skipped }) => skipped === 'depth')).toBe(true);
    expect(await readCase(desk, id)).toMatchObject({ priority: 7 });
    const log = await desk.as(desk.administrator).call(systemLogApi.list, { query: { part: 'rules' } });
    expect(log.items[0]?.message).toContain('rules led to rules');
    // Of the chain, the one that went too far is off; those that it began with go on.
    const { items } = await desk.as(desk.administrator).call(rulesApi.list, { query: { type: 'case-updated' } });
    expect(items.map(({ enabled }) => enabled)).toEqual([true, true, true, true, true, false, true, true]);
    expect(items[5]?.disabledReason).toContain('more than 5 times');
  });
});
