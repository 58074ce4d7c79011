import { groupsApi, usersApi } from '@bureau/contracts';
import type { Group } from '@bureau/contracts';
import { can, isProblem, useRoute, useSession, useVersioned } from '@bureau/client';
import { Banner, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { DeleteGroup } from './delete-group.tsx';
import { GroupForm } from './group-form.tsx';
import { groupsWords as words } from './groups.words.ts';

const up = { label: words.title, href: '/admin/groups' };

/** A group: who is in it, which brands it serves, and what belongs to it. */
export function GroupPage({ item, go }: AdminPageProps & { item: string }) {
  const session = useSession();
  const isNew = item === 'new';
  const group = useVersioned(groupsApi.read, { params: { groupId: Number(item) } }, { enabled: !isNew });
  const isManager = can(session, groupsApi.change);
  if (isNew) {
    return (
      <AdminPage title={words.addTitle} lead={words.addLead} back={up}>
        <GroupForm group={null} go={go} />
      </AdminPage>
    );
  }
  const found = group.data?.value;
  const isGoing = found?.successorId !== undefined;
  return (
    <AdminPage
      title={found?.name ?? words.group}
      back={up}
      action={found && isManager && !isGoing && <DeleteGroup group={found} onDeleted={() => go({})} />}
    >
      {group.isPending && <Skeleton rows={6} />}
      {group.isError &&
        !found &&
        (isProblem(group.error, 'group.not-found') ? (
          <EmptyState icon="group" action={<Link href={up.href}>{words.title}</Link>}>
            {words.gone}
          </EmptyState>
        ) : (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void group.refetch()}
            isRetrying={group.isFetching}
          />
        ))}
      {found && isGoing && <Going group={found} />}
      {found && (
        <GroupForm
          group={found}
          version={group.data?.version}
          isReadOnly={!isManager || isGoing}
          onShowTheirs={() => void group.refetch()}
          go={go}
        />
      )}
      {found && isManager && <Belongings groupId={found.id} />}
    </AdminPage>
  );
}

function Going({ group }: { group: Group }) {
  const groups = useRoute(usersApi.groups, {});
  const successor = groups.data?.items.find(({ id }) => id === group.successorId);
  return <Banner tone="caution">{words.going(successor?.name ?? '…')}</Banner>;
}

function Belongings({ groupId }: { groupId: number }) {
  return (
    <AdminSection title={words.belongings}>
      <WhatLinksHere links={useLinks('group', groupId)} nothing={words.nothing} />
    </AdminSection>
  );
}
