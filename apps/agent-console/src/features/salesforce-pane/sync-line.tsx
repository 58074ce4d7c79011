import { salesforceConflictsApi, salesforceLinksApi } from '@bureau/contracts';
import type { LinkState, SyncedField, SyncState } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Badge, IconButton, Link, Menu, RelativeTime, useToasts } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { nameOfField } from '../../pieces/synced-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { LinkAgain } from './link-again.tsx';
import type { RecordOfDesk } from './record-of-desk.ts';
import { salesforcePaneWords as words } from './salesforce-pane.words.ts';

const tones: Record<LinkState, Tone> = {
  ...{ ok: 'positive', pending: 'neutral', unlinked: 'neutral', error: 'danger' },
  ...{ tombstone_salesforce: 'caution', tombstone_desk: 'caution' },
};

/** How a record is kept in step, where its values came from, and what can be done about the link. */
export function SyncLine({ record: params }: { record: RecordOfDesk }) {
  const session = useSession();
  const link = useRoute(salesforceLinksApi.get, { params }, { refetchInterval: 10_000 });
  const { data } = link;
  if (!data) return null;
  const notes = notesOf(data);
  return (
    <div className="salesforce-sync">
      <p>
        {data.state === null ? (
          <Badge>{words.notLinked}</Badge>
        ) : (
          <Badge tone={tones[data.state]}>{words.states[data.state]}</Badge>
        )}{' '}
        {data.syncedAt !== null && (
          <span className="salesforce-pane-quiet">
            <RelativeTime at={data.syncedAt} show="ago" />
          </span>
        )}
        <Deeds record={params} state={data.state} />
      </p>
      {data.problem && <p className="salesforce-sync-problem">{sentenceInWords(data.problem.message)}</p>}
      {notes.length > 0 && <p className="salesforce-pane-quiet">{notes.join(' · ')}</p>}
      {data.openConflicts > 0 && (
        <div className="salesforce-pane-quiet">
          {can(session, salesforceConflictsApi.list) ? (
            <Link href="/admin/salesforce?tab=conflicts">{words.conflicts(data.openConflicts)}</Link>
          ) : (
            words.conflicts(data.openConflicts)
          )}
        </div>
      )}
      {data.fields.length > 0 && (
        <details>
          <summary>{words.fields}</summary>
          <dl>
            {data.fields.map((field) => (
              <Provenance key={field.field} field={field} />
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function notesOf({ waiting, heldBack, retryAt }: SyncState): string[] {
  return [
    ...(waiting ? [words.waiting] : []),
    ...(heldBack ? [words.heldBack] : []),
    ...(retryAt === null ? [] : [words.retries]),
  ];
}

function Provenance({ field: { field, label, provenance, problem } }: { field: SyncedField }) {
  return (
    <div>
      <dt>{nameOfField(field, label)}</dt>
      <dd>
        {provenance === null ? (
          words.never
        ) : (
          <>
            {words.from[provenance.from]}, <RelativeTime at={provenance.at} show="ago" />{' '}
            {provenance.by !== null && words.by(provenance.by)}
          </>
        )}
        {problem && <span className="salesforce-sync-problem">{sentenceInWords(problem.message)}</span>}
      </dd>
    </div>
  );
}

function Deeds({ record, state }: { record: RecordOfDesk; state: LinkState | null }) {
  const session = useSession();
  const deeds = useLinkDeeds(record);
  const [isLinking, setLinking] = useState(false);
  const linkAgain = () => {
    setLinking(false);
    deeds.link();
  };
  const isManager = can(session, salesforceLinksApi.unlink);
  const actions = [
    { id: 'sync', icon: 'refresh' as const, label: words.sync, onAction: deeds.sync },
    ...(isManager && (state === 'ok' || state === 'error')
      ? [{ id: 'unlink', icon: 'split' as const, label: words.unlink, onAction: deeds.unlink }]
      : []),
    ...(isManager && state === 'unlinked'
      ? [{ id: 'link', icon: 'link' as const, label: words.link, onAction: () => setLinking(true) }]
      : []),
    ...(isManager && state === 'tombstone_salesforce'
      ? [{ id: 'recreate', icon: 'plus' as const, label: words.recreate, onAction: deeds.recreate }]
      : []),
  ];
  return (
    <>
      <Menu
        label={words.deeds}
        placement="bottom end"
        trigger={<IconButton icon="more" size="small" label={words.deeds} />}
        groups={[{ id: 'deeds', actions }]}
      />
      {isLinking && <LinkAgain record={record} onLink={linkAgain} onClose={() => setLinking(false)} />}
    </>
  );
}

function useLinkDeeds(params: RecordOfDesk) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const done = {
    onSuccess: async (state: SyncState) => {
      const queryKey = keyOf(salesforceLinksApi.get, { params });
      queries.removeQueries({ queryKey: keyOf(salesforceLinksApi.preview) });
      // What was asked before this was done would say how it was.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, state);
      toasts.show({ text: words.done });
    },
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notDone, detail: problemText(error) }),
  };
  const sync = useCommand(salesforceLinksApi.syncNow, done);
  const unlink = useCommand(salesforceLinksApi.unlink, done);
  const link = useCommand(salesforceLinksApi.link, done);
  const recreate = useCommand(salesforceLinksApi.recreate, done);
  return {
    sync: () => sync.mutate({ params }),
    unlink: () => unlink.mutate({ params }),
    link: () => link.mutate({ params, body: {} }),
    recreate: () => recreate.mutate({ params }),
  };
}
