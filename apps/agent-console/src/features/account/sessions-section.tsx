import { sessionApi } from '@bureau/contracts';
import type { SessionSummary } from '@bureau/contracts';
import { ApiProblem, keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ConfirmDialog, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { browserName } from '../../plain/browser-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { sessionsWords as words } from './sessions.words.ts';

/** The browsers that one is signed in with; any but this one can be shown the door. */
export function SessionsSection() {
  const sessions = useRoute(sessionApi.list, {});
  const others = sessions.data?.items.filter(({ current }) => !current) ?? [];
  return (
    <section className="account-sessions">
      <h2>{words.title}</h2>
      {sessions.isPending && <Skeleton rows={2} />}
      {sessions.isError && !sessions.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void sessions.refetch()}
          isRetrying={sessions.isFetching}
        />
      )}
      {sessions.data && (
        <ul aria-label={words.list}>
          {sessions.data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      {sessions.data && others.length === 0 && <p>{words.alone}</p>}
      {others.length > 0 && <EndOthers count={others.length} />}
    </section>
  );
}

function SessionRow({ session }: { session: SessionSummary }) {
  const { succeeded, failed } = useOutcome();
  const end = useCommand(sessionApi.end, { onSuccess: () => succeeded(words.ended), onError: failed });
  const name = browserName(session.userAgent);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {session.current && <Badge tone="positive">{words.thisOne}</Badge>}
        <p>
          {session.network} · {words.lastUsed} <RelativeTime at={session.lastSeenAt} show="ago" />
        </p>
      </div>
      {!session.current && (
        <Button
          size="small"
          aria-label={words.endNamed(name, session.network)}
          isPending={end.isPending}
          onPress={() => end.mutate({ params: { sessionId: session.id } })}
        >
          {words.end}
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count }: { count: number }) {
  const [isAsking, setIsAsking] = useState(false);
  const { succeeded, failed } = useOutcome();
  const end = useCommand(sessionApi.endOthers, {
    onSuccess: ({ ended }) => succeeded(words.endedOthers(ended)),
    onError: failed,
    onSettled: () => setIsAsking(false),
  });
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{words.endOthers}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => end.mutate({})}
        title={words.confirm.title}
        losses={[words.confirm.loss(count)]}
        confirmLabel={words.confirm.button}
        isPending={end.isPending}
      />
    </>
  );
}

/** Says what became of it, and reads the list again either way: another window may have been quicker. */
function useOutcome() {
  const toasts = useToasts();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries({ queryKey: keyOf(sessionApi.list) });
  return {
    succeeded: (text: string) => {
      toasts.show({ text });
      readAgain();
    },
    failed: (error: Error) => {
      const detail = error instanceof ApiProblem ? problemText(error) : words.unreachable;
      toasts.show({ text: words.notEnded, detail, tone: 'danger' });
      readAgain();
    },
  };
}
