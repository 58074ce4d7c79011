import { createContext, useContext } from 'react';

/** Somebody works on a case: `writing` goes on for a while, a `change` is done at once. */
export type Work = 'writing' | 'change';

/** Hears that somebody works on a case, so that it can be taken for her. */
export const CaseWorkContext = createContext<(caseId: number, work: Work) => void>(() => undefined);

export function useCaseWork(): (caseId: number, work: Work) => void {
  return useContext(CaseWorkContext);
}
