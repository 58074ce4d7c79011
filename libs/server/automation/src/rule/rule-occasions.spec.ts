import { bulkApi, customersApi, rulesApi, type EventPayload, type RuleType } from '@bureau/contracts';
import { Outbox } from '@bureau/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { aCase, readCase, somebody } from '@bureau/cases/testing';
import { aRule, withoutRules } from './rule.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => withoutRules(desk));

const LABELS = ['case-created', 'outbound-interaction', 'inbound-interaction', 'case-resolved'] as const;

/** Of each type a rule that puts the name of its type on the case. */
async function aRuleOfEach(types: readonly RuleType[]): Promise<void> {
  for (const type of types) await aRule(desk, { type, actions: [{ type: 'append-labels', labels: [type] }] });
}

async function labelsOf(caseId: number): Promise<string[]> {
  await desk.drain();
  return (await readCase(desk, caseId)).labels.map(({ name }) => name);
}

const explain = (caseId: number, person = desk.agent) => desk.as(person).call(rulesApi.explain, { params: { caseId } });

describe('rules hear', () => {
  beforeEach(() => aRuleOfEach(LABELS));

  it('of a phone call that an agent made as of a message that went out', async () => {
    const { id } = await aCase(desk, { channel: 'phone', direction: 'out' });
    expect(await labelsOf(id)).toEqual(['case-created', 'outbound-interaction']);
  });

  it('once of a mail with which the company opens a case', async () => {
    const { id } = await aCase(desk, { direction: 'out', send: true });
    expect(await labelsOf(id)).toEqual(['case-created', 'outbound-interaction']);
    const { items } = await explain(id);
    expect(items.map(({ type }) => type).toSorted()).toEqual(['case-created', 'outbound-interaction']);
  });

  it('nothing of a mail whose writer wants no rules', async () => {
    const { id } = await aCase(desk, { direction: 'out', send: true, suppressRules: true });
    expect(await labelsOf(id)).toEqual([]);
  });

  it('of a case that is resolved from the beginning as of one that was resolved', async () => {
    const { id } = await aCase(desk, { status: 'resolved' });
    expect(await labelsOf(id)).toEqual(['case-created', 'inbound-interaction', 'case-resolved']);
    const { items } = await explain(id);
    expect(items.find(({ type }) => type === 'case-resolved')).toMatchObject({ sequence: 2 });
  });

  it('in bulk who wrote', async () => {
    await aRule(desk, {
      type: 'case-updated',
      conditions: [{ field: 'change.by', operator: 'is', value: 'user' }],
      actions: [{ type: 'append-labels', labels: ['by hand'] }],
    });
    const { id } = await aCase(desk);
    await desk.drain();
    await desk.as(desk.agent).call(bulkApi.change, { body: { caseIds: [id], changes: { priority: 8 } } });
    expect(await labelsOf(id)).toContain('by hand');
  });
});

describe('a rule about ratings', () => {
  const rate = (caseId: number, rating: EventPayload<'satisfaction.submitted'>['rating'], comment = '') =>
    desk.running.get(Outbox).add('satisfaction.submitted', {
      ...{ caseId, sequence: 3, messageId: null, feedbackId: 1, resolution: 1, changes: [] },
      ...{ rating, ratingType: 'four_star', comment },
      actor: { kind: 'customer', id: 1, name: 'Ana Ferreira' },
    });

  it('is considered when a customer rates a case, and explained', async () => {
    await aRule(desk, {
      name: 'Call back',
      type: 'satisfaction-submitted',
      conditions: [
        { field: 'satisfaction.rating', operator: 'at-most', value: 'fair' },
        { field: 'satisfaction.commented', operator: 'is', value: true },
        { field: 'change.by', operator: 'is', value: 'customer' },
      ],
      actions: [{ type: 'set-priority', priority: 10 }],
    });
    const [sad, glad] = [await aCase(desk), await aCase(desk)];
    await rate(sad.id, 0, 'Cold coffee.');
    await rate(glad.id, 3);
    await desk.drain();

    expect(await readCase(desk, sad.id)).toMatchObject({ priority: 10 });
    expect(await readCase(desk, glad.id)).toMatchObject({ priority: 4 });
    const [run] = (await explain(glad.id)).items;
    expect(run).toMatchObject({ type: 'satisfaction-submitted', actor: { name: 'Ana Ferreira' } });
    expect(run?.rules[0]).toMatchObject({
      outcome: 'not-met',
      trace: {
        parts: [
          { description: 'Rating just given is at most Fair', seen: ['Great'], holds: false },
          { seen: ['false'], holds: false },
          { seen: ['Customer'], holds: true },
        ],
      },
    });
  });
});

describe('a rule asks for any header of a mail', () => {
  const asks = (name: string, value: string) =>
    aRule(desk, {
      type: 'inbound-interaction',
      conditions: [{ field: `message.header.${name}`, operator: 'is', value }],
    });

  async function theCaseOf(subject: string): Promise<number> {
    await desk.drain();
    const row = await desk.sql.row<{ id: number }>('SELECT id FROM cases WHERE subject = $1', [subject]);
    return row!.id;
  }

  it('by its name, however that is written', async () => {
    await asks('X-Customer-Tier', 'gold');
    const mail = { from: 'ana@acme.example', text: 'Hello' };
    await sendMail(desk, { ...mail, subject: 'Of gold', headers: { 'x-CUSTOMER-tier': 'Gold' } });
    await sendMail(desk, { ...mail, subject: 'Of silver', headers: { 'X-Customer-Tier': 'Silver' } });
    expect(await readCase(desk, await theCaseOf('Of gold'))).toMatchObject({ priority: 9 });
    expect(await readCase(desk, await theCaseOf('Of silver'))).toMatchObject({ priority: 4 });
  });

  it('and tells only those who write rules what it saw, for it may be a secret', async () => {
    await asks('x-originating-ip', '192.0.2.7');
    await sendMail(desk, {
      ...{ from: 'ana@acme.example', subject: 'From afar', text: 'Hello' },
      headers: { 'X-Originating-IP': '192.0.2.99' },
    });
    const id = await theCaseOf('From afar');
    const agent = await somebody(desk, { permissions: ['cases:view'] });
    const partOf = async (person: typeof agent) => (await explain(id, person)).items[0]?.rules[0]?.trace?.parts[0];
    expect(await partOf(desk.administrator)).toMatchObject({ seen: ['«192.0.2.99»'], holds: false });
    expect(await partOf(agent)).toMatchObject({ withheld: 'permission', seen: [], holds: false });
  });
});

it('A rule asks how influential a customer is on X', async () => {
  await aRule(desk, { conditions: [{ field: 'customer.xFollowers', operator: 'at-least', value: 10_000 }] });
  const known = await desk.as(desk.agent).call(customersApi.create, {
    body: {
      name: 'Ana Ferreira',
      identities: [{ network: 'x', externalId: '4711', handle: 'ana', followers: 12_500, verified: true }],
    },
  });
  const influential = await aCase(desk, { customerId: known.id });
  const other = await aCase(desk);
  await desk.drain();
  expect(await readCase(desk, influential.id)).toMatchObject({ priority: 9 });
  expect(await readCase(desk, other.id)).toMatchObject({ priority: 4 });
});
