import { Conditions, type ConditionGroup, type FieldChange } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { checkConditions } from './check-conditions.ts';
import { describeConditions } from './describe-conditions.ts';
import type { Asking, CaseFacts } from './facts.ts';
import type { AskableCustomField } from './field.ts';
import { matches } from './matches.ts';
import { planConditions } from './plan-conditions.ts';
import { isPersonal, withoutHidden } from './reach.ts';
import { vocabularyOf } from './vocabulary.ts';

const REGION: AskableCustomField = { owner: 'case', key: 'region', label: 'Region', type: 'list', choices: ['EMEA'] };
const vocabulary = vocabularyOf([REGION]);
const HOUR = 3_600_000;
const asking: Asking = { now: 100 * HOUR, userId: 7, groupIds: [3] };
const times = Object.fromEntries(
  [
    'updatedAt',
    'changedAt',
    'activeAt',
    'receivedAt',
    'repliedAt',
    'workedAt',
    'firstOpenedAt',
    'openedAt',
    'firstResolvedAt',
  ]
    .concat(['resolvedAt', 'closedAt', 'waitingSince', 'snoozedAt', 'spamAt', 'deletedAt', 'lockedUntil'])
    .map((name) => [name, null]),
);

function someFacts(over: Partial<CaseFacts['case']> = {}, more: Partial<CaseFacts> = {}): CaseFacts {
  const supportCase = {
    id: 1,
    externalId: null,
    subject: 'The GRINDER is stuck',
    description: '',
    excerpt: '',
    status: 'pending',
    priority: 4,
    channel: 'email',
    language: 'de_at',
    labelIds: [5, 6],
    assigneeId: 7,
    groupId: null,
    brandId: 1,
    mailboxId: 1,
    routeStatus: null,
    followerIds: [7],
    deliveryTrouble: false,
    inboundCount: 1,
    outboundCount: 2,
    noteCount: 3,
    attachmentCount: 0,
    createdAt: 90 * HOUR,
    ...times,
    customFields: { region: 'EMEA::Germany' },
    ...over,
  } as CaseFacts['case'];
  const customer = {
    id: 2,
    name: 'Ana',
    address: null,
    addresses: ['ana@acme.example'],
    identities: [
      { network: 'x' as const, handle: '@ana', name: 'Ana', followers: 12_000, verified: true },
      { network: 'x' as const, handle: '@ana_work', name: 'Ana', followers: null, verified: false },
    ],
    language: null,
    blocked: false,
  };
  return { case: supportCase, customer: { ...customer, companyId: null, customFields: {} }, company: null, ...more };
}

type Line = [field: string, operator: string, value?: unknown];
const group = (...lines: Line[]): ConditionGroup =>
  Conditions.parse({ match: 'all', conditions: lines.map(([field, operator, value]) => ({ field, operator, value })) });

function holds(line: Line, facts = someFacts(), forRules = false): boolean {
  const conditions = group(line);
  expect(checkConditions(conditions, { vocabulary, forRules })).toEqual([]);
  return matches(planConditions(conditions, { vocabulary, forRules }, asking), facts, asking);
}

describe('a condition', () => {
  it.each<[boolean, ...Line]>([
    [true, 'case.subject', 'contains', 'grinder'],
    [false, 'case.subject', 'matches', 'grinder'],
    [true, 'case.subject', 'matches', '(?i)grinder.*stuck$'],
    [true, 'case.status', 'greater-than', 'open'],
    [false, 'case.status', 'at-least', 'resolved'],
    [true, 'case.assignee', 'is', 'me'],
    [false, 'case.group', 'is', 'mine'],
    [true, 'case.group', 'is-not', 'mine'],
    [true, 'case.group', 'is-empty'],
    [true, 'case.labels', 'is', [1, 6]],
    [false, 'case.labels', 'is-not', [1, 6]],
    [true, 'case.followedByMe', 'is', true],
    [true, 'case.interactionCount', 'is', 6],
    [true, 'case.hoursSinceCreated', 'at-least', 10],
    [false, 'case.hoursSinceCreated', 'greater-than', 10],
    [false, 'case.hoursSinceReplied', 'at-least', 0],
    [true, 'case.createdAt', 'not-within-last', { amount: 9, unit: 'hours' }],
    [true, 'case.custom.region', 'is-within', 'EMEA'],
    [false, 'case.custom.region', 'is', 'EMEA'],
    [true, 'customer.addresses', 'ends-with', '@ACME.example'],
    [true, 'customer.xHandle', 'is', '@Ana_Work'],
    [true, 'customer.xFollowers', 'at-least', 10_000],
    [false, 'customer.xFollowers', 'is', 0],
    [true, 'customer.xVerified', 'is', false],
    [true, 'customer.facebookName', 'is-empty'],
    [true, 'company.name', 'is-empty'],
    [true, 'company.name', 'does-not-contain', 'Acme'],
  ])('is %s: %s %s %j', (expected, ...line) => {
    expect(holds(line)).toBe(expected);
  });

  it('of a business rule asks what has just happened', () => {
    const changes: FieldChange[] = [
      { field: 'status', from: 'open', to: 'pending' },
      { field: 'labelIds', from: [5], to: [5, 6] },
      { field: 'customFields.region', from: null, to: 'EMEA::Germany' },
    ];
    const facts = someFacts({}, { changes });
    const holdsNow = (...line: Line) => holds(line, facts, true);

    expect(holdsNow('case.status', 'changed')).toBe(true);
    expect(holdsNow('case.status', 'changed-from', 'open')).toBe(true);
    expect(holdsNow('case.status', 'changed-to', 'open')).toBe(false);
    expect(holdsNow('case.labels', 'changed-to', 6)).toBe(true);
    expect(holdsNow('case.labels', 'changed-to', 5)).toBe(false);
    expect(holdsNow('case.custom.region', 'changed-to', 'EMEA::Germany')).toBe(true);
    expect(holdsNow('case.subject', 'changed')).toBe(false);
    expect(checkConditions(group(['case.status', 'changed']), { vocabulary })).toMatchObject([
      { path: 'conditions.conditions.0.operator' },
    ]);
  });
});

describe('a line of the header of a mail', () => {
  const message = {
    ...{ subject: '', text: '', from: '', to: [], cc: [], size: 1, client: 'mailbox' as const, mailer: null },
    ...{ mailboxId: 1, automatic: false, at: 0 },
    headers: ['x-tier: Gold', 'x-tier: Trial', 'x-tier-until: 2027', 'x-nothing: '],
  };
  it.each<[boolean, ...Line]>([
    [true, 'message.header.x-tier', 'is', 'gold'],
    [true, 'message.header.X-Tier', 'begins-with', 'tri'],
    [false, 'message.header.x-tier', 'contains', '2027'],
    [true, 'message.header.x-tier', 'matches', '^Trial$'],
    [true, 'message.header.x-spam-flag', 'is-empty'],
    [true, 'message.header.x-nothing', 'is-empty'],
    [true, 'message.header.x-tier', 'is-not', 'silver'],
  ])('is %s: %s %s %j', (expected, ...line) => {
    expect(holds(line, someFacts({}, { message }), true)).toBe(expected);
  });

  it.each([
    ['', 'Name the header'],
    ['x tier', 'without spaces'],
    ['x-tier:', 'without spaces, colons'],
    ['x-größe', 'accents'],
    [`x-${'a'.repeat(80)}`, 'at most 76'],
  ])('is refused with the name «%s», naming the field', (name, message) => {
    const conditions = group([`message.header.${name}`, 'is', 'a']);
    expect(checkConditions(conditions, { vocabulary, forRules: true })).toEqual([
      { path: 'conditions.conditions.0.field', message: expect.stringContaining(message) },
    ]);
  });

  it('is nothing that a list of cases can ask for', () => {
    const [error] = checkConditions(group(['message.header.x-tier', 'is', 'a']), { vocabulary });
    expect(error).toMatchObject({ path: 'conditions.conditions.0.field', message: expect.stringContaining('Only') });
  });

  it('is called by its name', () => {
    const conditions = group(['message.header.X-Tier', 'is', 'gold']);
    expect(describeConditions(conditions, { vocabulary, nameOf: () => null })).toBe('Header x-tier is «gold»');
  });
});

describe('a group', () => {
  it('without conditions is met by every case', () => {
    for (const match of ['all', 'any'] as const) {
      const plan = planConditions({ match, conditions: [] }, { vocabulary }, asking);
      expect(matches(plan, someFacts(), asking)).toBe(true);
    }
  });

  it('leaves out spam and the trash, unless it speaks of them', () => {
    const asked = (conditions: ConditionGroup, facts: CaseFacts) =>
      matches(planConditions(withoutHidden(conditions), { vocabulary }, asking), facts, asking);
    const spam = someFacts({ spamAt: 1 });

    expect(asked(group(['case.id', 'is', 1]), someFacts())).toBe(true);
    expect(asked(group(['case.id', 'is', 1]), spam)).toBe(false);
    expect(asked(group(['case.spam', 'is', true]), spam)).toBe(true);
  });

  it('is personal when it speaks of me', () => {
    expect(isPersonal(group(['case.assignee', 'is', ['me', 9]]))).toBe(true);
    expect(isPersonal(group(['case.assignee', 'is', 9]))).toBe(false);
  });
});

describe('in words', () => {
  const nameOf = (to: string, id: number) => (to === 'company' && id === 4 ? 'Acme' : null);
  const say = (conditions: ConditionGroup) => describeConditions(conditions, { vocabulary, nameOf });

  it('conditions read like a sentence', () => {
    expect(say(group(['case.status', 'is', ['open', 'pending']], ['company.id', 'is', 4]))).toBe(
      'Status is Open or Pending and Company is Acme',
    );
    expect(say(group(['case.labels', 'is', 9], ['case.createdAt', 'within-last', { amount: 3, unit: 'days' }]))).toBe(
      'Labels is a deleted label (9) and Created is within the last 3 days',
    );
    expect(say(group())).toBe('Every case');
    expect(
      say(group(['case.hoursSinceReceived', 'at-least', 1], ['case.hoursSinceResolved', 'greater-than', 168])),
    ).toBe('at least 1 hour since the last message in and more than 7 days since the case was resolved');
    expect(say(group(['case.businessHours', 'is', false], ['case.businessHoursSinceWaiting', 'less-than', 48]))).toBe(
      'it is outside business hours and less than 48 business hours since the customer began to wait',
    );
    expect(say(group(['case.hoursSinceClosed', 'is-not-empty']))).toBe('Hours since closed is not empty');
  });

  it('groups in groups stay apart', () => {
    const inner = { ...group(['case.spam', 'is', true], ['case.locked', 'is-not', true]), match: 'any' as const };
    expect(say({ match: 'all', conditions: [...group(['case.priority', 'at-least', 8]).conditions, inner] })).toBe(
      'Priority is at least 8 and (Spam is yes or Locked is no)',
    );
  });
});
