import './social-accounts.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { AccountPage } from './account-page.tsx';
import { AccountTable } from './account-table.tsx';
import { ConnectionPage } from './connection-page.tsx';

const CONNECTION = /^connection-(\d+)$/;

/** The accounts on X and the pages on Facebook: all and how they are, one to set up, or what a sign-in brought. */
export function SocialAccountsPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <AccountTable query={query} go={go} />;
  const connection = CONNECTION.exec(item)?.[1];
  if (connection !== undefined) return <ConnectionPage key={item} connectionId={Number(connection)} go={go} />;
  return <AccountPage key={item} accountId={Number(item)} query={query} />;
}
