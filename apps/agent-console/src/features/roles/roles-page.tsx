import './roles.css';
import { rolesApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { RoleMatrix } from './role-matrix.tsx';
import { RolePage } from './role-page.tsx';
import { rolesWords as words } from './roles.words.ts';

/** What each role may do, all in one table; or one role on a page of its own. */
export function RolesPage(props: AdminPageProps) {
  const { item, go } = props;
  const session = useSession();
  const roles = useRoute(rolesApi.list, {});
  if (item !== null) return <RolePage {...props} item={item} roles={roles} />;
  const isManager = can(session, rolesApi.change);
  return (
    <AdminPage
      title={words.title}
      lead={isManager ? words.lead : words.readOnly}
      isWide
      action={
        isManager && (
          <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
            {words.add}
          </Button>
        )
      }
    >
      {roles.isPending && <Skeleton rows={10} shape="compact" />}
      {roles.isError && !roles.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void roles.refetch()}
          isRetrying={roles.isFetching}
        />
      )}
      {roles.data?.items.length === 0 && <EmptyState icon="shield-check">{words.empty}</EmptyState>}
      {roles.data && roles.data.items.length > 0 && (
        <RoleMatrix
          roles={roles.data.items.map(inWords)}
          isManager={isManager}
          onOpen={({ id }) => go({ item: String(id) })}
        />
      )}
    </AdminPage>
  );
}

/** A role that every desk begins with goes by its name in the reader's language. */
function inWords(role: Role): Role {
  return { ...role, name: seededName('roles', role.name, role.key) };
}
