import { usersApi } from '@bureau/contracts';
import type { BrandDetails } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Icon, Link } from '@bureau/ui';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { brandWords as words } from './brands.words.ts';

/** The people and groups who serve a brand; that is said where they are kept. */
export function WhoServes({ brand: { userIds, groupIds } }: { brand: BrandDetails }) {
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const nameOf = (items: readonly { id: number; name: string }[] | undefined, id: number) =>
    items?.find((item) => item.id === id)?.name ?? `#${id}`;
  const isNobody = userIds.length + groupIds.length === 0;
  return (
    <AdminSection title={words.served} lead={words.servedLead}>
      {isNobody ? (
        <p className="brand-quiet">{words.servedByAllLong}</p>
      ) : (
        <ul className="brand-list">
          {groupIds.map((id) => (
            <li key={`group ${id}`}>
              <Icon name="group" label={words.group} />
              <Link href={`/admin/groups/${id}`}>{nameOf(groups.data?.items, id)}</Link>
            </li>
          ))}
          {userIds.map((id) => (
            <li key={`user ${id}`}>
              <Icon name="user" label={words.user} />
              <Link href={`/admin/users/${id}`}>{nameOf(users.data?.items, id)}</Link>
            </li>
          ))}
        </ul>
      )}
    </AdminSection>
  );
}
