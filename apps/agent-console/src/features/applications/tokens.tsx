import { applicationsApi } from '@bureau/contracts';
import type { AccessToken, AccessTokenSecret, Application } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, RelativeTime, Skeleton, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatList } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { permissionWord } from '../../pieces/permissions/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { Copyable } from '../../pieces/copyable/index.ts';
import { MakeToken } from './make-token.tsx';
import { SecretDialog } from './secrets.tsx';
import { applicationsWords } from './applications.words.ts';

const words = applicationsWords.tokens;

/** The tokens of a program: what each may do, until when, and when it last did. */
export function Tokens({ application }: { application: Application }) {
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<AccessTokenSecret | null>(null);
  const [revoking, setRevoking] = useState<AccessToken | null>(null);
  const params = { applicationId: application.id };
  const tokens = useRoute(applicationsApi.tokens, { params });
  return (
    <AdminSection
      title={words.title}
      lead={words.lead}
      action={
        <Button icon="plus" onPress={() => setMaking(true)}>
          {words.add}
        </Button>
      }
    >
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={columnsWith(setRevoking)}
        rows={tokens.data?.items ?? []}
        rowId={({ id }) => String(id)}
      >
        {tokens.isPending && <Skeleton rows={2} />}
        {tokens.isError && (
          <ErrorState what={words.failed} onRetry={() => void tokens.refetch()} isRetrying={tokens.isFetching} />
        )}
        {tokens.data && <EmptyState icon="code">{words.empty}</EmptyState>}
      </DataTable>
      {isMaking && <MakeToken application={application} onClose={() => setMaking(false)} onMade={setMade} />}
      {made && (
        <SecretDialog
          title={words.madeTitle}
          secrets={[
            { label: words.bearer, value: made.bearerToken },
            { label: words.token, value: made.accessToken.token },
            { label: words.tokenSecret, value: made.tokenSecret },
          ]}
          onClose={() => setMade(null)}
        >
          <Copyable label={words.sample} value={sampleOf(made.bearerToken)} />
        </SecretDialog>
      )}
      {revoking && <Revoke application={application} token={revoking} onClose={() => setRevoking(null)} />}
    </AdminSection>
  );
}

/** A first request, to paste into a terminal. */
function sampleOf(bearerToken: string): string {
  return `curl -H 'Authorization: Bearer ${bearerToken}' ${location.origin}/api/v3/session`;
}

function columnsWith(onRevoke: (token: AccessToken) => void): Column<AccessToken>[] {
  const nameOf = ({ name, token }: AccessToken) => name || token.slice(0, 8);
  return [
    {
      id: 'name',
      header: applicationsWords.name,
      cell: (token) => (
        <span className="token-name">
          {nameOf(token)} {token.expired && <Badge tone="caution">{words.expired}</Badge>}
        </span>
      ),
    },
    { id: 'user', header: words.actsFor, cell: ({ user }) => user.name },
    { id: 'scopes', header: words.may, isExtra: true, cell: ({ scopes }) => someOf(scopes) },
    {
      id: 'until',
      header: words.until,
      isExtra: true,
      cell: ({ expiresAt }) => (expiresAt === null ? words.forever : formatDate(expiresAt, { dateStyle: 'medium' })),
    },
    {
      id: 'used',
      header: applicationsWords.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? applicationsWords.never : <RelativeTime at={lastUsedAt} />),
    },
    {
      id: 'revoke',
      header: '',
      align: 'end',
      cell: (token) => (
        <Button size="small" aria-label={words.revokeNamed(nameOf(token))} onPress={() => onRevoke(token)}>
          {words.revoke}
        </Button>
      ),
    },
  ];
}

function someOf(scopes: readonly string[]) {
  const names = scopes.map((scope) => permissionWord(scope).name);
  const shown = names.length > 3 ? [...names.slice(0, 2), words.more(names.length - 2)] : names;
  return <span title={formatList(names)}>{formatList(shown)}</span>;
}

function Revoke({
  application,
  token,
  onClose,
}: {
  application: Application;
  token: AccessToken;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const revoke = useCommand(applicationsApi.revokeToken, {
    onSuccess: () => {
      toasts.show({ text: words.revoked, tone: 'positive' });
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.tokens) });
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.list) });
      // It counts its tokens: whoever deletes it is told how many stop working.
      void queries.invalidateQueries({ queryKey: keyOf(applicationsApi.get) });
    },
    onError: (error) => void toasts.show({ text: problemText(error), tone: 'danger' }),
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => revoke.mutate({ params: { applicationId: application.id, tokenId: token.id } })}
      title={words.revokeTitle}
      losses={[words.revokeLoss]}
      confirmLabel={words.revoke}
      isPending={revoke.isPending}
    />
  );
}
