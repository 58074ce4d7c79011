import { macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { can, keyOf, useRoute, useSession } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

const none: readonly Macro[] = [];

/** The macros that the reader may apply, in their order. */
export function useMacros() {
  const mayApply = can(useSession(), macrosApi.apply);
  const answer = useRoute(macrosApi.list, { query: {} }, { enabled: mayApply });
  const macros = answer.data?.items ?? none;
  return useMemo(() => ({ macros, mayApply, answer }), [macros, mayApply, answer]);
}

/** Whatever shows macros is read again. */
export function refreshMacros(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({ queryKey: keyOf(macrosApi.list) });
}
