import { socialAccountsApi } from '@bureau/contracts';
import type { SocialAccount } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { accountName } from './account-state.tsx';
import { accountWords as words } from './social-accounts.words.ts';
import { useGoAway } from './use-go-away.ts';

/** Everything that can be done with an account as it is; what comes of it shows on the page. */
export function useAccountCommands({ id }: Pick<SocialAccount, 'id'>) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { socialAccountId: id };
  const done = (say: (name: string) => string) => ({
    onSuccess: async (account: SocialAccount) => {
      queries.setQueryData(keyOf(socialAccountsApi.get, { params }), account);
      await queries.invalidateQueries({ queryKey: keyOf(socialAccountsApi.list) });
      toasts.show({ text: say(accountName(account)) });
    },
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notDone, detail: problemText(error) }),
  });
  const pause = useCommand(socialAccountsApi.pause, done(words.paused));
  const resume = useCommand(socialAccountsApi.resume, done(words.resumed));
  const check = useCommand(socialAccountsApi.check, done(words.checked));
  const disconnect = useCommand(socialAccountsApi.disconnect, done(words.disconnected));
  const away = useGoAway();
  return {
    pause: () => pause.mutate({ params }),
    resume: () => resume.mutate({ params }),
    check: () => check.mutate({ params }),
    disconnect: () => disconnect.mutate({ params }),
    reconnect: () => away.reconnect(id),
    isPending: [pause, resume, check, disconnect, away].some((command) => command.isPending),
  };
}
