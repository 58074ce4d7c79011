import { rolesApi, usersApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { can, useRoute, useSession, useVersioned } from '@bureau/client';
import { Button, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { DeleteRole } from './delete-role.tsx';
import { RoleForm } from './role-form.tsx';
import { sightOf } from './role-sight.ts';
import { rolesWords as words } from './roles.words.ts';

interface RolePageProps extends AdminPageProps {
  item: string;
  roles: ReturnType<typeof useRoute<typeof rolesApi.list>>;
}

const up = { label: words.title, href: '/admin/roles' };

/** A role on a page of its own: what it is called, what it sees and may do, and who has it. */
export function RolePage({ item, query, go, roles }: RolePageProps) {
  const session = useSession();
  const isNew = item === 'new';
  const role = useVersioned(rolesApi.read, { params: { roleId: Number(item) } }, { enabled: !isNew });
  const isManager = can(session, rolesApi.change);
  if (isNew) {
    const model = roles.data?.items.find(({ id }) => String(id) === query['from']);
    return (
      <AdminPage
        title={model ? words.copyTitle(seededName('roles', model.name, model.key)) : words.addTitle}
        lead={words.addLead}
        back={up}
      >
        {roles.isPending ? <Skeleton rows={8} /> : <RoleForm key={query['from']} role={null} model={model} go={go} />}
      </AdminPage>
    );
  }
  const found = role.data?.value;
  const action = found && isManager && (
    <div className="role-actions">
      <Button onPress={() => go({ item: 'new', query: { from: item } })}>{words.copy}</Button>
      {found.key === null && <DeleteRole role={found} onDeleted={() => go({})} />}
    </div>
  );
  return (
    <AdminPage
      title={found ? seededName('roles', found.name, found.key) : words.role}
      lead={found && sightOf(found)}
      back={up}
      action={action}
    >
      {role.isPending && <Skeleton rows={8} />}
      {role.isError && !found && <NotThere role={role} />}
      {found && (
        <RoleForm
          key={found.id}
          role={found}
          version={role.data?.version}
          isReadOnly={!isManager}
          onShowTheirs={() => void role.refetch()}
          go={go}
        />
      )}
      {found && <WhoHasIt role={found} />}
    </AdminPage>
  );
}

function NotThere({ role }: { role: ReturnType<typeof useVersioned<typeof rolesApi.read>> }) {
  const isGone = role.error !== null && 'status' in role.error && role.error.status === 404;
  if (isGone) {
    return (
      <EmptyState icon="shield-question" action={<Link href={up.href}>{words.title}</Link>}>
        {words.gone}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      what={words.failed}
      safe={words.safe}
      onRetry={() => void role.refetch()}
      isRetrying={role.isFetching}
    />
  );
}

function WhoHasIt({ role }: { role: Role }) {
  const users = useRoute(usersApi.list, { query: { state: 'all' } });
  const theirs = users.data?.items.filter((user) => user.role.id === role.id) ?? [];
  return (
    <AdminSection title={words.whoHasIt} lead={users.data && theirs.length === 0 ? words.nobody : undefined}>
      {users.isPending && <Skeleton rows={2} shape="text" />}
      {theirs.length > 0 && (
        <ul className="role-people">
          {theirs.map(({ id, name, state }) => (
            <li key={id}>
              <Link href={`/admin/users/${id}`}>{name}</Link>
              {state === 'disabled' && <span>{words.disabled}</span>}
            </li>
          ))}
        </ul>
      )}
    </AdminSection>
  );
}
