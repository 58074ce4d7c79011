import type { ServiceClock } from '../../service/clock.ts';
import { SfError } from '../sf-error.ts';
import type { Row } from '../value.ts';
import type { Show } from './select.ts';

const IDLE_MS = 15 * 60_000;

type Standing = { userId: string; rows: Row[]; show: Show; size: number; usedAt: number };

/** Queries whose answer did not fit on a page; forgotten when nobody asks on for a quarter of an hour. */
export class Locators {
  readonly #clock: ServiceClock;
  readonly #standing = new Map<string, Standing>();
  #count = 0;

  constructor(clock: ServiceClock) {
    this.#clock = clock;
  }

  /** The first page of an answer, and where to ask on. */
  open(given: Omit<Standing, 'usedAt'>, base: string) {
    this.#forgetOld();
    const id = `01gSB0${String(++this.#count).padStart(9, '0')}AAA`;
    if (given.rows.length > given.size) this.#standing.set(id, { ...given, usedAt: this.#clock.ms() });
    return page(given, { id, from: 0, base });
  }

  /** A later page, `01g…-2000`; throws when it was forgotten or belongs to somebody else. */
  next(locator: string, userId: string, base: string) {
    this.#forgetOld();
    const [id = '', from = ''] = locator.split('-');
    const standing = this.#standing.get(id);
    if (!standing || standing.userId !== userId || !/^\d+$/.test(from)) {
      throw new SfError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    standing.usedAt = this.#clock.ms();
    return page(standing, { id, from: Number(from), base });
  }

  clear(): void {
    this.#standing.clear();
  }

  #forgetOld(): void {
    const now = this.#clock.ms();
    for (const [id, { usedAt }] of this.#standing) if (usedAt + IDLE_MS <= now) this.#standing.delete(id);
  }
}

type Place = { id: string; from: number; base: string };

function page({ rows, show, size }: Pick<Standing, 'rows' | 'show' | 'size'>, { id, from, base }: Place) {
  const to = from + size;
  const done = to >= rows.length;
  const more = done ? {} : { nextRecordsUrl: `${base}/query/${id}-${to}` };
  return { totalSize: rows.length, done, ...more, records: rows.slice(from, to).map(show) };
}
