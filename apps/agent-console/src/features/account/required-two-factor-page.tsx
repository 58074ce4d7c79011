import './account.css';
import { sessionApi } from '@bureau/contracts';
import { useCommand, useEnterSession, useRefreshSession, useSession } from '@bureau/client';
import { Button } from '@bureau/ui';
import { seededName } from '../../plain/seeded-names.ts';
import { TwoFactorSetUp } from './two-factor-set-up.tsx';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.required;

/** All that somebody sees whose role demands a second factor, until there is one. */
export function RequiredTwoFactorPage() {
  const { user } = useSession();
  const enter = useEnterSession();
  const refreshSession = useRefreshSession();
  const signOut = useCommand(sessionApi.signOut, { onSuccess: () => enter(null) });
  return (
    <main className="account-required">
      <div className="account-required-card">
        <h1>{words.title}</h1>
        <p>{words.about(seededName('roles', user.role.name))}</p>
        <TwoFactorSetUp onDone={() => void refreshSession()} />
        <footer>
          <span className="bu-truncate">{words.signedInAs(user.email)}</span>
          <Button variant="quiet" size="small" isPending={signOut.isPending} onPress={() => signOut.mutate({})}>
            {words.signOut}
          </Button>
        </footer>
      </div>
    </main>
  );
}
