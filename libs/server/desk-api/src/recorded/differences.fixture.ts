import type { Resource } from '../desk-client.fixture.ts';

/** The links of every page. */
export const ENVELOPE = ['first', 'last', 'next', 'previous', 'self'];

/** Of a value: null fits every kind, because examples have it wherever nothing was said. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return 'time';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Where a recording has more than the answer, or something of another kind; empty otherwise. The recordings are of 2013: an
 * answer may have members that came later, which are no difference.
 */
export function differences(was: Resource, is: Resource): string[] {
  const entries = was._embedded?.entries?.slice(0, 1).flatMap((entry) => {
    const [first] = is._embedded.entries;
    return first ? differences(entry, first) : ['no entry'];
  });
  return [...ofMembers(was, is), ...ofLinks(was, is), ...(entries ?? [])];
}

function ofMembers(was: Resource, is: Resource): string[] {
  return Object.entries(was).flatMap(([name, value]) => {
    if (!(name in is)) return [`${name} is missing`];
    const [before, now] = [kindOf(value), kindOf(is[name])];
    return before === now || before === 'null' || now === 'null' ? [] : [`${name} is ${now}, was ${before}`];
  });
}

function ofLinks(was: Resource, is: Resource): string[] {
  return Object.entries(was._links ?? {}).flatMap(([name, link]) => {
    if (!(name in is._links)) return [`link ${name} is missing`];
    const present = is._links[name];
    const isSame = !link || !present || link.class === undefined || present.class === link.class;
    return isSame ? [] : [`link ${name} is ${present.class}, was ${link.class}`];
  });
}
