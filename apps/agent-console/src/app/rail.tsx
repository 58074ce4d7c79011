import { intakeApi, mailboxesApi, sessionApi, systemLogApi } from '@bureau/contracts';
import { can, useCommand, useEnterSession, useRealtimeState, useSession } from '@bureau/client';
import { Avatar, Button, Icon, Link, LiveBadge, Menu, ThemeMenu } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useLocation, useRouter } from '@tanstack/react-router';
import { FilterLinks } from '../features/filters/index.ts';
import { useDrawerThatLeaves } from './use-drawer-that-leaves.ts';
import { words } from './words.ts';

/** The way to every place of the desk, how much waits there, and whether what one sees is live. */
export function Rail() {
  const session = useSession();
  const { pathname } = useLocation();
  useDrawerThatLeaves();
  const isAt = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  return (
    <nav className="rail" aria-label={words.navigation}>
      <p className="rail-product">{words.product}</p>
      <FilterLinks isAt={isAt} />
      <ul>
        {can(session, intakeApi.list) && (
          <RailLink href="/intake" icon="download" label={words.intake} isCurrent={isAt('/intake')} />
        )}
        {can(session, mailboxesApi.list) && (
          <RailLink href="/mailboxes" icon="settings" label={words.mailboxes} isCurrent={isAt('/mailboxes')} />
        )}
        {can(session, systemLogApi.list) && (
          <RailLink href="/system-log" icon="info" label={words.systemLog} isCurrent={isAt('/system-log')} />
        )}
      </ul>
      <div className="rail-foot">
        <Live />
        <div className="rail-person">
          <AccountMenu />
          <ThemeMenu />
        </div>
      </div>
    </nav>
  );
}

interface RailLinkProps {
  href: string;
  icon: IconName;
  label: string;
  isCurrent: boolean;
}

function RailLink({ href, icon, label, isCurrent }: RailLinkProps) {
  return (
    <li>
      <Link href={href} quiet className="rail-link" aria-current={isCurrent ? 'page' : undefined}>
        <Icon name={icon} />
        <span className="bu-truncate">{label}</span>
      </Link>
    </li>
  );
}

/** The badge that tells the truth about the line to the desk. */
export function Live() {
  const state = useRealtimeState();
  if (state.kind === 'offline') return <LiveBadge state="offline" since={state.since} />;
  return <LiveBadge state={state.kind === 'live' ? 'live' : 'catching-up'} />;
}

function AccountMenu() {
  const { user } = useSession();
  const router = useRouter();
  const enter = useEnterSession();
  const signOut = useCommand(sessionApi.signOut, { onSuccess: () => enter(null) });
  return (
    <Menu
      label={words.accountMenu(user.name)}
      placement="top start"
      groups={[
        {
          id: 'account',
          actions: [
            {
              id: 'account',
              label: words.account,
              detail: user.email,
              icon: 'user',
              onAction: () => router.history.push('/account'),
            },
            { id: 'sign-out', label: words.signOut, icon: 'logout', onAction: () => signOut.mutate({}) },
          ],
        },
      ]}
      trigger={
        <Button variant="quiet" className="rail-account">
          <Avatar name={user.name} size={20} isDecoration />
          <span className="bu-truncate">{user.name}</span>
          <span className="bu-hidden">{words.account}</span>
        </Button>
      }
    />
  );
}
