import './system-log.css';
import { systemLogApi } from '@bureau/contracts';
import type { SystemLogEntry, SystemLogLevel } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Badge, Button, DataTable, Dialog, EmptyState, ErrorState, RelativeTime, Select, Skeleton } from '@bureau/ui';
import type { Column, Tone } from '@bureau/ui';
import { useState } from 'react';
import { systemLogWords as words } from './system-log.words.ts';

const tones: Record<SystemLogLevel, Tone> = { info: 'neutral', warning: 'caution', error: 'danger' };
const choices = (['all', 'error', 'warning', 'info'] as const).map((id) => ({ id, label: words.levels[id] }));

const columns: readonly Column<SystemLogEntry>[] = [
  { id: 'message', header: words.message, cell: ({ message }) => message },
  {
    id: 'level',
    header: words.level,
    width: '120px',
    cell: ({ level }) => <Badge tone={tones[level]}>{words.levelWords[level]}</Badge>,
  },
  { id: 'part', header: words.part, width: '120px', cell: ({ part }) => part },
  { id: 'at', header: words.at, width: '96px', align: 'end', cell: ({ at }) => <RelativeTime at={at} /> },
];

/** What an administrator must know, the newest first. */
export function SystemLogPage() {
  const [level, setLevel] = useState<SystemLogLevel | 'all'>('all');
  const [opened, open] = useState<SystemLogEntry | null>(null);
  const log = usePages(systemLogApi.list, { query: level === 'all' ? {} : { level } });
  return (
    <div className="system-log">
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.about}</p>
        </div>
        <Select aria-label={words.level} choices={choices} value={level} onChange={setLevel} />
      </header>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={log.items}
        rowId={({ id }) => String(id)}
        onOpen={open}
      >
        <NoEntries log={log} />
      </DataTable>
      {log.hasNextPage && (
        <Button isPending={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {opened && (
        <Dialog isOpen onClose={() => open(null)} title={opened.message} size="wide">
          <pre className="system-log-details" tabIndex={0}>
            {JSON.stringify(opened.details, null, 2)}
          </pre>
        </Dialog>
      )}
    </div>
  );
}

function NoEntries({ log }: { log: ReturnType<typeof usePages<typeof systemLogApi.list>> }) {
  if (log.isPending) return <Skeleton rows={8} shape="compact" />;
  if (log.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void log.refetch()}
        isRetrying={log.isFetching}
      />
    );
  }
  return <EmptyState icon="check">{words.empty}</EmptyState>;
}
