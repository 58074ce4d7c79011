import type { Condition, ConditionNode } from '@bureau/contracts';
import type { CaseState, SearchQuery, SearchTerm, SearchTest } from './search-query.ts';

/** A test that names something of the desk, to be found by its name. */
export type NamedSearchTest = Extract<SearchTest, { name: string }>;

export interface SearchAsConditions {
  /** All of them must hold. */
  conditions: ConditionNode[];
  /** Words that conditions can look for in the subject only. */
  inSubject: string[];
  /** What no condition says, as it may be typed. */
  left: string[];
}

type Said = ConditionNode | null;

const STATUSES = { open: ['new', 'open', 'pending'], closed: ['resolved', 'closed'] } as const;

/**
 * What was searched for, as conditions of a filter. `valuesOf` gives the ids of the labels, brands, groups and people
 * that have the name (and `me`), or null when nothing has it.
 */
export function conditionsOfSearch(
  { terms, tests }: SearchQuery,
  valuesOf: (test: NamedSearchTest) => (number | 'me')[] | null,
): SearchAsConditions {
  const said = tests.map((test) => ({ test, condition: conditionOf(test, valuesOf) }));
  return {
    conditions: [
      ...said.flatMap(({ condition }) => (condition === null ? [] : [condition])),
      ...terms.map(inSubjectOf),
    ],
    inSubject: terms.map(({ text }) => text),
    left: said.flatMap(({ test, condition }) => (condition === null ? [asTyped(test)] : [])),
  };
}

function inSubjectOf({ text, not }: SearchTerm): Condition {
  return { field: 'case.subject', operator: not ? 'does-not-contain' : 'contains', value: text };
}

function conditionOf(test: SearchTest, valuesOf: (test: NamedSearchTest) => (number | 'me')[] | null): Said {
  const operator = test.not ? 'is-not' : 'is';
  switch (test.field) {
    case 'label':
      return named('case.labels', test, valuesOf(test));
    case 'brand':
      return named('case.brand', test, valuesOf(test));
    case 'group':
      return isNobody(test) ? empty('case.group', !test.not) : named('case.group', test, valuesOf(test));
    case 'assigned':
      return isNobody(test) ? empty('case.assignee', !test.not) : named('case.assignee', test, valuesOf(test));
    case 'customer':
      return anyText(['customer.name', 'customer.addresses'], test);
    case 'company':
      return anyText(['company.name'], test);
    case 'status':
      return { field: 'case.status', operator, value: test.status };
    case 'channel':
      return { field: 'case.channel', operator, value: test.channel };
    case 'number':
      return { field: 'case.id', operator, value: test.caseId };
    case 'has':
      return test.what === 'attachment'
        ? { field: 'case.hasAttachments', operator: 'is', value: !test.not }
        : { field: 'case.noteCount', operator: test.not ? 'less-than' : 'at-least', value: 1 };
    case 'is':
      return stateOf(test.state, test.not);
    case 'before':
    case 'after': {
      const isBefore = (test.field === 'before') !== test.not;
      return { field: 'case.createdAt', operator: isBefore ? 'before' : 'after', value: test.at.toISOString() };
    }
    case 'from':
    case 'to':
    case 'filter':
      return null;
  }
}

function stateOf(state: CaseState, not: boolean): Condition {
  switch (state) {
    case 'open':
    case 'closed':
      return { field: 'case.status', operator: not ? 'is-not' : 'is', value: [...STATUSES[state]] };
    case 'unassigned':
      return empty('case.assignee', !not);
    case 'mine':
      return { field: 'case.assignee', operator: not ? 'is-not' : 'is', value: 'me' };
    case 'waiting':
      return empty('case.waitingSince', not);
    case 'snoozed':
    case 'spam':
    case 'deleted':
      return { field: `case.${state}`, operator: 'is', value: !not };
  }
}

function empty(field: string, isEmpty: boolean): Condition {
  return { field, operator: isEmpty ? 'is-empty' : 'is-not-empty' };
}

function named(field: string, { not }: SearchTest, values: (number | 'me')[] | null): Said {
  return values === null ? null : { field, operator: not ? 'is-not' : 'is', value: values };
}

/** One of the texts holds the name; excluded: none of them does. */
function anyText(fields: readonly string[], { name, not }: NamedSearchTest): ConditionNode {
  const conditions = fields.map((field): Condition => ({
    field,
    operator: not ? 'does-not-contain' : 'contains',
    value: name,
  }));
  const [only, second] = conditions;
  return only !== undefined && second === undefined ? only : { match: not ? 'all' : 'any', conditions };
}

function isNobody({ name }: NamedSearchTest): boolean {
  return ['none', 'nobody'].includes(name.toLowerCase());
}

function asTyped(test: SearchTest): string {
  const value = 'name' in test ? test.name : '';
  return `${test.not ? '-' : ''}${test.field}:${/\s/.test(value) ? `"${value}"` : value}`;
}
