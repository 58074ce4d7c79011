import { filtersApi } from '@bureau/contracts';
import { ApiProblem, keyOf } from '@bureau/client';
import type { Client } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';
import { recallOwnView } from '../../plain/own-view.ts';

export interface NextOf {
  filterId: number;
  /** The case on the screen; null: none. */
  after: number | null;
}

/**
 * The case to open next: the one behind `after`, and from the end back at the beginning; null when there is no other.
 * Answered from the cache while nothing has changed. Throws what the desk answers.
 */
export async function findNext(queries: QueryClient, client: Client, { filterId, after }: NextOf) {
  const behind = after === null ? null : await ask(after).catch(whenItIsGone);
  if (behind !== null) return behind;
  const first = await ask(null);
  return first === after ? null : first;

  async function ask(behindId: number | null): Promise<number | null> {
    const input = nextInput(filterId, behindId);
    const { caseId } = await queries.fetchQuery({
      queryKey: keyOf(filtersApi.next, input),
      queryFn: ({ signal }) => client.call(filtersApi.next, input, { signal }),
      staleTime: FRESH_FOR,
    });
    return caseId;
  }
}

/** Asks for the case behind another one in the order of the list as its reader sees it. */
export function nextInput(filterId: number, after: number | null) {
  const own = recallOwnView(filterId)?.sort;
  const query = {
    ...(after !== null && { after }),
    ...(own && { sort: own.field, direction: own.direction }),
  };
  return { params: { filterId }, query };
}

/** Milliseconds that an answer holds when the desk tells of no change. */
const FRESH_FOR = 30_000;

/** The case on the screen may have been deleted or handed to others: the list then begins anew. */
function whenItIsGone(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}
