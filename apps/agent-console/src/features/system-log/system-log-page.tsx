import './system-log.css';
import { systemLogApi, SystemLogLevel } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, EmptyState, ErrorState, Select, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { MarkSeen } from './mark-seen.tsx';
import { LogEntry } from './log-entry.tsx';
import { systemLogWords as words } from './system-log.words.ts';

const levels = (['all', 'error', 'warning', 'info'] as const).map((id) => ({ id, label: words.levels[id] }));
const parts = (
  ['all', 'mailbox', 'social', 'delivery', 'intake', 'acknowledgement', 'notice', 'rules', 'webhooks'] as const
).map((id) => ({ id, label: words.parts[id] }));

/** What an administrator must know, the newest first; what is chosen stands in the address. */
export function SystemLogPage({ query, go }: AdminPageProps) {
  const level = SystemLogLevel.options.find((known) => known === query.level);
  const part = parts.find(({ id }) => id === query.part)?.id ?? 'all';
  const log = usePages(systemLogApi.list, { query: { level, part: part === 'all' ? undefined : part } });
  const show = (wanted: { level?: string; part?: string }) => {
    const next = { level: level ?? 'all', part, ...wanted };
    const said = Object.entries(next).filter(([, value]) => value !== 'all');
    go({ query: Object.fromEntries(said), replace: true });
  };
  return (
    <AdminPage title={words.title} lead={words.about} action={<MarkSeen />} isWide>
      <div className="log-filters">
        <Select
          aria-label={words.level}
          choices={levels}
          value={level ?? 'all'}
          onChange={(id) => show({ level: id })}
        />
        <Select aria-label={words.part} choices={parts} value={part} onChange={(id) => show({ part: id })} />
      </div>
      {log.items.length === 0 ? (
        <NoEntries log={log} isFiltered={level !== undefined || part !== 'all'} onClear={() => go({ replace: true })} />
      ) : (
        <ul className="log" aria-label={words.list}>
          {log.items.map((entry) => (
            <LogEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <div>
          <Button isPending={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </AdminPage>
  );
}

interface NoEntriesProps {
  log: ReturnType<typeof usePages<typeof systemLogApi.list>>;
  isFiltered: boolean;
  onClear: () => void;
}

function NoEntries({ log, isFiltered, onClear }: NoEntriesProps) {
  if (log.isPending) return <Skeleton rows={8} shape="compact" />;
  if (log.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(log.error)}
        onRetry={() => void log.refetch()}
        isRetrying={log.isFetching}
      />
    );
  }
  if (!isFiltered) return <EmptyState icon="check">{words.empty}</EmptyState>;
  return (
    <EmptyState icon="filter" action={<Button onPress={onClear}>{words.clear}</Button>}>
      {words.emptyFilter}
    </EmptyState>
  );
}
