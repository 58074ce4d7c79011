import {
  Conditions,
  type Action,
  type Condition,
  type ConditionGroup,
  type ConditionOperator,
  type ConditionValue,
  type FieldChange,
  type RuleType,
} from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { openHoursOf } from '../business-hours/index.ts';
import { describeAction } from '../actions/index.ts';
import {
  checkConditions,
  describeConditions,
  lookAt,
  meets,
  planConditions,
  traceConditions,
  vocabularyOf,
  type Asking,
  type AskableCustomField,
  type CaseFacts,
  type Field,
  type Language,
} from '../conditions/index.ts';
import { conditionsNow, withoutHappening } from './conditions-now.ts';
import { decideCrossing, type Crossing } from './crossing.ts';
import { decideStanding, isInChain, skipOf } from './loop-guard.ts';
import { describeDifference, ruleDifferences } from './rule-differences.ts';
import { languageOf, ruleOperatorsOf } from './rule-language.ts';
import { ruleSentence } from './rule-sentence.ts';
import { ruleTypesOf, type CaseFact } from './rule-types.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
const ACTOR = { kind: 'user', id: 1, name: 'Mia' } as const;

describe('a fact is for', () => {
  const base = { caseId: 1, sequence: 5, actor: ACTOR };
  const said = { ...base, messageId: 2, intakeId: null };
  const rated = {
    ...{ messageId: null, feedbackId: 4, resolution: 1, changes: [] },
    ...{ rating: 0, ratingType: 'four_star' as const, comment: 'Cold.' },
  };
  const status = (from: string, to: string) => [{ field: 'status', from, to }];
  it.each<[RuleType[], CaseFact]>([
    [['case-created', 'inbound-interaction'], { name: 'case.opened', payload: said }],
    [['case-created', 'outbound-interaction'], { name: 'case.opened', payload: { ...said, direction: 'out' } }],
    [['case-created', 'inbound-interaction'], { name: 'case.opened', payload: { ...said, status: 'open' } }],
    [
      ['case-created', 'inbound-interaction', 'case-resolved'],
      { name: 'case.opened', payload: { ...said, status: 'resolved' } },
    ],
    [[], { name: 'message.replied', payload: { ...base, messageId: 2, deliveryId: 3, opening: true } }],
    [['satisfaction-submitted'], { name: 'satisfaction.submitted', payload: { ...base, ...rated } }],
    [['inbound-interaction'], { name: 'message.received', payload: said }],
    [
      ['inbound-interaction', 'case-reopened', 'case-updated'],
      { name: 'message.received', payload: { ...said, changes: status('resolved', 'open') } },
    ],
    [
      ['outbound-interaction', 'case-pending', 'case-updated'],
      {
        name: 'message.replied',
        payload: { ...base, messageId: 2, deliveryId: 3, changes: status('open', 'pending') },
      },
    ],
    [['case-updated'], { name: 'note.added', payload: { ...base, noteId: 4, mentionedUserIds: [] } }],
    ...(
      [
        ['new', 'open', 'case-opened'],
        ['pending', 'open', 'case-reopened'],
        ['open', 'resolved', 'case-resolved'],
        ['resolved', 'closed', 'case-closed'],
      ] as const
    ).map(([from, to, type]): [RuleType[], CaseFact] => [
      [type, 'case-updated'],
      { name: 'case.updated', payload: { ...base, event: 'case.updated', changes: status(from, to) } },
    ]),
    [[], { name: 'case.updated', payload: { ...base, event: 'message.erased', changes: [] } }],
    [[], { name: 'case.updated', payload: { ...base, event: 'case.merged', changes: status('open', 'closed') } }],
  ])('%j', (types, fact) => {
    expect(ruleTypesOf(fact)).toEqual(types);
  });
});

describe('rules that lead to rules', () => {
  it('end where the writer or their number says so', () => {
    expect(skipOf({})).toBeNull();
    expect(skipOf({ suppressRules: true })).toBe('suppressed');
    expect(skipOf({ ruleIds: [1, 2, 3, 4, 5] })).toBeNull();
    expect(skipOf({ ruleIds: [1, 2, 3, 4, 5, 6] })).toBe('depth');
    expect(isInChain(2, { ruleIds: [1, 2] })).toBe(true);
    expect(isInChain(3, { ruleIds: [1, 2] })).toBe(false);
  });
});

describe('a rule that comes back to a case', () => {
  const rest = { since: NOW - HOUR / 2, until: NOW + HOUR / 2 };
  it.each([
    ['may do so', { times: 9, rest: null }, 'apply'],
    ['comes to rest when it has done so too often', { times: 10, rest: null }, 'comes-to-rest'],
    ['stays at rest until its time is over', { times: 0, rest }, 'resting'],
    ['may again then', { times: 0, rest: { ...rest, until: NOW } }, 'apply'],
    ['may before a rest of the future', { times: 0, rest: { since: NOW + 1, until: NOW + HOUR } }, 'apply'],
  ] as const)('%s', (_, standing, decision) => {
    expect(decideStanding(standing, NOW)).toBe(decision);
  });
});

describe('a time rule', () => {
  const known: Crossing = { version: 1, at: NOW, activeAt: 5, armed: false, slot: 100, intervals: 1 };
  const seen = { holds: true, version: 1, now: NOW + HOUR, activeAt: 5, slot: 112 };
  it.each([
    ['is applied when a case comes to be what it asks for', null, seen, 'apply'],
    ['rests where it never was', null, { ...seen, holds: false }, 'rest'],
    ['rests while the case stays so', known, seen, 'rest'],
    ['is ready again when the case has left', known, { ...seen, holds: false }, 'arm'],
    ['stays ready', { ...known, armed: true }, { ...seen, holds: false }, 'rest'],
    ['is applied when the case comes back', { ...known, armed: true }, seen, 'apply'],
    ['is applied when somebody has written on the case since', known, { ...seen, activeAt: 6 }, 'apply'],
    ['is applied when it asks something else', known, { ...seen, version: 2 }, 'apply'],
    ['lets a clock that was put back take no case out', known, { ...seen, holds: false, now: NOW - HOUR }, 'rest'],
    ['is applied once in an interval', { ...known, armed: true }, { ...seen, slot: 100 }, 'rest'],
    [
      'is applied in three intervals in a row',
      { ...known, armed: true, intervals: 2 },
      { ...seen, slot: 101 },
      'apply',
    ],
    ['is a loop in the fourth', { ...known, armed: true, intervals: 3 }, { ...seen, slot: 101 }, 'loop'],
    ['is none after a pause', { ...known, armed: true, intervals: 3 }, { ...seen, slot: 102 }, 'apply'],
  ] as const)('%s', (_, crossing, at, decision) => {
    expect(decideCrossing(crossing, at)).toBe(decision);
  });
});

describe('in words', () => {
  const vocabulary = vocabularyOf([]);
  const names = { vocabulary, nameOf: () => null };
  const ask = (value: string): Condition => ({ field: 'case.subject', operator: 'contains', value });

  it('a rule is a sentence', () => {
    const conditions = { match: 'all' as const, conditions: [ask('refund')] };
    const actions = ['Set priority to 8', 'Add label vip'];
    expect(ruleSentence({ type: 'case-created', conditions, actions }, names)).toBe(
      'When a case is created: if Subject contains «refund», then set priority to 8; add label vip.',
    );
    expect(ruleSentence({ type: 'time', conditions: { match: 'all', conditions: [] }, actions }, names)).toBe(
      'Every 5 minutes: set priority to 8; add label vip.',
    );
  });

  it('versions differ by what they ask and do', () => {
    const [urgent, spam] = [{ type: 'set-priority', priority: 8 } as const, { type: 'mark-spam' } as const];
    const before = {
      conditions: Conditions.parse({ match: 'all', conditions: [ask('a')] }),
      actions: [urgent, spam],
      stopProcessing: false,
    };
    const after = {
      conditions: Conditions.parse({ match: 'any', conditions: [ask('b')] }),
      actions: [spam, urgent],
      stopProcessing: true,
    };
    const said = {
      sayConditions: (conditions: ConditionGroup) => describeConditions(conditions, names),
      sayAction: (action: Action) => describeAction(action, { nameOf: () => null }),
    };
    expect(ruleDifferences(before, after).map((difference) => describeDifference(difference, said))).toEqual([
      'Any one condition is enough now.',
      'Without the condition: Subject contains «a»',
      'New condition: Subject contains «b»',
      'The actions are in another order.',
      'Stops later rules now.',
    ]);
    expect(ruleDifferences(before, { ...before, actions: [urgent] })).toEqual([
      { kind: 'action', change: 'gone', action: spam },
    ]);
    expect(ruleDifferences(before, before)).toEqual([]);
  });
});

describe('conditions on trial', () => {
  it('ask what is instead of what has just changed', () => {
    const changed: Condition = { field: 'case.status', operator: 'changed-to', value: 'open' };
    const any: Condition = { field: 'case.status', operator: 'changed' };
    const message: Condition = { field: 'message.text', operator: 'contains', value: 'x' };
    expect(conditionsNow({ match: 'all', conditions: [changed, any] }).conditions).toEqual([
      { ...changed, operator: 'is' },
    ]);
    expect(conditionsNow({ match: 'any', conditions: [changed, any] }).conditions).toEqual([]);
    expect(withoutHappening({ match: 'all', conditions: [message, any] }).conditions).toEqual([any]);
    expect(withoutHappening({ match: 'any', conditions: [message, any] }).conditions).toEqual([]);
  });
});

const CUSTOM: AskableCustomField[] = (['case', 'customer', 'company'] as const).flatMap((owner) => [
  { owner, key: 'note', label: 'Note', type: 'text' as const, choices: [] },
  { owner, key: 'region', label: 'Region', type: 'list' as const, choices: ['EMEA', 'EMEA::Germany'] },
  { owner, key: 'vip', label: 'VIP', type: 'boolean' as const, choices: [] },
  { owner, key: 'seats', label: 'Seats', type: 'integer' as const, choices: [] },
  { owner, key: 'renewal', label: 'Renewal', type: 'date' as const, choices: [] },
]);
const customFields = { note: 'Handle with care', region: 'EMEA::Germany', vip: true, seats: 12, renewal: '2026-03-01' };
const weekdays = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const ASKING: Asking = {
  now: NOW,
  userId: null,
  groupIds: [],
  businessHours: {
    standard: openHoursOf({ timeZone: 'UTC', week: weekdays, specialDays: [] }),
    standardBrandIds: [],
    exceptions: [],
  },
};

/** A case that has everything. */
const FACTS: CaseFacts = {
  case: {
    ...{ id: 7, externalId: 'EXT-7', subject: 'The grinder is stuck', description: 'It hums', excerpt: 'No sound' },
    ...{ status: 'pending', priority: 5, channel: 'email', language: 'de_at', labelIds: [5, 6], assigneeId: 3 },
    ...{ groupId: 4, brandId: 1, mailboxId: 2, routeStatus: 'active', followerIds: [3], deliveryTrouble: true },
    ...{ rating: 'good', ratingComment: 'Quick', ratedAt: NOW - 3_600_000 },
    ...{ inboundCount: 2, outboundCount: 3, noteCount: 4, attachmentCount: 1, customFields },
    ...{
      createdAt: NOW - 90 * HOUR,
      updatedAt: NOW - 80 * HOUR,
      changedAt: NOW - 70 * HOUR,
      activeAt: NOW - 60 * HOUR,
    },
    ...{
      receivedAt: NOW - 59 * HOUR,
      repliedAt: NOW - 58 * HOUR,
      workedAt: NOW - 57 * HOUR,
      openedAt: NOW - 56 * HOUR,
    },
    ...{ firstOpenedAt: NOW - 55 * HOUR, firstResolvedAt: NOW - 54 * HOUR, resolvedAt: NOW - 53 * HOUR },
    ...{ closedAt: NOW - 52 * HOUR, waitingSince: NOW - 51 * HOUR, acknowledgedAt: NOW - 50 * HOUR },
    ...{ snoozedAt: NOW - HOUR, spamAt: NOW - HOUR, deletedAt: NOW - HOUR, lockedUntil: NOW + HOUR },
  },
  customer: {
    ...{ id: 8, name: 'Ana Ferreira', address: 'ana@acme.example', addresses: ['ana@acme.example'], language: 'pt_br' },
    ...{ blocked: true, companyId: 9, customFields },
    identities: [
      { network: 'x', handle: '@ana', name: 'Ana', followers: 12_000, verified: true },
      { network: 'facebook', handle: '', name: 'Ana Ferreira', followers: null, verified: false },
    ],
  },
  company: { name: 'Acme', domains: ['acme.example'], customFields },
  message: {
    ...{
      subject: 'Re: grinder',
      text: 'It is still stuck',
      from: 'ana@acme.example',
      to: ['support@larkspur.example'],
    },
    ...{ cc: ['ben@acme.example'], headers: ['x-priority: 1'], size: 1234, client: 'mailbox', mailer: 'LarkMail 2' },
    ...{ mailboxId: 2, automatic: true, at: NOW - HOUR },
  },
  satisfaction: { rating: 'fair', commented: true },
  by: 'customer',
};

/** What is asked instead: the exact opposite for the value that {@link valueFor} gives. */
const FLIPPED: Partial<Record<ConditionOperator, ConditionOperator>> = {
  is: 'is-not',
  contains: 'does-not-contain',
  'begins-with': 'does-not-begin-with',
  'ends-with': 'does-not-end-with',
  matches: 'does-not-match',
  'is-within': 'is-not-within',
  'is-empty': 'is-not-empty',
  'greater-than': 'at-most',
  'at-least': 'less-than',
  before: 'after',
  'within-last': 'not-within-last',
  'changed-to': 'changed-from',
};
const OPPOSITE = new Map<ConditionOperator, ConditionOperator>(
  (Object.entries(FLIPPED) as [ConditionOperator, ConditionOperator][]).flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

const LANGUAGE = languageOf('case-reopened', vocabularyOf(CUSTOM));
const OF_RATINGS = languageOf('satisfaction-submitted', vocabularyOf(CUSTOM));
const CASES = [LANGUAGE, OF_RATINGS].flatMap((language) =>
  [...language.vocabulary.values()]
    .filter(({ key }) => language === LANGUAGE || !LANGUAGE.vocabulary.has(key))
    .flatMap((field) =>
      ruleOperatorsOf(field)
        .filter((operator) => operator !== 'changed')
        .map((operator) => [field.key, operator, field, language] as const),
    ),
);

function valueFor(field: Field, operator: ConditionOperator): ConditionValue | undefined {
  const [has] = field.read(FACTS, ASKING);
  if (operator.endsWith('empty')) return undefined;
  if (operator.endsWith('within-last')) return { amount: 10, unit: 'days' };
  if (operator === 'matches' || operator === 'does-not-match') return '.';
  if (field.kind.type === 'hours') return 20;
  if (field.kind.type === 'time') return new Date(NOW).toISOString();
  if (field.kind.type === 'date' && (operator === 'before' || operator === 'after')) return '2027-01-01';
  return has;
}

function changesOf({ changesAs, kind }: Field, has: unknown): FieldChange[] {
  if (changesAs === undefined) return [];
  const from = kind.type === 'boolean' ? has !== true : null;
  return [{ field: changesAs, from, to: has }];
}

interface Question {
  operator: ConditionOperator;
  value: ConditionValue | undefined;
  language: Language;
}

function ask(field: Field, { operator, value, language }: Question) {
  const condition = { field: field.key, operator, ...(value === undefined ? {} : { value }) };
  const conditions = Conditions.parse({ match: 'all', conditions: [condition] });
  expect(checkConditions(conditions, language)).toEqual([]);
  const looked = lookAt({ ...FACTS, changes: changesOf(field, field.read(FACTS, ASKING)[0]) }, ASKING);
  const trace = traceConditions(conditions, {
    language,
    asking: ASKING,
    looked,
    names: { vocabulary: language.vocabulary, nameOf: (to, id) => `${to} ${id}` },
  });
  return { holds: meets(planConditions(conditions, language, ASKING), looked), trace };
}

describe('of everything that rules can ask', () => {
  it('there is every field of the catalogue', () => {
    expect(LANGUAGE.vocabulary.size).toBeGreaterThan(90);
    expect(CASES.length).toBeGreaterThan(500);
  });

  it.each(CASES)('%s %s: the opposite says the opposite, and the trace names it', (_, operator, field, language) => {
    const value = valueFor(field, operator);
    const flipped = OPPOSITE.get(operator);
    if (flipped === undefined) throw new Error(`${operator} has no opposite.`);
    const one = ask(field, { operator, value, language });
    const other = ask(field, { operator: flipped, value, language });

    expect(other.holds).toBe(!one.holds);
    for (const { holds, trace } of [one, other]) {
      expect(trace).toMatchObject({ holds, parts: [{ holds, withheld: null, condition: { field: field.key } }] });
      const [part] = trace.parts;
      if (!part || !('seen' in part)) throw new Error('There is no trace of the condition.');
      expect(part.seen.length).toBeGreaterThan(0);
    }
  });

  it('time rules ask for nothing that has just happened', () => {
    const { vocabulary } = languageOf('time', vocabularyOf(CUSTOM));
    const fields = [...vocabulary.values()];
    expect(fields.filter(({ key }) => /^(?:message|satisfaction|change)\./.test(key))).toEqual([]);
    expect(fields.flatMap(ruleOperatorsOf)).not.toContain('changed');
  });
});
