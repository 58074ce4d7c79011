export { AbsenceFields } from './absence-fields.tsx';
export { absenceOf, typedAbsence, type TypedAbsence } from './typed-absence.ts';
export { absenceWords } from './absence.words.ts';
export { isOut, sayAbsence, sayAbsenceWhole } from './say-absence.ts';
export { useAbsences, useOutNow } from './use-absences.ts';
