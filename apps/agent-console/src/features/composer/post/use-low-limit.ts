import { socialAccountsApi } from '@bureau/contracts';
import type { NetworkLimit } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useNow } from '@bureau/ui';
import type { PostReply } from './use-post-reply.ts';

/** What an answer is counted under, by who reads it. */
const COUNTED: Record<'public' | 'private', readonly string[]> = {
  public: ['posts', 'calls'],
  private: ['send-direct-messages', 'calls'],
};

/** What is left of what the network allows the account, when it is less than a tenth; null: there is enough. */
export function useLowLimit({ account, way }: PostReply): NetworkLimit | null {
  const now = useNow();
  const session = useSession();
  const isKnown = account !== null && can(session, socialAccountsApi.get);
  const asked = useRoute(
    socialAccountsApi.get,
    { params: { socialAccountId: account?.id ?? 0 } },
    { enabled: isKnown },
  );
  if (!way || !asked.data) return null;
  const counted = COUNTED[way.audience];
  const low = asked.data.limits.filter(
    ({ what, remaining, limit, resetsAt }) =>
      counted.includes(what) && remaining * 10 < limit && Date.parse(resetsAt) > now,
  );
  return low.toSorted((a, b) => a.remaining - b.remaining)[0] ?? null;
}
