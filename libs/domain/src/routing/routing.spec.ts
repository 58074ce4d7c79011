import { DEFAULT_POLICY, type RoutingCapacity, type RoutingPolicy } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseAgents, whyNotRouted, type CaseToGive, type PlayingAgent } from './choose-agents.ts';
import { inTurn, overtakenForAtMost, reasonsFor, turnOf, type WaitingCase } from './turn.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-03T10:00:00Z');

const waiting = (id: number, minutes: number, fields: Partial<WaitingCase> = {}): WaitingCase => ({
  id,
  waitsSince: NOW - minutes * MINUTE,
  priority: 4,
  language: null,
  isYours: false,
  standsIn: false,
  lastHandler: false,
  speaks: false,
  ...fields,
});
const policy = (fields: Partial<RoutingPolicy> = {}): RoutingPolicy => ({ ...DEFAULT_POLICY, ...fields });
const ids = (cases: readonly { id: number }[]) => cases.map(({ id }) => id);

describe('the turn of a case', () => {
  it.each<[about: string, RoutingPolicy, WaitingCase[], number[]]>([
    ['who waits longest, of one priority', policy(), [waiting(1, 5), waiting(2, 9)], [2, 1]],
    ['the higher priority', policy(), [waiting(1, 30), waiting(2, 1, { priority: 5 })], [2, 1]],
    ['the lower one that has waited too long', policy(), [waiting(1, 400), waiting(2, 1, { priority: 10 })], [1, 2]],
    [
      'only who waits longest, where that is asked',
      policy({ caseOrder: 'longest-waiting' }),
      [waiting(1, 2), waiting(2, 1, { priority: 10 })],
      [1, 2],
    ],
    ['what is yours already', policy(), [waiting(1, 100), waiting(2, 1, { isYours: true })], [2, 1]],
    ['what a colleague left to you', policy(), [waiting(1, 100), waiting(2, 1, { standsIn: true })], [2, 1]],
    [
      'your own customer, where that is asked',
      policy({ byLastHandler: true }),
      [waiting(1, 60), waiting(2, 1, { lastHandler: true })],
      [2, 1],
    ],
    [
      'your own customer not, where it is not',
      policy(),
      [waiting(1, 60), waiting(2, 1, { lastHandler: true })],
      [1, 2],
    ],
    [
      'your language, where that is asked',
      policy({ byLanguage: true }),
      [waiting(1, 50), waiting(2, 1, { speaks: true, language: 'de' })],
      [2, 1],
    ],
    ['the older number, of two at once', policy(), [waiting(2, 5), waiting(1, 5)], [1, 2]],
  ])('%s comes first', (_, rules, cases, expected) => {
    expect(ids(inTurn(cases, rules))).toEqual(expected);
  });

  const anyPolicy = fc.record<RoutingPolicy>({
    caseOrder: fc.constantFrom('priority', 'longest-waiting'),
    agentOrder: fc.constantFrom('round-robin', 'least-busy'),
    byLanguage: fc.boolean(),
    byLastHandler: fc.boolean(),
  });
  const anyCase = fc.record<WaitingCase>({
    id: fc.integer({ min: 1, max: 1_000 }),
    waitsSince: fc.integer({ min: NOW - 10_000 * MINUTE, max: NOW }),
    priority: fc.integer({ min: 1, max: 10 }),
    language: fc.constantFrom(null, 'de', 'en_us'),
    isYours: fc.boolean(),
    standsIn: fc.boolean(),
    lastHandler: fc.boolean(),
    speaks: fc.boolean(),
  });

  it('nobody is overtaken by a case that came later than the bound allows, whatever arrives', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyCase, (rules, early, late) => {
        const later = { ...late, waitsSince: early.waitsSince + (overtakenForAtMost(rules) + 1) * MINUTE };
        expect(turnOf(early, rules)).toBeLessThan(turnOf(later, rules));
      }),
    );
  });

  it('no case starves, although as many more urgent ones keep coming as are taken', () => {
    fc.assert(
      fc.property(anyPolicy, fc.array(anyCase, { minLength: 1, maxLength: 5 }), (rules, flood) => {
        const humble = waiting(5_000, 0, { priority: 1 });
        const isTakenAt = (minute: number) => {
          const fresh = flood.map((one, n) => ({ ...one, id: n + 1, waitsSince: NOW + minute * MINUTE }));
          return inTurn([humble, ...fresh], rules).indexOf(humble) < fresh.length;
        };
        expect(isTakenAt(overtakenForAtMost(rules) + 1)).toBe(true);
      }),
    );
  });

  it('says only what spoke for a case, and always that it waits', () => {
    const one = waiting(1, 12, { lastHandler: true, speaks: true, language: 'de', priority: 8 });
    const since = '2026-11-03T09:48:00.000Z';
    expect(reasonsFor(one, policy())).toEqual([
      { kind: 'priority', priority: 8 },
      { kind: 'waiting', since },
    ]);
    expect(reasonsFor(one, policy({ caseOrder: 'longest-waiting', byLanguage: true, byLastHandler: true }))).toEqual([
      { kind: 'last-handler' },
      { kind: 'language', language: 'de' },
      { kind: 'waiting', since },
    ]);
  });
});

const capacity: RoutingCapacity = { email: 2, phone: 1, chat: 3, twitter: 2, facebook: 2, qna: 2 };
const agent = (userId: number, fields: Partial<PlayingAgent> = {}): PlayingAgent => ({
  userId,
  groupIds: [],
  languages: [],
  inHand: {},
  capacity,
  givenAt: null,
  isAsked: false,
  ...fields,
});
const toGive = (fields: Partial<CaseToGive> = {}): CaseToGive => ({
  channel: 'email',
  groupId: null,
  assigneeId: null,
  language: null,
  lastHandlerId: null,
  passedBy: [],
  ...fields,
});

describe('the agent for a case', () => {
  it.each<[about: string, RoutingPolicy, CaseToGive, PlayingAgent[], number[]]>([
    [
      'whoever was given one longest ago',
      policy(),
      toGive(),
      [agent(1, { givenAt: 9 }), agent(2, { givenAt: 5 })],
      [2, 1],
    ],
    ['whoever was never given one', policy(), toGive(), [agent(1, { givenAt: 9 }), agent(2)], [2, 1]],
    [
      'whoever is least busy, where that is asked',
      policy({ agentOrder: 'least-busy' }),
      toGive({ channel: 'chat' }),
      [agent(1, { inHand: { chat: 2 } }), agent(2, { inHand: { chat: 1 }, givenAt: 9 })],
      [2, 1],
    ],
    ['its own agent', policy(), toGive({ assigneeId: 1 }), [agent(2), agent(1, { givenAt: 9 })], [1, 2]],
    [
      'the customer’s last agent',
      policy({ byLastHandler: true }),
      toGive({ lastHandlerId: 1 }),
      [agent(2), agent(1, { givenAt: 9 })],
      [1, 2],
    ],
    [
      'whoever speaks the language',
      policy({ byLanguage: true }),
      toGive({ language: 'de_at' }),
      [agent(2), agent(1, { languages: ['de'], givenAt: 9 })],
      [1, 2],
    ],
    ['only members of its group', policy(), toGive({ groupId: 7 }), [agent(1), agent(2, { groupIds: [7] })], [2]],
    ['nobody who declined it', policy(), toGive({ passedBy: [1] }), [agent(1), agent(2)], [2]],
    ['nobody who is asked already', policy(), toGive(), [agent(1, { isAsked: true }), agent(2)], [2]],
    ['nobody who works, for a mail', policy(), toGive(), [agent(1, { inHand: { chat: 1 } })], []],
    [
      'somebody who works, for a chat, while there is room',
      policy(),
      toGive({ channel: 'chat' }),
      [agent(1, { inHand: { email: 1 } }), agent(2, { inHand: { chat: 3 } })],
      [1],
    ],
  ])('is %s', (_, rules, one, agents, expected) => {
    expect(chooseAgents(one, agents, rules).map(({ userId }) => userId)).toEqual(expected);
  });

  it.each<[why: string, CaseToGive, PlayingAgent[]]>([
    ['nobody-plays', toGive(), []],
    ['group', toGive({ groupId: 7 }), [agent(1)]],
    ['declined', toGive({ passedBy: [1] }), [agent(1)]],
    ['capacity', toGive(), [agent(1, { inHand: { email: 2 } })]],
    ['at-work', toGive(), [agent(1, { inHand: { email: 1 } })]],
    ['soon', toGive(), [agent(1)]],
  ])('is nobody: %s', (why, one, agents) => {
    expect(whyNotRouted(one, agents)).toBe(why);
  });
});
