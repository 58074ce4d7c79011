import { routingApi } from '@bureau/contracts';
import type { RoutingState } from '@bureau/contracts';
import { can, keyOf, useRoute, useSession } from '@bureau/client';
import type { Client } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';

const KEY = keyOf(routingApi.mine, {});

/** Where routing has me; undefined for whoever is given no cases, and until it is known. */
export function useRouting(): RoutingState | undefined {
  const session = useSession();
  return useRoute(routingApi.mine, {}, { enabled: can(session, routingApi.mine) }).data;
}

/** What the desk has just answered is on the screen at once. */
export function showRouting(queries: QueryClient, state: RoutingState): void {
  queries.setQueryData(KEY, state);
}

/**
 * Asks for the best case now, for whoever plays; it appears as an offer. Undefined for somebody who does not play; `full`
 * when his hands are. Throws what the desk answers.
 */
export async function askForOffer(
  queries: QueryClient,
  client: Client,
): Promise<'offered' | 'nothing' | 'full' | undefined> {
  const known = queries.getQueryData<RoutingState>(KEY);
  if (!known?.playing) return undefined;
  const state = await client.call(routingApi.next, {});
  showRouting(queries, state);
  if (state.offer !== null) return 'offered';
  return state.load.some(({ inHand, capacity }) => inHand > 0 && inHand >= capacity) ? 'full' : 'nothing';
}
