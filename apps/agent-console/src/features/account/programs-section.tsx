import { authorizationsApi } from '@bureau/contracts';
import type { OwnAccessToken } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ConfirmDialog, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { permissionWord } from '../../pieces/permissions/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { programsWords as words } from './programs.words.ts';

/** The access tokens that act for somebody, whoever made them; any can be ended. */
export function ProgramsSection() {
  const tokens = useRoute(authorizationsApi.mine, {});
  const [ending, setEnding] = useState<OwnAccessToken | null>(null);
  return (
    <section className="account-sessions">
      <h2>{words.title}</h2>
      {tokens.isPending && <Skeleton rows={1} />}
      {tokens.isError && !tokens.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void tokens.refetch()}
          isRetrying={tokens.isFetching}
        />
      )}
      {tokens.data?.items.length === 0 && <p>{words.none}</p>}
      {tokens.data && tokens.data.items.length > 0 && (
        <>
          <p>{words.lead}</p>
          <ul aria-label={words.list}>
            {tokens.data.items.map((token) => (
              <ProgramRow key={token.id} token={token} onEnd={() => setEnding(token)} />
            ))}
          </ul>
        </>
      )}
      {ending && <EndAccess token={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function ProgramRow({ token, onEnd }: { token: OwnAccessToken; onEnd: () => void }) {
  const { application, name, scopes, lastUsedAt, expired } = token;
  return (
    <li>
      <div>
        <strong>{application.name}</strong>
        {expired && <Badge tone="caution">{words.expired}</Badge>}
        <p>
          {name !== '' && `${name} · `}
          <span title={formatList(scopes.map((scope) => permissionWord(scope).name))}>{words.may(scopes.length)}</span>
          {' · '}
          {lastUsedAt === null ? (
            words.never
          ) : (
            <>
              {words.lastUsed} <RelativeTime at={lastUsedAt} show="ago" />
            </>
          )}
        </p>
      </div>
      <Button size="small" aria-label={words.endNamed(application.name)} onPress={onEnd}>
        {words.end}
      </Button>
    </li>
  );
}

function EndAccess({ token, onClose }: { token: OwnAccessToken; onClose: () => void }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const end = useCommand(authorizationsApi.endMine, {
    onSuccess: () => void toasts.show({ text: words.ended, tone: 'positive' }),
    onError: (error) => void toasts.show({ text: problemText(error), tone: 'danger' }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keyOf(authorizationsApi.mine) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => end.mutate({ params: { tokenId: token.id } })}
      title={words.confirm(token.application.name)}
      losses={[words.loss]}
      confirmLabel={words.end}
      isPending={end.isPending}
    />
  );
}
