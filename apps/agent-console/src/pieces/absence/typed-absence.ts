import type { Absence, SetAbsence } from '@bureau/contracts';
import { fieldMoment, momentOfField } from '../../plain/field-moment.ts';

/** An absence as it is typed. */
export interface TypedAbsence {
  isOut: boolean;
  /** As fields for date and time have it. */
  from: string;
  until: string;
  standInId: string | null;
}

const DAY = 86_400_000;

/** What stands in the fields at first: what is saved, or a week from tomorrow on. */
export function typedAbsence(saved: Absence | null, now: number): TypedAbsence {
  const morning = (days: number) => `${fieldMoment(now + days * DAY).slice(0, 10)}T09:00`;
  if (!saved) return { isOut: false, from: morning(1), until: morning(8), standInId: null };
  return {
    isOut: true,
    from: fieldMoment(saved.from),
    until: fieldMoment(saved.until),
    standInId: saved.standInId === null ? null : String(saved.standInId),
  };
}

/** What the desk is told; a field in which no moment stands is left to the check. */
export function absenceOf({ isOut, from, until, standInId }: TypedAbsence): SetAbsence {
  if (!isOut) return { absence: null };
  const id = standInId === null ? null : Number(standInId);
  return { absence: { from: momentOfField(from), until: momentOfField(until), standInId: id } };
}
