import { socialAccountsApi } from '@bureau/contracts';
import type { SocialAccount } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Banner, EmptyState, ErrorState, Icon, RelativeTime, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import type { ReactNode } from 'react';
import { formatList } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { accountName, AccountStateMark } from './account-state.tsx';
import { ConnectMenu } from './connect-menu.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { SetUpAddresses } from './set-up-addresses.tsx';
import { accountWords as words } from './social-accounts.words.ts';

/** The accounts and how they are, all brands together. */
export function AccountTable({ query, go }: Pick<AdminPageProps, 'query' | 'go'>) {
  const session = useSession();
  const accounts = useRoute(socialAccountsApi.list, {}, { refetchInterval: 10_000 });
  const networks = useRoute(socialAccountsApi.networks, {});
  const isManager = can(session, socialAccountsApi.connect);
  const setups = networks.data?.items ?? [];
  const connect = isManager && setups.some(({ configured }) => configured) && <ConnectMenu setups={setups} />;
  return (
    <AdminPage title={words.title} lead={words.about} action={connect} isWide>
      <OutcomeBanner query={query} />
      {isManager && setups.length > 0 && setups.every(({ configured }) => !configured) && (
        <Banner tone="caution">{words.noKeys}</Banner>
      )}
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={accounts.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={isManager ? ({ id }) => go({ item: String(id) }) : undefined}
      >
        <NoAccounts accounts={accounts} action={connect} />
      </DataTable>
      {isManager && setups.length > 0 && <SetUpAddresses setups={setups} />}
    </AdminPage>
  );
}

const columns: Column<SocialAccount>[] = [
  {
    id: 'account',
    header: words.account,
    width: '26%',
    cell: (account) => (
      <>
        <strong className="account-name">
          <Icon name={account.network} size={14} label={words.networks[account.network]} />
          {accountName(account)} {account.isDefault && <Badge>{words.default}</Badge>}
        </strong>
        {account.network === 'x' && <span className="account-quiet">{account.name}</span>}
      </>
    ),
  },
  { id: 'state', header: words.state, width: '22%', cell: (account) => <AccountStateMark account={account} /> },
  { id: 'what', header: words.what, isExtra: true, cell: whatItBrings },
  { id: 'brand', header: words.brand, width: '14%', isExtra: true, cell: ({ brand }) => brand.name },
  {
    id: 'last',
    header: words.lastEvent,
    width: '96px',
    isExtra: true,
    align: 'end',
    cell: ({ lastEventAt }) => (lastEventAt === null ? words.never : <RelativeTime at={lastEventAt} />),
  },
];

/** What of an account becomes cases, in one line of words. */
function whatItBrings({ imports, group }: SocialAccount): string {
  const chosen = Object.entries(imports).flatMap(([name, value]) =>
    value === true || (Array.isArray(value) && value.length > 0) ? (words.brings[name] ?? []) : [],
  );
  const what = chosen.length === 0 ? words.bringsNothing : formatList(chosen);
  return group === null ? what : `${what} · ${words.toGroup(group.name)}`;
}

interface NoAccountsProps {
  accounts: ReturnType<typeof useRoute<typeof socialAccountsApi.list>>;
  action: ReactNode;
}

function NoAccounts({ accounts, action }: NoAccountsProps) {
  if (accounts.isPending) return <Skeleton rows={4} />;
  if (accounts.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(accounts.error)}
        onRetry={() => void accounts.refetch()}
        isRetrying={accounts.isFetching}
      />
    );
  }
  return (
    <EmptyState icon="chat" action={action}>
      {words.empty}
    </EmptyState>
  );
}
