import { brandsApi, filtersApi, labelsApi, mailboxesApi, usersApi } from '@bureau/contracts';
import type { ConditionGroup } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useEffect, useMemo, useState } from 'react';
import { untilLoaded } from '../late/index.ts';
import type { sayWith } from './say-with.ts';

/** Says conditions; `description` is how the desk says them. */
export type SayConditions = (conditions: ConditionGroup, description: string) => string;

const asTheDesk: SayConditions = (_, description) => description;

/**
 * Says conditions in the reader's language. The desk says them in English; that is also what is shown until the names
 * are here, and where a name is not to be had. The same function as long as nothing is renamed.
 */
export function useConditionSentence(): SayConditions {
  const isEnglish = document.documentElement.lang !== 'de';
  const session = useSession();
  const ask = { enabled: !isEnglish };
  const fields = useRoute(filtersApi.fields, {}, ask).data?.items;
  const user = useRoute(usersApi.list, {}, ask).data?.items;
  const group = useRoute(usersApi.groups, {}, ask).data?.items;
  const label = useRoute(labelsApi.list, { query: {} }, ask).data?.items;
  const brand = useRoute(brandsApi.list, {}, { enabled: !isEnglish && can(session, brandsApi.list) }).data?.items;
  const mayMail = can(session, mailboxesApi.list);
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: !isEnglish && mayMail }).data?.items;
  const saying = useSaying(!isEnglish);
  return useMemo(() => {
    if (!saying || !fields) return asTheDesk;
    const mailbox = mailboxes?.map(({ id, address }) => ({ id, name: address }));
    return saying(fields, { user, group, label, brand, mailbox });
  }, [saying, fields, user, group, label, brand, mailboxes]);
}

/** How to say them comes with its words when somebody needs it: in English the desk does. */
function useSaying(isNeeded: boolean): typeof sayWith | null {
  const [saying, setSaying] = useState<typeof sayWith | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isHere = true;
    void untilLoaded(() => import('./say-with.ts')).then((loaded) => {
      if (isHere) setSaying(() => loaded.sayWith);
    });
    return () => {
      isHere = false;
    };
  }, [isNeeded]);
  return saying;
}
