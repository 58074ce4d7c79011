import { sessionApi } from '@bureau/contracts';
import { useCommand, useEnterSession, useSession } from '@bureau/client';
import { forgetRecents } from '../features/palette/index.ts';

/** Ends the session here; what this browser remembers of the cases that were opened goes with it. */
export function useSignOut(): () => void {
  const { user } = useSession();
  const enter = useEnterSession();
  const signOut = useCommand(sessionApi.signOut, {
    onSuccess: () => {
      forgetRecents(user.id);
      enter(null);
    },
  });
  return () => signOut.mutate({});
}
