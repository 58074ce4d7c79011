import { socialAccountsApi } from '@bureau/contracts';
import type { Network } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { accountWords as words } from './social-accounts.words.ts';

/** Leaves the console for a network's sign-in, which sends the browser back here. */
export function useGoAway() {
  const toasts = useToasts();
  const leave = {
    onSuccess: ({ url }: { url: string }) => window.location.assign(url),
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notBegun, detail: problemText(error) }),
  };
  const connect = useCommand(socialAccountsApi.connect, leave);
  const reconnect = useCommand(socialAccountsApi.reconnect, leave);
  return {
    connect: (body: { network: Network; brandId: number; switchAccount: boolean }) => connect.mutate({ body }),
    reconnect: (socialAccountId: number, switchAccount = false) =>
      reconnect.mutate({ params: { socialAccountId }, body: { switchAccount } }),
    isPending: connect.isPending || reconnect.isPending,
  };
}
