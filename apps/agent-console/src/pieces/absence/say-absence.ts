import type { AbsentUser } from '@bureau/contracts';
import { momentWords } from '../../plain/days.ts';
import { absenceWords as words } from './absence.words.ts';

type Time = Pick<AbsentUser, 'from' | 'until'>;

/** Whether somebody is out of office at this moment, in milliseconds since 1970. */
export function isOut(absence: Time, now: number): boolean {
  return Date.parse(absence.from) <= now && now < Date.parse(absence.until);
}

/** When somebody is out: "Out of office until 5 Dec, 17:00". */
export function sayAbsence({ from, until }: Time, now: number): string {
  return isOut({ from, until }, now)
    ? words.out(momentWords(until))
    : words.outSoon(momentWords(from), momentWords(until));
}

/** As {@link sayAbsence}, with who stands in. */
export function sayAbsenceWhole(absence: Pick<AbsentUser, 'from' | 'until' | 'standIn'>, now: number): string {
  const { standIn } = absence;
  return [sayAbsence(absence, now), ...(standIn ? [words.standsIn(standIn.name)] : [])].join(' · ');
}
