import './audit-log.css';
import { auditApi, AuditNoun, brandsApi, usersApi } from '@bureau/contracts';
import { can, usePages, useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Link, Select, Skeleton } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import type { AuditNames } from './audit-differences.ts';
import { AuditRow } from './audit-row.tsx';
import { auditLogWords as words } from './audit-log.words.ts';
import { useReachedEnd } from './use-reached-end.ts';

const periods = { all: null, day: 1, week: 7, month: 30, quarter: 90 } as const;
type Period = keyof typeof periods;
const isPeriod = (text: string | undefined): text is Period => text !== undefined && Object.hasOwn(periods, text);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const nouns = [
  { id: 'all' as const, label: words.everything },
  ...AuditNoun.options.map((id) => ({ id, label: words.nouns[id] })),
];
const periodChoices = (['all', 'day', 'week', 'month', 'quarter'] as const).map((id) => ({
  id,
  label: words.periods[id],
}));

/** Who changed which setting, when, from what to what; narrowed by the address, so that it can be passed on. */
export function AuditLogPage({ query, go }: AdminPageProps) {
  const period: Period = isPeriod(query['period']) ? query['period'] : 'all';
  // To the hour, and once: each second would be another list.
  const [now] = useState(() => Math.ceil(Date.now() / HOUR_MS) * HOUR_MS);
  const days = periods[period];
  const noun = AuditNoun.safeParse(query['noun']).data;
  const only = {
    ...(noun && { noun }),
    ...(query['objectId'] && noun && { objectId: query['objectId'] }),
    ...(query['userId'] && { userId: query['userId'] }),
    ...(days !== null && { from: new Date(now - days * DAY_MS).toISOString() }),
  };
  const log = usePages(auditApi.list, { query: only });
  const users = useRoute(usersApi.list, { query: { state: 'all' } }).data?.items ?? [];
  const names = useAuditNames(users);
  const end = useReachedEnd(() => log.hasNextPage && !log.isFetchingNextPage && void log.fetchNextPage());
  const narrow = (changes: Record<string, string | null>) => {
    const next = Object.entries({ ...query, ...changes }).flatMap(([key, value]) =>
      value === null ? [] : [[key, value]],
    );
    go({ query: Object.fromEntries(next), replace: true });
  };
  const isNarrowed = Object.keys(only).length > 0;
  return (
    <AdminPage title={words.title} lead={words.lead}>
      <div className="audit-tools">
        <Select
          aria-label={words.what}
          choices={nouns}
          value={noun ?? 'all'}
          onChange={(id) => narrow({ noun: id === 'all' ? null : id, objectId: null })}
        />
        <ComboBox
          aria-label={words.who}
          placeholder={words.anybody}
          choices={users.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={query['userId'] ?? null}
          onChange={(userId) => narrow({ userId })}
        />
        <Select
          aria-label={words.when}
          choices={periodChoices}
          value={period}
          onChange={(id) => narrow({ period: id === 'all' ? null : id })}
        />
        {isNarrowed && <Button onPress={() => go({ replace: true })}>{words.clear}</Button>}
      </div>
      {query['objectId'] && noun && (
        <p className="audit-one">
          {words.oneOnly(words.nouns[noun])} <Link href={`/admin/audit-log?noun=${noun}`}>{words.all}</Link>
        </p>
      )}
      {log.isPending && <Skeleton rows={8} />}
      {log.isError && log.items.length === 0 && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void log.refetch()}
          isRetrying={log.isFetching}
        />
      )}
      {log.isSuccess && log.items.length === 0 && (
        <EmptyState icon="clock">{isNarrowed ? words.noMatch : words.empty}</EmptyState>
      )}
      {log.items.length > 0 && (
        <ol className="audit-list" aria-label={words.title}>
          {log.items.map((entry) => (
            <AuditRow key={entry.id} entry={entry} names={names} />
          ))}
        </ol>
      )}
      <div ref={end}>{log.isFetchingNextPage && <Skeleton rows={2} />}</div>
      {log.hasNextPage && !log.isFetchingNextPage && (
        <Button onPress={() => void log.fetchNextPage()}>{words.more}</Button>
      )}
    </AdminPage>
  );
}

/** What people, groups and brands are called now. */
function useAuditNames(users: readonly { id: number; name: string }[]): AuditNames {
  const session = useSession();
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const nameIn = (all: readonly { id: number; name: string }[]) => (id: number) =>
    all.find((one) => one.id === id)?.name;
  return { user: nameIn(users), group: nameIn(groups), brand: nameIn(brands) };
}
