import { sessionApi, twoFactorApi, usersApi } from '@bureau/contracts';
import type { SessionSummary, UserDetails } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ConfirmDialog, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { browserName } from '../../plain/browser-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { usersWords } from './users.words.ts';

const words = usersWords.signIn;

/** The second factor and the sessions of somebody. */
export function UserSignIn({ user }: { user: UserDetails }) {
  const params = { userId: user.id };
  const sessions = useRoute(sessionApi.listOf, { params });
  const { succeeded, failed } = useOutcome();
  const endAll = useCommand(sessionApi.endAllOf, {
    onSuccess: ({ ended }) => succeeded(words.endedAll(ended)),
    onError: failed,
  });
  const items = sessions.data?.items ?? [];
  return (
    <AdminSection
      title={words.title}
      lead={user.twoFactor ? words.twoFactorOn : words.twoFactorOff}
      action={
        <div className="user-actions">
          {user.twoFactor && <ResetTwoFactor user={user} />}
          {items.length > 1 && (
            <Button isPending={endAll.isPending} onPress={() => endAll.mutate({ params })}>
              {words.endAll}
            </Button>
          )}
        </div>
      }
    >
      {sessions.isPending && <Skeleton rows={2} />}
      {sessions.isError && (
        <ErrorState
          what={problemText(sessions.error)}
          onRetry={() => void sessions.refetch()}
          isRetrying={sessions.isFetching}
        />
      )}
      {sessions.data && items.length === 0 && <p className="user-none">{words.none}</p>}
      {items.length > 0 && (
        <ul className="user-sessions" aria-label={words.sessions}>
          {items.map((session) => (
            <SessionRow key={session.id} session={session} userId={user.id} />
          ))}
        </ul>
      )}
    </AdminSection>
  );
}

function SessionRow({ session, userId }: { session: SessionSummary; userId: number }) {
  const { succeeded, failed } = useOutcome();
  const browser = browserName(session.userAgent);
  const end = useCommand(sessionApi.endOneOf, { onSuccess: () => succeeded(words.ended), onError: failed });
  return (
    <li>
      <span className="user-who">
        <span>
          {browser} {session.current && <Badge tone="positive">{words.thisOne}</Badge>}
        </span>
        <span className="user-email bu-truncate">
          {session.network} · {words.lastUsed} <RelativeTime at={session.lastSeenAt} show="ago" />
        </span>
      </span>
      {!session.current && (
        <Button
          size="small"
          aria-label={words.endNamed(browser, session.network)}
          isPending={end.isPending}
          onPress={() => end.mutate({ params: { userId, sessionId: session.id } })}
        >
          {words.end}
        </Button>
      )}
    </li>
  );
}

function ResetTwoFactor({ user }: { user: UserDetails }) {
  const [isAsking, setAsking] = useState(false);
  const { succeeded, failed } = useOutcome();
  const reset = useCommand(twoFactorApi.reset, {
    onSuccess: () => succeeded(words.reset(user.name)),
    onError: failed,
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words.resetTwoFactor}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => reset.mutate({ params: { userId: user.id } })}
        title={words.resetTitle(user.name)}
        losses={words.resetLosses}
        confirmLabel={words.resetTwoFactor}
        isPending={reset.isPending}
      />
    </>
  );
}

/** Says what became of it, and reads the sign-in of the user again either way. */
function useOutcome() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const look = () => {
    void queries.invalidateQueries({ queryKey: keyOf(sessionApi.listOf) });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.read) });
  };
  return {
    succeeded: (text: string) => {
      toasts.show({ text, tone: 'positive' });
      look();
    },
    failed: (error: Error) => {
      toasts.show({ text: problemText(error), tone: 'danger' });
      look();
    },
  };
}
