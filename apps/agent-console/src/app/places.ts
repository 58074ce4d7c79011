import { can, useSession } from '@bureau/client';
import { articlesApi, companiesApi, customersApi, feedbackReportApi } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import type { IconName } from '@bureau/ui';
import { useLocation, useRouter } from '@tanstack/react-router';
import { neighbours, seesAdmin } from './seen-places.ts';
import { railWords } from './rail.words.ts';
import { words } from './words.ts';

/** A place of the desk beside its filters. */
export interface Place {
  href: string;
  label: string;
  icon: IconName;
  keys?: string;
  /** Other addresses that belong to it. */
  also?: readonly string[];
  isFor: (session: Session) => boolean;
}

const places: readonly Place[] = [
  {
    href: '/customers',
    label: words.customers,
    icon: 'user',
    keys: 'g c',
    isFor: (session) => can(session, customersApi.list),
  },
  {
    href: '/companies',
    label: words.companies,
    icon: 'building',
    keys: 'g f',
    isFor: (session) => can(session, companiesApi.list),
  },
  {
    href: '/articles',
    label: railWords.articles,
    icon: 'book',
    keys: 'g k',
    isFor: (session) => can(session, articlesApi.list),
  },
  {
    href: '/insights',
    label: railWords.insights,
    icon: 'chart',
    isFor: (session) => can(session, feedbackReportApi.read),
  },
  {
    href: '/admin',
    label: railWords.admin,
    icon: 'settings',
    keys: 'g a',
    also: neighbours.map(({ href }) => href),
    isFor: seesAdmin,
  },
];

/** The places that this build has and this session may enter. */
export function usePlaces(): readonly Place[] {
  const session = useSession();
  const { routesByPath } = useRouter();
  const isBuilt = ({ href }: Place) =>
    Object.keys(routesByPath).some((path) => path === href || path.startsWith(`${href}/`));
  return places.filter((place) => isBuilt(place) && place.isFor(session));
}

/** Whether the address is this path or below it. */
export function useIsAt(): (path: string) => boolean {
  const { pathname } = useLocation();
  return (path) => pathname === path || pathname.startsWith(`${path}/`);
}
