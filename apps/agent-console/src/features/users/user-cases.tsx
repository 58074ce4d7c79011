import type { UserDetails } from '@bureau/contracts';
import { ErrorState, Link, Skeleton } from '@bureau/ui';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { HandOverCases } from './hand-over-cases.tsx';
import { useOpenCasesOf } from './open-cases-of.ts';
import { usersWords as words } from './users.words.ts';

/** The open cases of somebody, and a way to give them to somebody else. */
export function UserCases({ user }: { user: UserDetails }) {
  const cases = useOpenCasesOf(user.id);
  const { count = 0, more = false, items = [] } = cases.data ?? {};
  const list = `/search?q=${encodeURIComponent(`assigned:"${user.name}"`)}`;
  return (
    <AdminSection
      title={words.cases}
      lead={cases.data && words.casesCount(count, more)}
      action={count > 0 && <HandOverCases user={user} count={count} />}
    >
      {cases.isPending && <Skeleton rows={2} shape="text" />}
      {cases.isError && (
        <ErrorState what={words.casesFailed} onRetry={() => void cases.refetch()} isRetrying={cases.isFetching} />
      )}
      {items.length > 0 && (
        <ul className="user-cases">
          {items.map(({ id, subject }) => (
            <li key={id}>
              <Link href={`/cases/inbox/${id}`}>{subject}</Link>
            </li>
          ))}
          <li>
            <Link href={list}>{words.allCases}</Link>
          </li>
        </ul>
      )}
    </AdminSection>
  );
}
