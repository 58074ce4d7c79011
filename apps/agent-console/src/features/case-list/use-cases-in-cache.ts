import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

const [NAME] = keyOf(casesApi.get);

/**
 * Hears of every case that this browser learns something about: read again after news, changed by the reader before the
 * desk has answered, and put back when the desk refused.
 */
export function useCasesInCache(onCase: (supportCase: Case) => void): void {
  const queries = useQueryClient();
  const hear = useEffectEvent(onCase);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const { queryKey } = event.query;
        const supportCase = queryKey[0] === NAME && queries.getQueryData<Case>(queryKey);
        if (supportCase) hear(supportCase);
      }),
    [queries],
  );
}
