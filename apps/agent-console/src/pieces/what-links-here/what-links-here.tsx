import './what-links-here.css';
import type { Link as LinkHere, LinkingNoun } from '@bureau/contracts';
import { ErrorState, Link, Skeleton } from '@bureau/ui';
import type { Links } from './use-links.ts';
import { whatLinksHereWords as words } from './what-links-here.words.ts';

export interface WhatLinksHereProps {
  links: Links;
  /** What is said when nothing does. */
  nothing?: string;
}

/** What hangs on a thing of the settings, counted and some of it named, each a way there. */
export function WhatLinksHere({ links, nothing = words.nothing }: WhatLinksHereProps) {
  if (links.isPending) return <Skeleton rows={2} shape="text" />;
  if (links.isError) {
    return <ErrorState what={words.failed} onRetry={() => void links.refetch()} isRetrying={links.isFetching} />;
  }
  if (links.data.items.length === 0) return <p className="links-here-nothing">{nothing}</p>;
  return (
    <ul className="links-here" aria-label={words.title}>
      {links.data.items.map((link) => (
        <LinkRow key={link.noun} link={link} />
      ))}
    </ul>
  );
}

function LinkRow({ link: { noun, count, examples } }: { link: LinkHere }) {
  const rest = count - examples.length;
  return (
    <li>
      <strong>{words.counts[noun](count)}</strong>
      <span className="links-here-names">
        {examples.map(({ id, name }) => {
          const href = hrefs[noun](id);
          return href === null ? (
            <span key={id}>{name}</span>
          ) : (
            <Link key={id} href={href}>
              {name}
            </Link>
          );
        })}
        {rest > 0 && examples.length > 0 && <span>{words.more(rest)}</span>}
      </span>
    </li>
  );
}

/** Where each kind of thing is at home. */
const hrefs: Record<LinkingNoun, (id: number) => string | null> = {
  case: (id) => `/cases/inbox/${id}`,
  customer: (id) => `/customers/${id}`,
  company: (id) => `/companies/${id}`,
  user: (id) => `/admin/users/${id}`,
  group: (id) => `/admin/groups/${id}`,
  brand: (id) => `/admin/brands/${id}`,
  mailbox: (id) => `/admin/mailboxes/${id}`,
  'social-account': (id) => `/admin/social-accounts/${id}`,
  filter: (id) => `/admin/filters/${id}`,
  label: (id) => `/admin/labels/${id}`,
  application: (id) => `/admin/applications/${id}`,
  macro: (id) => `/admin/macros/${id}`,
  rule: (id) => `/admin/rules/${id}`,
  'integration-url': (id) => `/admin/integration-urls/${id}`,
  'system-message': () => '/admin/system-message',
  topic: (id) => `/articles/topic-${id}`,
  article: (id) => `/articles/${id}`,
};
