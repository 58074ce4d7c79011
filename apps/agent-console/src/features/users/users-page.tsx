import './users.css';
import { UserState, usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, RelativeTime, SearchField, Select, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { stateTones } from './state-tones.ts';
import { UserPage } from './user-page.tsx';
import { usersWords as words } from './users.words.ts';

const states = [
  { id: 'present' as const, label: words.states.present },
  ...UserState.options.map((id) => ({ id, label: words.states[id] })),
  { id: 'all' as const, label: words.states.all },
];
type Shown = (typeof states)[number]['id'];

/** The people who work here; or one of them. */
export function UsersPage(props: AdminPageProps) {
  if (props.item !== null && props.item !== 'invite') return <UserPage key={props.item} {...props} item={props.item} />;
  return <UserList {...props} />;
}

function UserList({ item, query, go }: AdminPageProps) {
  const session = useSession();
  const [search, setSearch] = useState('');
  const shown: Shown = states.find(({ id }) => id === query['state'])?.id ?? 'present';
  const users = useRoute(usersApi.list, { query: shown === 'present' ? {} : { state: shown } }, { keepPrevious: true });
  const found = (users.data?.items ?? []).filter((user) => fits(user, search));
  const isManager = can(session, usersApi.invite);
  const invite = isManager && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'invite' })}>
      {words.invite}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={invite} isWide>
      <div className="users-tools">
        <SearchField label={words.search} value={search} onChange={setSearch} />
        <Select
          aria-label={words.state}
          choices={states}
          value={shown}
          onChange={(state) => go({ query: state === 'present' ? {} : { state }, replace: true })}
        />
      </div>
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={useColumns()}
        rows={found}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {users.isPending && <Skeleton rows={6} />}
        {users.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void users.refetch()}
            isRetrying={users.isFetching}
          />
        )}
        {users.data && <EmptyState icon="user">{search.trim() ? words.noMatch(search) : words.empty}</EmptyState>}
      </DataTable>
      {item === 'invite' && isManager && <InviteDialog onClose={() => go({})} />}
    </AdminPage>
  );
}

function useColumns(): Column<UserDetails>[] {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  return [
    {
      id: 'name',
      header: words.name,
      cell: ({ name, email }) => (
        <span className="user-who">
          <span className="bu-truncate">{name}</span>
          <span className="user-email bu-truncate">{email}</span>
        </span>
      ),
    },
    { id: 'role', header: words.role, cell: ({ role }) => seededName('roles', role.name) },
    {
      id: 'groups',
      header: words.groups,
      isExtra: true,
      cell: ({ groupIds }) => formatList(groups.filter(({ id }) => groupIds.includes(id)).map(({ name }) => name)),
    },
    {
      id: 'state',
      header: words.state,
      cell: ({ state }) => <Badge tone={stateTones[state]}>{words.states[state]}</Badge>,
    },
    {
      id: 'two-factor',
      header: words.twoFactor,
      isExtra: true,
      cell: ({ twoFactor }) => (twoFactor === null ? '' : twoFactor ? words.yes : words.no),
    },
    {
      id: 'last',
      header: words.lastSignIn,
      isExtra: true,
      align: 'end',
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? words.never : <RelativeTime at={lastSignInAt} />),
    },
  ];
}

function fits({ name, email, role }: UserDetails, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return [name, email, seededName('roles', role.name)].some((text) => text.toLocaleLowerCase().includes(wanted));
}
