import { brandsApi, customFieldsApi, labelsApi, usersApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useMemo } from 'react';
import type { EventNames } from './event-sentence.ts';

/** What the history's ids are called, as far as the reader may know. The same object as long as nothing is renamed. */
export function useEventNames(): EventNames {
  const session = useSession();
  const { user } = session;
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const labels = useRoute(labelsApi.list, { query: {} });
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) });
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } });
  return useMemo(
    () => ({
      userId: user.id,
      users: users.data?.items ?? [],
      groups: groups.data?.items ?? [],
      labels: labels.data?.items ?? [],
      brands: brands.data?.items ?? [],
      fields: fields.data?.items ?? [],
    }),
    [user.id, users.data, groups.data, labels.data, brands.data, fields.data],
  );
}
