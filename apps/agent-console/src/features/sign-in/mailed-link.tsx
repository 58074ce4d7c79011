import type { invitationsApi, LinkOwner, passwordResetsApi } from '@bureau/contracts';
import { isProblem, useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Link, Skeleton, TextField } from '@bureau/ui';
import type { ReactNode } from 'react';
import { mailedLinkWords as words } from './mailed-link.words.ts';
import { WayIn } from './way-in.tsx';

export interface MailedLinkProps {
  route: typeof invitationsApi.look | typeof passwordResetsApi.look;
  token: string;
  title: string;
  /** What to draw when the link is used, expired or no link at all. */
  gone: ReactNode;
  children: (owner: LinkOwner) => ReactNode;
}

/** Looks whom a mailed link is for before anybody writes anything. */
export function MailedLink({ route, token, title, gone, children }: MailedLinkProps) {
  const look = useRoute(route, { body: { token } });
  if (look.data) return children(look.data);
  if (isProblem(look.error, 'link.gone') || isProblem(look.error, 'request.invalid')) return gone;
  return (
    <WayIn title={title}>
      {look.isPending && <Skeleton rows={4} shape="text" />}
      {look.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={words.advice}
          onRetry={() => void look.refetch()}
          isRetrying={look.isFetching}
        />
      )}
    </WayIn>
  );
}

/** The end of a link: what became of it, and where to go from here. */
export function LinkEnd({ title, words: sentence, way }: { title: string; words: string; way: Way }) {
  return (
    <WayIn title={title}>
      <EmptyState icon={way.icon} action={<Link href={way.href}>{way.label}</Link>}>
        {sentence}
      </EmptyState>
    </WayIn>
  );
}

export interface Way {
  icon: 'check' | 'clock';
  href: string;
  label: string;
}

/** Whom it is for: shown to people, and read by what keeps their passwords. */
export function OwnerField({ owner }: { owner: LinkOwner }) {
  return (
    <TextField label={words.email} name="email" type="email" autoComplete="username" value={owner.email} isReadOnly />
  );
}
