import { usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { can, isProblem, useSession, useVersioned } from '@bureau/client';
import { Badge, EmptyState, ErrorState, Link, RelativeTime, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { stateTones } from './state-tones.ts';
import { UserActions } from './user-actions.tsx';
import { UserCases } from './user-cases.tsx';
import { UserForm } from './user-form.tsx';
import { UserSignIn } from './user-sign-in.tsx';
import { usersWords as words } from './users.words.ts';

const up = { label: words.title, href: '/admin/users' };

/** Somebody who works here: who, in which role and groups, how he signs in, and what is assigned to him. */
export function UserPage({ item }: AdminPageProps & { item: string }) {
  const session = useSession();
  const user = useVersioned(usersApi.read, { params: { userId: Number(item) } });
  const found = user.data?.value;
  const isManager = can(session, usersApi.change);
  if (user.isError && !found) {
    return (
      <AdminPage title={words.user} back={up}>
        {isProblem(user.error, 'user.not-found') || isProblem(user.error, 'request.invalid') ? (
          <EmptyState icon="user" action={<Link href={up.href}>{words.title}</Link>}>
            {words.gone}
          </EmptyState>
        ) : (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void user.refetch()}
            isRetrying={user.isFetching}
          />
        )}
      </AdminPage>
    );
  }
  return (
    <AdminPage
      title={found?.name ?? words.user}
      lead={found && <About user={found} />}
      back={up}
      action={found && isManager && <UserActions user={found} />}
    >
      {!found && <Skeleton rows={8} />}
      {found && (
        <>
          <UserForm
            user={found}
            version={user.data?.version}
            isReadOnly={!isManager}
            onShowTheirs={() => void user.refetch()}
          />
          {isManager && <UserSignIn user={found} />}
          <UserCases user={found} />
        </>
      )}
    </AdminPage>
  );
}

function About({ user: { state, lastSignInAt } }: { user: UserDetails }) {
  return (
    <span className="user-about">
      <Badge tone={stateTones[state]}>{words.states[state]}</Badge>
      {lastSignInAt !== null && (
        <span>
          {words.lastSignIn} <RelativeTime at={lastSignInAt} show="ago" />
        </span>
      )}
    </span>
  );
}
