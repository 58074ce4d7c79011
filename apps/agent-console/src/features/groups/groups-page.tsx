import './groups.css';
import { groupsApi, usersApi } from '@bureau/contracts';
import type { Group } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, SearchField, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { GroupPage } from './group-page.tsx';
import { groupsWords as words } from './groups.words.ts';
import { useNames } from './use-names.ts';

/** How often the list looks whether a group has handed over its last case. */
const LOOK_AGAIN_MS = 2000;

/** The teams; or one of them. */
export function GroupsPage(props: AdminPageProps) {
  if (props.item !== null) return <GroupPage key={props.item} {...props} item={props.item} />;
  return <GroupList go={props.go} />;
}

function GroupList({ go }: Pick<AdminPageProps, 'go'>) {
  const session = useSession();
  const [search, setSearch] = useState('');
  const [isMoving, setMoving] = useState(false);
  const groups = useRoute(usersApi.groups, {}, { refetchInterval: isMoving ? LOOK_AGAIN_MS : undefined });
  const all = groups.data?.items ?? [];
  const moves = all.some(({ successorId }) => successorId !== undefined);
  if (moves !== isMoving) setMoving(moves);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const isManager = can(session, groupsApi.create);
  const add = isManager && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add}>
      {all.length > 8 && <SearchField label={words.search} value={search} onChange={setSearch} />}
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={useColumns(all)}
        rows={shown}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {groups.isPending && <Skeleton rows={4} />}
        {groups.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void groups.refetch()}
            isRetrying={groups.isFetching}
          />
        )}
        {groups.data && <EmptyState icon="group">{wanted ? words.noMatch(search) : words.empty}</EmptyState>}
      </DataTable>
    </AdminPage>
  );
}

function useColumns(all: readonly Group[]): Column<Group>[] {
  const { userName, brandName } = useNames();
  const groupName = (id: number) => all.find((group) => group.id === id)?.name ?? '';
  return [
    {
      id: 'name',
      header: words.name,
      cell: ({ name, successorId }) => (
        <span className="group-name">
          {name}
          {successorId !== undefined && <Badge tone="caution">{words.handsOver(groupName(successorId))}</Badge>}
        </span>
      ),
    },
    { id: 'members', header: words.members, cell: ({ userIds }) => someOf(userIds.map(userName), words.noMembers) },
    { id: 'brands', header: words.brands, cell: ({ brandIds }) => someOf(brandIds.map(brandName), words.noBrands) },
  ];
}

/** Three names and how many more. */
function someOf(names: readonly string[], none: string) {
  if (names.length === 0) return <span className="group-none">{none}</span>;
  const rest = names.length - 3;
  return formatList(rest > 0 ? [...names.slice(0, 3), words.more(rest)] : names);
}
