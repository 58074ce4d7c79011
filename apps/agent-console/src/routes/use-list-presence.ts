import { usersApi } from '@bureau/contracts';
import { usePresenceMarks, useRoute, useSession } from '@bureau/client';
import type { RowPresence } from '../features/case-list/index.ts';
import { othersOf } from './presence.ts';

/** Who else is at which case, by name. */
export function useListPresence(): (caseId: number) => RowPresence | undefined {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const marks = usePresenceMarks();
  return (caseId) => othersOf(marks(caseId), users.data?.items ?? [], user.id);
}
