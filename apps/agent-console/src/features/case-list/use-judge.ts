import { conditionsIn, filtersApi } from '@bureau/contracts';
import type { Case, CaseSummary, Filter } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Verdict } from './place-case.ts';

/**
 * Says whether a case belongs to a filter, by the condition code of the desk. It is loaded after the list is on the
 * screen; until then, and where this browser knows too little, the desk has the word.
 */
export function useJudge(filter: Filter): (row: CaseSummary | Case) => Verdict {
  const { user, access } = useSession();
  const isCustom = conditionsIn(filter.conditions).some(({ field }) => field.includes('.custom.'));
  const fields = useRoute(filtersApi.fields, {}, { enabled: isCustom });
  const code = useQuery({ queryKey: ['code', 'judge'], queryFn: () => import('./judge.ts'), staleTime: Infinity });
  const groupIds = access.groupIds.join(' ');
  return useMemo(() => {
    if (!code.data) return unknown;
    const asker = { userId: user.id, groupIds: groupIds.split(' ').map(Number), now: Date.now };
    return code.data.judgeOf(filter.conditions, fields.data?.items ?? [], asker);
  }, [code.data, fields.data, filter.conditions, user.id, groupIds]);
}

function unknown(): Verdict {
  return 'unknown';
}
