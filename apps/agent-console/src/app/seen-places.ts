import { can } from '@bureau/client';
import { intakeApi } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import { adminPlaces } from './admin-places.tsx';
import type { AdminPlace } from './admin-place.ts';
import { adminWords } from './admin.words.ts';

/** Pages that live at an address of their own and stand in the same navigation. */
export const neighbours: readonly (Pick<AdminPlace, 'section' | 'label' | 'icon' | 'route'> & {
  href: string;
  /** The page that it stands before. */
  before: string;
})[] = [
  {
    href: '/intake',
    section: 'mail',
    label: adminWords.places.intake,
    icon: 'download',
    route: intakeApi.list,
    before: 'deliveries',
  },
];

/** The pages that a session may open. */
export function placesFor(session: Session): readonly AdminPlace[] {
  return adminPlaces.filter(
    ({ route, needs }) => can(session, route) && (needs === undefined || session.permissions.includes(needs)),
  );
}

/** Whether somebody has any business in the administration. */
export function seesAdmin(session: Session): boolean {
  return placesFor(session).length > 0 || neighbours.some(({ route }) => can(session, route));
}
