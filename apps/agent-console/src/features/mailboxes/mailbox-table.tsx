import { mailboxesApi, usersApi } from '@bureau/contracts';
import type { Mailbox } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, RelativeTime, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import type { ReactNode } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { MailboxStateMark } from './mailbox-state.tsx';
import { mailboxWords as words } from './mailboxes.words.ts';

/** The mailboxes and how they are, all brands together. */
export function MailboxTable({ go }: Pick<AdminPageProps, 'go'>) {
  const session = useSession();
  const mailboxes = useRoute(mailboxesApi.list, {}, { refetchInterval: 10_000 });
  const groups = useRoute(usersApi.groups, {});
  const isManager = can(session, mailboxesApi.create);
  const groupName = (id: number) => groups.data?.items.find((group) => group.id === id)?.name;
  const add = isManager && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.about} action={add} isWide>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(groupName)}
        rows={mailboxes.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={isManager ? ({ id }) => go({ item: String(id) }) : undefined}
      >
        <NoMailboxes mailboxes={mailboxes} action={add} />
      </DataTable>
    </AdminPage>
  );
}

function columnsWith(groupName: (id: number) => string | undefined): Column<Mailbox>[] {
  return [
    {
      id: 'address',
      header: words.address,
      width: '26%',
      cell: ({ address, name, isDefault }) => (
        <>
          <strong className="mailbox-address">
            {address} {isDefault && <Badge>{words.default}</Badge>}
          </strong>
          <span className="mailbox-name">{name}</span>
        </>
      ),
    },
    { id: 'state', header: words.state, width: '18%', cell: (mailbox) => <MailboxStateMark mailbox={mailbox} /> },
    { id: 'what', header: words.what, isExtra: true, cell: (mailbox) => whatItDoes(mailbox, groupName) },
    { id: 'brand', header: words.brand, width: '14%', isExtra: true, cell: ({ brand }) => brand.name },
    {
      id: 'last',
      header: words.lastMail,
      width: '72px',
      align: 'end',
      cell: ({ lastReceivedAt }) => (lastReceivedAt === null ? words.never : <RelativeTime at={lastReceivedAt} />),
    },
    {
      id: 'changed',
      header: words.changed,
      width: '96px',
      align: 'end',
      isExtra: true,
      cell: ({ changed }) => <LastChange at={changed?.at ?? null} by={changed?.by} />,
    },
  ];
}

interface NoMailboxesProps {
  mailboxes: ReturnType<typeof useRoute<typeof mailboxesApi.list>>;
  action: ReactNode;
}

function NoMailboxes({ mailboxes, action }: NoMailboxesProps) {
  if (mailboxes.isPending) return <Skeleton rows={4} />;
  if (mailboxes.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(mailboxes.error)}
        onRetry={() => void mailboxes.refetch()}
        isRetrying={mailboxes.isFetching}
      />
    );
  }
  return (
    <EmptyState icon="mail" action={action}>
      {words.empty}
    </EmptyState>
  );
}

/** What a mailbox does, in one line of words. */
function whatItDoes(
  { imap, smtp, groupId, autoAcknowledge, survey }: Mailbox,
  groupName: (id: number) => string | undefined,
): string {
  const group = groupId ? groupName(groupId) : undefined;
  return [
    imap ? words.receives.imap(imap.host, imap.folder ?? '') : words.receives.smtp,
    smtp && words.receives.sends(smtp.host),
    group && words.receives.group(group),
    autoAcknowledge && words.receives.acknowledges,
    survey === 'send' && words.receives.surveys,
    survey === 'never' && words.receives.asksNobody,
  ]
    .filter(Boolean)
    .join(' · ');
}
