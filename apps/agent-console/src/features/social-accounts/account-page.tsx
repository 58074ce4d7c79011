import { socialAccountsApi } from '@bureau/contracts';
import type { SocialAccount } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, Button, ErrorState, Menu, IconButton, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { AccountForm } from './account-form.tsx';
import { AccountHealth } from './account-health.tsx';
import { accountName } from './account-state.tsx';
import { DisconnectAccount } from './disconnect-account.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { accountWords as words } from './social-accounts.words.ts';
import { useAccountCommands } from './use-account-commands.ts';

const back = { label: words.title, href: '/admin/social-accounts' };

interface AccountPageProps {
  accountId: number;
  query: AdminPageProps['query'];
}

/** One account: how it is, what it brings, and the ways to renew or to end it. */
export function AccountPage({ accountId, query }: AccountPageProps) {
  const params = { socialAccountId: accountId };
  const account = useRoute(socialAccountsApi.get, { params }, { refetchInterval: 5_000 });
  if (account.data) return <Known account={account.data} query={query} />;
  return (
    <AdminPage title={words.one} back={back}>
      {account.isPending && <Skeleton rows={6} />}
      {account.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(account.error)}
          onRetry={() => void account.refetch()}
          isRetrying={account.isFetching}
        />
      )}
    </AdminPage>
  );
}

function Known({ account, query }: { account: SocialAccount; query: AdminPageProps['query'] }) {
  const [isLeaving, setLeaving] = useState(false);
  return (
    <AdminPage
      title={accountName(account)}
      lead={words.lead[account.network](account.brand.name)}
      back={back}
      action={<Deeds account={account} onDisconnect={() => setLeaving(true)} />}
    >
      <OutcomeBanner query={query} />
      <HowItIs account={account} />
      <AccountForm account={account} />
      <AccountHealth account={account} />
      {isLeaving && <DisconnectAccount account={account} onClose={() => setLeaving(false)} />}
    </AdminPage>
  );
}

/** The likely deed as a button, the others behind the dots. */
function Deeds({ account, onDisconnect }: { account: SocialAccount; onDisconnect: () => void }) {
  const deeds = useAccountCommands(account);
  const { state } = account;
  const isOff = state === 'disconnected' || state === 'reconnect';
  const others = [
    { id: 'check', icon: 'refresh' as const, label: words.check, isDisabled: isOff, onAction: deeds.check },
    { id: 'reconnect', icon: 'external' as const, label: words.reconnect, onAction: deeds.reconnect },
    {
      id: 'disconnect',
      icon: 'trash' as const,
      label: words.disconnect.begin,
      isDanger: true,
      isDisabled: state === 'disconnected',
      onAction: onDisconnect,
    },
  ];
  return (
    <>
      {isOff ? (
        <Button variant="primary" icon="external" onPress={deeds.reconnect} isPending={deeds.isPending}>
          {words.reconnect}
        </Button>
      ) : (
        <Button
          icon={state === 'paused' ? 'play' : 'pause'}
          onPress={state === 'paused' ? deeds.resume : deeds.pause}
          isPending={deeds.isPending}
        >
          {state === 'paused' ? words.resume : words.pause}
        </Button>
      )}
      <Menu
        label={words.more}
        placement="bottom end"
        trigger={<IconButton icon="more" label={words.more} />}
        groups={[{ id: 'deeds', actions: isOff ? others.filter(({ id }) => id !== 'reconnect') : others }]}
      />
    </>
  );
}

/** What somebody who opens the page must know before anything else. */
function HowItIs({ account }: { account: SocialAccount }) {
  const { state, stateReason, missingScopes } = account;
  const why = sentenceInWords(stateReason);
  return (
    <div className="account-news">
      {state === 'trouble' && <Banner tone="caution">{words.trouble(why)}</Banner>}
      {state === 'reconnect' && <Banner tone="danger">{why}</Banner>}
      {state === 'paused' && <Banner tone="caution">{words.isPaused}</Banner>}
      {state === 'disconnected' && <Banner>{words.isDisconnected}</Banner>}
      {missingScopes.length > 0 && <Banner tone="caution">{words.lacksLong(formatList(missingScopes))}</Banner>}
    </div>
  );
}
