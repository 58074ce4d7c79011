import { webhooksApi } from '@bureau/contracts';
import type { Webhook } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';

/** The programs that the reader may have called; undefined while they are on their way, or when he may have none called. */
export function useWebhookNames(): readonly Pick<Webhook, 'id' | 'name'>[] | undefined {
  const session = useSession();
  const mayList = can(session, webhooksApi.list);
  const all = useRoute(webhooksApi.list, {}, { enabled: mayList }).data?.items;
  const names = useRoute(webhooksApi.names, {}, { enabled: !mayList && can(session, webhooksApi.names) }).data?.items;
  return all ?? names;
}

/** Whether the reader may write into a macro or a rule that a program is called. */
export function useMayCallWebhooks(): boolean {
  const session = useSession();
  return can(session, webhooksApi.list) || can(session, webhooksApi.names);
}
