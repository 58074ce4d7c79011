import { brandsApi, labelsApi, usersApi } from '@bureau/contracts';
import type { ConditionGroup } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { conditionsOfSearch, parseSearch } from '@bureau/domain';
import type { NamedSearchTest } from '@bureau/domain';
import { searchWords } from './search.words.ts';

const words = searchWords.asFilter;

export interface SearchAsFilter {
  name: string;
  conditions: ConditionGroup;
  /** What a filter says otherwise than the search, or not at all; each a sentence. */
  notes: string[];
}

interface Thing {
  id: number;
  name: string;
}

/** A search as the beginning of a filter; null as long as the desk has not told what its names stand for. */
export function useSearchAsFilter(q: string): SearchAsFilter | null {
  const session = useSession();
  const labels = useRoute(labelsApi.list, { query: { type: 'case' } });
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const mayBrands = can(session, brandsApi.list);
  const brands = useRoute(brandsApi.list, {}, { enabled: mayBrands });
  const asked = [labels, users, groups, ...(mayBrands ? [brands] : [])];
  if (q === '' || asked.some(({ isPending }) => isPending)) return null;

  const things: Partial<Record<NamedSearchTest['field'], readonly Thing[]>> = {
    label: labels.data?.items,
    assigned: users.data?.items,
    group: groups.data?.items,
    brand: brands.data?.items,
  };
  const valuesOf = ({ field, name }: NamedSearchTest) =>
    field === 'assigned' && name.toLowerCase() === 'me' ? ['me' as const] : idsOf(things[field] ?? [], name);
  const { conditions, inSubject, left } = conditionsOfSearch(parseSearch(q, new Date()), valuesOf);
  return {
    name: q.slice(0, 100),
    conditions: { match: 'all', conditions },
    notes: [
      ...(inSubject.length > 0 ? [words.inSubject(inSubject)] : []),
      ...(left.length > 0 ? [words.left(left)] : []),
    ],
  };
}

/** Those whose name it is, or else has it in it, as the search takes it; null: nobody. */
function idsOf(things: readonly Thing[], name: string): number[] | null {
  const wanted = folded(name);
  const exact = things.filter((thing) => folded(thing.name) === wanted);
  const found = exact.length > 0 ? exact : things.filter((thing) => folded(thing.name).includes(wanted));
  return found.length === 0 ? null : found.map(({ id }) => id);
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
