import './mailboxes.css';
import { mailboxesApi, usersApi } from '@bureau/contracts';
import type { MailboxState } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, DataTable, EmptyState, ErrorState, RelativeTime, Skeleton } from '@bureau/ui';
import type { Column, Tone } from '@bureau/ui';
import { useState } from 'react';
import type { Mailbox } from './mailbox-fields.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { mailboxWords as words } from './mailboxes.words.ts';

const tones: Record<MailboxState, Tone> = {
  ok: 'positive',
  connecting: 'accent',
  trouble: 'danger',
  paused: 'neutral',
};

function columnsWith(groupName: (id: number) => string | undefined): Column<Mailbox>[] {
  return [
    {
      id: 'address',
      header: words.address,
      cell: ({ address, name }) => (
        <>
          <strong className="mailbox-address">{address}</strong>
          <span className="mailbox-name">{name}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: words.state,
      cell: ({ state, stateReason }) => (
        <span className="mailbox-state">
          <Badge tone={tones[state]}>{words.states[state]}</Badge>
          {state !== 'ok' && <span className="mailbox-reason">{stateReason}</span>}
        </span>
      ),
    },
    { id: 'what', header: words.what, cell: (mailbox) => whatItDoes(mailbox, groupName) },
    { id: 'brand', header: words.brand, cell: ({ brand }) => brand.name },
    {
      id: 'last',
      header: words.lastMail,
      align: 'end',
      cell: ({ lastReceivedAt }) => (lastReceivedAt === null ? words.never : <RelativeTime at={lastReceivedAt} />),
    },
  ];
}

/** The mailboxes and how they are; administrators add and change them. */
export function MailboxesPage() {
  const session = useSession();
  const [form, setForm] = useState<Mailbox | 'new' | null>(null);
  const mailboxes = useRoute(mailboxesApi.list, {}, { refetchInterval: 30_000 });
  const groups = useRoute(usersApi.groups, {});
  const isManager = can(session, mailboxesApi.create);
  const columns = columnsWith((id) => groups.data?.items.find((group) => group.id === id)?.name);
  const add = isManager && (
    <Button variant="primary" icon="plus" onPress={() => setForm('new')}>
      {words.add}
    </Button>
  );
  return (
    <div className="mailboxes">
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.about}</p>
        </div>
        {add}
      </header>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={mailboxes.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={isManager ? setForm : undefined}
      >
        <NoMailboxes mailboxes={mailboxes} />
      </DataTable>
      {form !== null && <MailboxForm mailbox={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </div>
  );
}

function NoMailboxes({ mailboxes }: { mailboxes: ReturnType<typeof useRoute<typeof mailboxesApi.list>> }) {
  if (mailboxes.isPending) return <Skeleton rows={4} />;
  if (mailboxes.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void mailboxes.refetch()}
        isRetrying={mailboxes.isFetching}
      />
    );
  }
  return <EmptyState icon="mail">{words.empty}</EmptyState>;
}

/** What a mailbox does, in one line of words. */
function whatItDoes(
  { imap, groupId, autoAcknowledge }: Mailbox,
  groupName: (id: number) => string | undefined,
): string {
  const group = groupId ? groupName(groupId) : undefined;
  return [
    imap ? words.receives.imap(imap.host, imap.folder ?? '') : words.receives.smtp,
    group && words.receives.group(group),
    autoAcknowledge && words.receives.acknowledges,
  ]
    .filter(Boolean)
    .join(' · ');
}
