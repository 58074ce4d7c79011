import { RATING_WORDS, type CaseStatus, type EventPayload, type FieldChange, type RuleType } from '@bureau/contracts';
import type { SatisfactionOfFacts } from '../conditions/index.ts';

/** The facts about cases that rules are considered for. */
export const HEARD_FACTS = [
  'case.opened',
  'case.updated',
  'message.received',
  'message.replied',
  'note.added',
  'satisfaction.submitted',
] as const;
export type HeardFact = (typeof HEARD_FACTS)[number];

export type CaseFact = { [Name in HeardFact]: { name: Name; payload: EventPayload<Name> } }[HeardFact];

/**
 * Which rules a fact is for, in the order in which they are considered: a mail on a resolved case is an inbound
 * interaction that reopens the case, which is a change of it (product.md 3.3). What changed nothing is no update.
 */
export function ruleTypesOf(fact: CaseFact): RuleType[] {
  switch (fact.name) {
    case 'case.opened':
      return [
        'case-created',
        fact.payload.direction === 'out' ? 'outbound-interaction' : 'inbound-interaction',
        ...typesOfBeginning(fact.payload.status),
      ];
    case 'message.received':
      return ['inbound-interaction', ...typesOfChanges(fact.payload.changes)];
    case 'message.replied':
      return fact.payload.opening ? [] : ['outbound-interaction', ...typesOfChanges(fact.payload.changes)];
    case 'note.added':
      return ['case-updated'];
    case 'satisfaction.submitted':
      return ['satisfaction-submitted'];
    case 'case.updated':
      return isMergedAway(fact.payload) ? [] : typesOfChanges(fact.payload.changes);
  }
}

/** The message that a fact is about. */
export function messageOf({ payload }: CaseFact): number | null {
  return 'messageId' in payload ? payload.messageId : null;
}

/** What a fact says to have changed; a case that was not new from the beginning has become what it is. */
export function changesIn(fact: CaseFact): readonly FieldChange[] {
  if (fact.name !== 'case.opened') return 'changes' in fact.payload ? (fact.payload.changes ?? []) : [];
  const { status = 'new' } = fact.payload;
  return status === 'new' ? [] : [{ field: 'status', from: null, to: status }];
}

/** What a customer has just said of how a case was dealt with. */
export function satisfactionIn(fact: CaseFact): SatisfactionOfFacts | undefined {
  if (fact.name !== 'satisfaction.submitted') return undefined;
  const rating = RATING_WORDS[fact.payload.rating];
  return rating && { rating, commented: fact.payload.comment !== '' };
}

/** A case that has become part of another one is closed for good: nothing is to be done to it. */
function isMergedAway({ event, changes }: EventPayload<'case.updated'>): boolean {
  return event === 'case.merged' && changes.some(({ field, to }) => field === 'status' && to === 'closed');
}

function typesOfChanges(changes: readonly FieldChange[] = []): RuleType[] {
  if (changes.length === 0) return [];
  const status = changes.find(({ field }) => field === 'status');
  return [...(status ? typesOfStatus(status) : []), 'case-updated'];
}

/**
 * A case that is pending, resolved or closed from the beginning has come to be so: Desk.com's «Case Closed fires on
 * → Resolved» says nothing of where from. Nobody has opened it, though: that is what an agent does to a new one.
 */
function typesOfBeginning(status: CaseStatus = 'new'): RuleType[] {
  return status === 'open' ? [] : typesOfStatus({ from: null, to: status });
}

function typesOfStatus({ from, to }: Pick<FieldChange, 'from' | 'to'>): RuleType[] {
  switch (to) {
    case 'open':
      return [from === 'new' ? 'case-opened' : 'case-reopened'];
    case 'pending':
      return ['case-pending'];
    case 'resolved':
      return ['case-resolved'];
    case 'closed':
      return ['case-closed'];
    default:
      return [];
  }
}
