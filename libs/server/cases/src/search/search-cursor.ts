import { InvalidInput } from '@bureau/platform';

/** A place in a ranked answer: the moment that its ranks count from, and the score and id of the last case shown. */
export interface RankedPlace {
  at: Date;
  /** As PostgreSQL writes it: every digit counts. */
  score: string;
  id: number;
}

const CURSOR = /^(\d{10,15})\/(-?\d{1,20}(?:\.\d{1,25})?(?:e-?\d{1,3})?)\/(\d{1,15})$/;

/** Throws {@link InvalidInput} for a cursor that this desk did not make. */
export function readRankedCursor(cursor: string | undefined): RankedPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, at, score, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  const date = new Date(Number(at));
  if (score === undefined || Number.isNaN(date.getTime())) {
    throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
  }
  return { at: date, score, id: Number(id) };
}

export function writeRankedCursor({ at, score, id }: RankedPlace): string {
  return Buffer.from(`${at.getTime()}/${score}/${id}`, 'utf8').toString('base64url');
}
