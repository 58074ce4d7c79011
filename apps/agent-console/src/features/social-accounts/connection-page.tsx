import { socialAccountsApi } from '@bureau/contracts';
import type { AccountCandidate, SocialConnection } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, Checkbox, ErrorState, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { accountName } from './account-state.tsx';
import { RefusedSignIn } from './refused-sign-in.tsx';
import { accountWords as words } from './social-accounts.words.ts';

const back = { label: words.title, href: '/admin/social-accounts' };

interface ConnectionPageProps {
  connectionId: number;
  go: AdminPageProps['go'];
}

/** What a sign-in at a network brought: which of the accounts are to be connected. */
export function ConnectionPage({ connectionId, go }: ConnectionPageProps) {
  const connection = useRoute(socialAccountsApi.connection, { params: { connectionId } });
  return (
    <AdminPage
      title={connection.data && !isOpen(connection.data) ? words.nothingTitle : words.chooseTitle}
      back={back}
      lead={connection.data && isOpen(connection.data) ? words.chooseLead(connection.data.brand.name) : undefined}
    >
      {connection.isPending && <Skeleton rows={4} />}
      {connection.isError && (
        <ErrorState
          what={words.connectionFailed}
          safe={words.safe}
          advice={problemText(connection.error)}
          onRetry={() => void connection.refetch()}
          isRetrying={connection.isFetching}
        />
      )}
      {connection.data && <Outcome connection={connection.data} go={go} />}
    </AdminPage>
  );
}

function isOpen({ state }: SocialConnection): boolean {
  return state === 'ready' || state === 'waiting';
}

function Outcome({ connection, go }: { connection: SocialConnection; go: AdminPageProps['go'] }) {
  const { state } = connection;
  if (state === 'ready') return <Candidates connection={connection} go={go} />;
  if (state === 'waiting') return <Banner>{words.stillAway}</Banner>;
  return <RefusedSignIn connection={connection} />;
}

/** One tick each; a single one is ticked already. */
function Candidates({ connection, go }: { connection: SocialConnection; go: AdminPageProps['go'] }) {
  const { candidates, network } = connection;
  const [ticked, setTicked] = useState<readonly string[]>(candidates.length === 1 ? idsOf(candidates) : []);
  const choose = useChoose(connection, go);
  const tick = (externalId: string, on: boolean) =>
    setTicked(on ? [...ticked, externalId] : ticked.filter((id) => id !== externalId));
  return (
    <form
      className="account-candidates"
      onSubmit={(event) => {
        event.preventDefault();
        choose.run(ticked);
      }}
    >
      {candidates.map((candidate) => (
        <Checkbox
          key={candidate.externalId}
          isSelected={ticked.includes(candidate.externalId)}
          onChange={(on) => tick(candidate.externalId, on)}
          help={aboutCandidate(candidate, connection)}
        >
          {accountName({ ...candidate, network })}
        </Checkbox>
      ))}
      <p>
        <Button type="submit" variant="primary" isDisabled={ticked.length === 0} isPending={choose.isPending}>
          {words.connectThese(ticked.length)}
        </Button>
      </p>
    </form>
  );
}

function useChoose(connection: SocialConnection, go: AdminPageProps['go']) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const choose = useCommand(socialAccountsApi.choose, {
    onSuccess: async ({ items }) => {
      await queries.invalidateQueries({ queryKey: keyOf(socialAccountsApi.list) });
      toasts.show({ text: words.connected(formatList(items.map(accountName))) });
      const [only, ...more] = items;
      go({ item: only && more.length === 0 ? String(only.id) : undefined, replace: true });
    },
    onError: (error) => toasts.show({ tone: 'danger', text: words.notConnected, detail: problemText(error) }),
  });
  const run = (externalIds: readonly string[]) =>
    choose.mutate({ params: { connectionId: connection.id }, body: { externalIds: [...externalIds] } });
  return { run, isPending: choose.isPending };
}

function idsOf(candidates: readonly AccountCandidate[]): string[] {
  return candidates.map(({ externalId }) => externalId);
}

/** What whoever ticks it should know: it is here already, or lacks what it needs. */
function aboutCandidate(candidate: AccountCandidate, { network, brand }: SocialConnection): string {
  const { account, missingScopes, name } = candidate;
  const known = account && (account.brand.id === brand.id ? words.isHere : words.isOf(account.brand.name));
  const lacks = missingScopes.length > 0 && words.lacks(formatList(missingScopes));
  return [name === accountName({ ...candidate, network }) ? '' : name, known, lacks].filter(Boolean).join(' · ');
}
