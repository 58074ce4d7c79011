import type { EventPayload, FieldChange, RuleType } from '@bureau/contracts';

/** The facts about cases that rules are considered for. */
export const HEARD_FACTS = [
  'case.opened',
  'case.updated',
  'message.received',
  'message.replied',
  'note.added',
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
      return fact.payload.direction === 'out' ? ['case-created'] : ['case-created', 'inbound-interaction'];
    case 'message.received':
      return ['inbound-interaction', ...typesOfChanges(fact.payload.changes)];
    case 'message.replied':
      return ['outbound-interaction', ...typesOfChanges(fact.payload.changes)];
    case 'note.added':
      return ['case-updated'];
    case 'case.updated':
      return isMergedAway(fact.payload) ? [] : typesOfChanges(fact.payload.changes);
  }
}

/** The message that a fact is about. */
export function messageOf({ payload }: CaseFact): number | null {
  return 'messageId' in payload ? payload.messageId : null;
}

/** What a fact says to have changed. */
export function changesIn({ payload }: CaseFact): readonly FieldChange[] {
  return 'changes' in payload ? (payload.changes ?? []) : [];
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

function typesOfStatus({ from, to }: FieldChange): RuleType[] {
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
