import { permits, userIdOf, type Actor, type CaseAccess, type CaseStatus } from '@bureau/contracts';
import type { SearchTest } from '@bureau/domain';
import type { Names } from './resolve-names.ts';

/** A lexeme that no document has. */
const NOTHING = "'x:nothing'";

const STATUSES: Record<'open' | 'closed', CaseStatus[]> = {
  open: ['new', 'open', 'pending'],
  closed: ['resolved', 'closed'],
};

/** One lexeme of the index that is no word (document-facets.ts), as PostgreSQL reads it in a query. */
function facet(letter: string, value: string | number): string {
  return `'${letter}:${String(value).replace(/['\\]/g, '$&$&')}'`;
}

/** Any of them; of none at all, nothing. */
function anyOf(letter: string, values: readonly (string | number)[]): string {
  return values.length === 0 ? NOTHING : `(${values.map((value) => facet(letter, value)).join('|')})`;
}

/**
 * What an actor may see and what the operators ask, as one query of the index. It only narrows the candidates down: the
 * index may be a second behind, so the rights themselves are asked of the case (case-access.ts).
 */
export function facetsOf(actor: Actor, tests: readonly SearchTest[], names: Names): string {
  const asked = tests.flatMap((test) => {
    const clause = clauseOf(actor, test, names);
    return clause === null ? [] : [test.not ? `!${clause}` : clause];
  });
  const facets = [...accessFacets(actor), ...asked];
  return facets.join('&');
}

function accessFacets(actor: Actor): string[] {
  switch (actor.kind) {
    case 'system':
    case 'sync':
    case 'rule':
      return [];
    case 'customer':
      return [facet('p', actor.customerId)];
    case 'user':
    case 'application':
      return ofAccess(actor.access, actor.userId);
  }
}

function ofAccess({ scope, groupIds, brandIds }: CaseAccess, userId: number): string[] {
  const brands = brandIds === null ? [] : [anyOf('b', brandIds)];
  const own = facet('a', userId);
  switch (scope) {
    case 'all':
      return brands;
    case 'groups':
      return [`(${[own, ...groupIds.map((id) => facet('g', id))].join('|')})`, ...brands];
    case 'assigned':
      return [own, ...brands];
  }
}

/** Null: the test is asked otherwise (search-cases.ts). */
function clauseOf(actor: Actor, test: SearchTest, names: Names): string | null {
  switch (test.field) {
    case 'from':
    case 'to':
      return peopleClause(test.field === 'from' ? 'f' : 't', names.wordsOf(test.name));
    case 'label':
      return anyOf('l', names.idsOf(test));
    case 'brand':
      return anyOf('b', names.idsOf(test));
    case 'group':
      return anyOf('g', names.idsOf(test));
    case 'customer':
      return anyOf('p', names.idsOf(test));
    case 'company':
      return anyOf('o', names.idsOf(test));
    case 'assigned':
      return anyOf('a', names.idsOf(test));
    case 'status':
      return facet('s', test.status);
    case 'channel':
      return facet('c', test.channel);
    case 'has':
      return facet('h', test.what);
    case 'is':
      return stateClause(actor, test.state);
    case 'number':
      return facet('i', test.caseId);
    case 'before':
    case 'after':
    case 'filter':
      return null;
  }
}

function stateClause(actor: Actor, state: Extract<SearchTest, { field: 'is' }>['state']): string | null {
  switch (state) {
    case 'open':
    case 'closed':
      return anyOf('s', STATUSES[state]);
    case 'unassigned':
      return facet('a', 0);
    case 'mine':
      return facet('a', userIdOf(actor) ?? 0);
    case 'deleted':
      return permits(actor, 'cases:delete') ? null : NOTHING;
    case 'snoozed':
    case 'spam':
    case 'waiting':
      return facet('x', state);
  }
}

function peopleClause(letter: string, words: readonly string[]): string {
  return words.length === 0 ? NOTHING : `(${words.map((word) => facet(letter, word)).join('&')})`;
}
