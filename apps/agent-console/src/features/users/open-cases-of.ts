import { filtersApi } from '@bureau/contracts';
import type { ConditionGroup } from '@bureau/contracts';
import { useRoute } from '@bureau/client';

/** What is assigned to somebody and not done. */
export function openCasesOf(userId: number): ConditionGroup {
  return {
    match: 'all',
    conditions: [
      { field: 'case.assignee', operator: 'is', value: userId },
      { field: 'case.status', operator: 'is', value: ['new', 'open', 'pending'] },
    ],
  };
}

/** How many open cases somebody has, as far as the asker sees them. */
export function useOpenCasesOf(userId: number, enabled = true) {
  return useRoute(filtersApi.preview, { body: { conditions: openCasesOf(userId), limit: 5 } }, { enabled });
}
