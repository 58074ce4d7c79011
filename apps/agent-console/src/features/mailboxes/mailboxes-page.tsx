import './mailboxes.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { MailboxPage } from './mailbox-page.tsx';
import { MailboxTable } from './mailbox-table.tsx';
import { ConnectWizard } from './wizard/connect-wizard.tsx';

/** The mailboxes of the desk: all of them and how they are, one to change, or the way to a new one. */
export function MailboxesPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <MailboxTable go={go} />;
  if (item === 'new') return <ConnectWizard brandId={query.brand ?? null} go={go} />;
  return <MailboxPage key={item} mailboxId={Number(item)} go={go} />;
}
