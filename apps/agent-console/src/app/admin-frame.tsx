import './admin-frame.css';
import { systemLogApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { EmptyState, Icon, Link, usePanes } from '@bureau/ui';
import type { Pane } from '@bureau/ui';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { PageSkeleton } from '../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../pieces/admin-page/index.ts';
import { adminPlaces } from './admin-places.tsx';
import { neighbours, placesFor } from './seen-places.ts';
import type { AdminPlace, AdminSectionId } from './admin-place.ts';
import { adminWords as words } from './admin.words.ts';
import { Frame, NavigationButton } from './frame.tsx';
import { words as frameWords } from './words.ts';

/** The overview by a name of its own: where there is room for one pane only, `/admin` is the navigation. */
const OVERVIEW = 'overview';

export interface AdminRouteProps extends Pick<AdminPageProps, 'item' | 'query'> {
  /** The word of the page in the address; nothing on the overview. */
  place: string | null;
  /** What the overview shows. */
  home: ReactNode;
}

/** The administration: its navigation beside one of its pages, each loaded when it is first opened. */
export function AdminRoute({ place: id, item, query, home }: AdminRouteProps) {
  const session = useSession();
  const navigate = useNavigate();
  const place = adminPlaces.find((one) => one.id === id);
  useTitle(place?.label ?? words.title);
  const go: AdminPageProps['go'] = (to) =>
    void navigate({
      to: '/admin/{-$place}/{-$item}',
      params: { place: id ?? undefined, item: to.item },
      search: to.query ?? {},
      replace: to.replace,
    });
  const content = () => {
    if (id === null || id === OVERVIEW) return home;
    if (!place) return <Missing />;
    if (!can(session, place.route)) return <EmptyState icon="alert">{frameWords.forbidden}</EmptyState>;
    return <place.page item={item} query={query} go={go} />;
  };
  return (
    <AdminFrame name={place?.label ?? words.title} current={id === null ? 'nav' : 'page'}>
      <Suspense fallback={<PageSkeleton />}>{content()}</Suspense>
    </AdminFrame>
  );
}

/** The navigation of the administration and a page beside it. */
export function AdminFrame({ name, current, children }: { name: string; current: string; children: ReactNode }) {
  const navigate = useNavigate();
  const panes: Pane[] = [
    {
      id: 'nav',
      name: words.navigation,
      role: 'navigation',
      width: 200,
      min: 180,
      max: 280,
      givesWay: 1,
      content: <AdminNavigation />,
    },
    {
      id: 'page',
      name,
      role: 'main',
      min: 480,
      content: (
        <>
          <div className="frame-top">
            <NavigationButton />
          </div>
          <div className="frame-page admin-scroller">{children}</div>
        </>
      ),
    },
  ];
  const back = () => void navigate({ to: '/admin/{-$place}/{-$item}', params: { place: undefined, item: undefined } });
  return <Frame panes={panes} current={current} onBack={current === 'page' ? back : undefined} />;
}

function AdminNavigation() {
  const session = useSession();
  const { isSingle } = usePanes();
  const { pathname } = useLocation();
  const unseen = useUnseen();
  const beside = neighbours.filter(({ route }) => can(session, route));
  const places = placesFor(session);
  const entries = [
    ...places.flatMap((place) => [
      ...beside.filter(({ before }) => before === place.id),
      { ...place, href: `/admin/${place.id}` },
    ]),
    // Whoever does not see the page that it stands before sees it all the same.
    ...beside.filter(({ before }) => !places.some(({ id }) => id === before)),
  ];
  const sections = [...new Set(order.filter((id) => entries.some(({ section }) => section === id)))];
  return (
    <div className="admin-nav">
      {/* On a phone it is a page of its own, which has a heading and the way to the others. */}
      {isSingle ? (
        <div className="admin-nav-head">
          <NavigationButton />
          <h1 className="admin-nav-title">{words.title}</h1>
        </div>
      ) : (
        <p className="admin-nav-title">{words.title}</p>
      )}
      <ul>
        <NavigationEntry
          href={`/admin/${OVERVIEW}`}
          label={words.home}
          icon="list"
          isCurrent={pathname === '/admin' || pathname === `/admin/${OVERVIEW}`}
        />
      </ul>
      {sections.map((section) => (
        <section key={section} aria-label={words.sections[section]}>
          <h2>{words.sections[section]}</h2>
          <ul>
            {entries
              .filter((entry) => entry.section === section)
              .map(({ href, label, icon }) => (
                <NavigationEntry
                  key={href}
                  news={href === SYSTEM_LOG ? unseen : undefined}
                  href={href}
                  label={label}
                  icon={icon}
                  isCurrent={pathname === href || pathname.startsWith(`${href}/`)}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const order: readonly AdminSectionId[] = ['desk', 'people', 'cases', 'automation', 'mail', 'api', 'log'];

const SYSTEM_LOG = '/admin/system-log';

/** Milliseconds between two looks for news in the system log. */
const LOOK = 60_000;

/** How much came to the system log since the reader marked it as seen, in words; nothing when there is none. */
function useUnseen(): string | undefined {
  const mayRead = can(useSession(), systemLogApi.unseen);
  const { data } = useRoute(systemLogApi.unseen, {}, { enabled: mayRead, refetchInterval: LOOK });
  return data && data.count > 0 ? words.unseen(data.count, data.more) : undefined;
}

type EntryProps = Pick<AdminPlace, 'label' | 'icon'> & {
  href: string;
  isCurrent: boolean;
  /** How much is new there. */
  news?: string;
};

function NavigationEntry({ href, label, icon, isCurrent, news }: EntryProps) {
  return (
    <li>
      <Link href={href} quiet className="rail-link" aria-current={isCurrent ? 'page' : undefined}>
        <Icon name={icon} />
        <span className="bu-truncate">{label}</span>
        {news !== undefined && <span className="rail-count bu-figures">{news}</span>}
      </Link>
    </li>
  );
}

function Missing() {
  return (
    <EmptyState icon="search" action={<Link href="/admin">{words.toHome}</Link>}>
      {words.missing}
    </EmptyState>
  );
}

function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · ${frameWords.product}`;
  }, [name]);
}
