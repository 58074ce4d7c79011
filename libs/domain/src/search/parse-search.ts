import { CaseStatus, Channel } from '@bureau/contracts';
import { searchDate } from './search-date.ts';
import type { CaseState, SearchCondition, SearchHint, SearchQuery, SearchTerm } from './search-query.ts';
import { splitSearch, type SearchPart } from './split-search.ts';

/** More than people type; what follows is left out, with a hint. */
const PARTS_AT_MOST = 24;

const STATES: Record<string, CaseState> = {
  open: 'open',
  closed: 'closed',
  unassigned: 'unassigned',
  mine: 'mine',
  snoozed: 'snoozed',
  spam: 'spam',
  deleted: 'deleted',
  trash: 'deleted',
  waiting: 'waiting',
};
const NAMED = ['from', 'to', 'label', 'brand', 'assigned', 'group', 'customer', 'company', 'filter'] as const;
/** Other words for the same, from other desks and mail programs. */
const SYNONYMS: Record<string, string> = {
  assignee: 'assigned',
  since: 'after',
  until: 'before',
  tag: 'label',
  in: 'is',
};
const NUMBER = /^#(\d{1,15})$/;

/** What operators there are, for completion and hints. */
export const SEARCH_OPERATORS = [...NAMED, 'status', 'channel', 'is', 'has', 'before', 'after'] as const;

/**
 * Reads what somebody typed: words, "phrases", -exclusions, operators and #123. It never throws and refuses nothing: what
 * is no operator is text, and a hint says so.
 */
export function parseSearch(search: string, now: Date): SearchQuery {
  const query: SearchQuery = { terms: [], tests: [], hints: [] };
  const parts = splitSearch(search);
  for (const part of parts.slice(0, PARTS_AT_MOST)) readInto(query, part, now);
  const rest = parts[PARTS_AT_MOST];
  if (rest) {
    query.hints.push({ part: rest.source, message: `Only the first ${PARTS_AT_MOST} words are looked for.` });
  }
  return query;
}

function readInto({ terms, tests, hints }: SearchQuery, part: SearchPart, now: Date): void {
  const read = part.operator === null ? plain(part) : operatorOf(part, now);
  if ('test' in read) {
    tests.push({ ...read.test, not: part.not });
    return;
  }
  terms.push(read.term);
  if (read.hint) hints.push(read.hint);
}

type Read = { test: SearchCondition } | { term: SearchTerm; hint?: SearchHint };

function plain(part: SearchPart): Read {
  const number = part.quoted ? undefined : NUMBER.exec(part.value)?.[1];
  if (number !== undefined && Number(number) > 0) return { test: { field: 'number', caseId: Number(number) } };
  const prefix = !part.quoted && part.value.length > 3 && part.value.endsWith('*');
  const text = prefix ? part.value.slice(0, -1) : part.value;
  return { term: { text, phrase: part.quoted, prefix, not: part.not } };
}

function operatorOf(part: SearchPart, now: Date): Read {
  const name = SYNONYMS[own(SYNONYMS, part.operator)] ?? part.operator ?? '';
  const test = testOf(name, part.value, now);
  if (test) return { test };
  return { term: asText(part), hint: { part: part.source, message: whyText(name) } };
}

function testOf(operator: string, value: string, now: Date): SearchCondition | undefined {
  const word = value.toLowerCase();
  const named = NAMED.find((name) => name === operator);
  if (named) return { field: named, name: value };
  switch (operator) {
    case 'status': {
      const status = CaseStatus.safeParse(word);
      return status.success ? { field: 'status', status: status.data } : undefined;
    }
    case 'channel': {
      const channel = Channel.safeParse(word);
      return channel.success ? { field: 'channel', channel: channel.data } : undefined;
    }
    case 'is': {
      const state = STATES[own(STATES, word)];
      return state && { field: 'is', state };
    }
    case 'has':
      return word === 'attachment' || word === 'note' ? { field: 'has', what: word } : undefined;
    case 'before':
    case 'after': {
      const at = searchDate(value, now);
      return at && { field: operator, at };
    }
    default:
      return undefined;
  }
}

/** The whole part, so that `re:invent` and `http://…` are found as they were written. */
function asText(part: SearchPart): SearchTerm {
  return { text: `${part.operator ?? ''} ${part.value}`, phrase: true, prefix: false, not: part.not };
}

function whyText(operator: string): string {
  switch (operator) {
    case 'status':
      return `A status is one of ${CaseStatus.options.join(', ')}; looked for as text.`;
    case 'channel':
      return `A channel is one of ${Channel.options.join(', ')}; looked for as text.`;
    case 'is':
      return `A case is one of ${Object.keys(STATES).join(', ')}; looked for as text.`;
    case 'has':
      return 'A case has an attachment or a note; looked for as text.';
    case 'before':
    case 'after':
      return 'A date looks like 2026-03-31, 2026-03, 2026, 7d, 2w or yesterday; looked for as text.';
    default:
      return `There is no operator ${operator}; looked for as text. Operators are ${SEARCH_OPERATORS.join(', ')}.`;
  }
}

/** `constructor` and its like are no entries of a table. */
function own(table: object, key: string | null): string {
  return key !== null && Object.hasOwn(table, key) ? key : '';
}
