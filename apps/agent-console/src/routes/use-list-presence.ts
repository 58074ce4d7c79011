import { usersApi } from '@bureau/contracts';
import { usePresenceMarks, useRoute, useSession } from '@bureau/client';
import type { People } from '@bureau/client';
import { useMemo } from 'react';
import type { RowPresence } from '../features/case-list/index.ts';
import { othersOf } from './presence.ts';

/** Who else is at which case, by name. Rows where nothing has changed are given the very same answer again. */
export function useListPresence(): (caseId: number) => RowPresence | undefined {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const marks = usePresenceMarks();
  const named = useMemo(() => {
    const known = new WeakMap<People, { presence: RowPresence | undefined }>();
    return (people: People) => {
      const presence = known.get(people) ?? { presence: othersOf(people, users.data?.items ?? [], user.id) };
      known.set(people, presence);
      return presence.presence;
    };
  }, [users.data, user.id]);
  return (caseId) => named(marks(caseId));
}
