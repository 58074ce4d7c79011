import { routingApi } from '@bureau/contracts';
import type { AbsentUser } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { useNow } from '@bureau/ui';
import { isOut, sayAbsenceWhole } from './say-absence.ts';

/** Who is out of office, now or at a time to come, by user; empty until it is known, and for whom it is not told. */
export function useAbsences(): ReadonlyMap<number, AbsentUser> {
  const session = useSession();
  const { data } = useRoute(routingApi.absences, {}, { enabled: can(session, routingApi.absences) });
  return new Map(data?.items.map((one) => [one.user.id, one]));
}

/** Says of somebody who is out of office now until when, and who stands in; undefined of everybody else. */
export function useOutNow(): (userId: number) => string | undefined {
  const absences = useAbsences();
  const now = useNow();
  return (userId) => {
    const absence = absences.get(userId);
    return absence && isOut(absence, now) ? sayAbsenceWhole(absence, now) : undefined;
  };
}
