import type { RuleType } from '@bureau/contracts';
import { isOfReader, operatorsOf, type Field, type Language, type Vocabulary } from '../conditions/index.ts';

/** Rules that are considered because something was said. */
const OF_MESSAGES: ReadonlySet<RuleType> = new Set([
  'inbound-interaction',
  'outbound-interaction',
  'case-created',
  'case-reopened',
]);
/** Rules that are considered because something changed. */
const OF_CHANGES: ReadonlySet<RuleType> = new Set([
  'inbound-interaction',
  'outbound-interaction',
  'case-opened',
  'case-reopened',
  'case-updated',
  'case-pending',
  'case-resolved',
  'case-closed',
]);

/** What the conditions of rules of a type may use. */
export function languageOf(type: RuleType, vocabulary: Vocabulary): Language {
  const known = [...vocabulary].filter(([, field]) => isAskable(field, type));
  return {
    vocabulary: new Map(known.map(([key, field]) => [key, OF_CHANGES.has(type) ? field : withoutChanges(field)])),
    forRules: true,
  };
}

/** The operators that rules of this language can ask a field with. */
export function ruleOperatorsOf(field: Field) {
  return operatorsOf(field, { forRules: true });
}

function isAskable({ key, rulesOnly }: Field, type: RuleType): boolean {
  if (isOfReader(key)) return false;
  if (key.startsWith('message.')) return OF_MESSAGES.has(type);
  if (key.startsWith('satisfaction.')) return type === 'satisfaction-submitted';
  return !rulesOnly || type !== 'time';
}

function withoutChanges(field: Field): Field {
  return field.changesAs === undefined ? field : { ...field, changesAs: undefined };
}
