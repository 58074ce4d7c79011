import { Injectable } from '@nestjs/common';
import { Batch, Database, Every, statement } from '@bureau/platform';
import type { Place } from '../resource/source.queries.ts';
import type { Bind } from '../resource/sql.ts';

/** Between two pages of a walk there is a rate limit at most. */
const KEPT = "interval '15 minutes'";

/** Kept again by then, so that it never ends while somebody goes on. */
const FRESH = "interval '5 minutes'";

const REACHED = statement(
  'desk-api.walk-reached',
  `SELECT place AS at, id FROM desk_walks WHERE walker = $1 AND page = $2 AND at > now() - ${KEPT}`,
);

const KEEP = statement(
  'desk-api.keep-walk',
  `INSERT INTO desk_walks (walker, page, place, id)
   SELECT walker, page, place, id FROM jsonb_to_recordset($1) AS w (walker text, page integer, place text, id bigint)
   ORDER BY walker, page
   ON CONFLICT (walker, page) DO UPDATE SET place = EXCLUDED.place, id = EXCLUDED.id, at = now()`,
);

/** Where a page ended when it was kept, for as long as that need not be done again; as an expression, {@link writtenPlace}. */
export function freshPlace(walker: string, page: number): (bind: Bind) => string {
  return (bind) => `(SELECT w.place || ' ' || w.id FROM desk_walks w
    WHERE w.walker = ${bind(walker)} AND w.page = ${bind(page)} AND w.at > now() - ${FRESH})`;
}

export function writtenPlace({ at, id }: Place): string {
  return `${at} ${id}`;
}

interface Kept {
  walker: string;
  page: number;
  place: string;
  id: number;
}

/** Where the pages ended that somebody was given. */
@Injectable()
export class WalkRepository {
  private readonly kept = new Batch<Kept>((places) => this.keepAll(places));

  constructor(private readonly database: Database) {}

  reached(walker: string, page: number): Promise<Place | undefined> {
    return this.database.row<{ at: string; id: number }>(REACHED, [walker, page]);
  }

  keep(walker: string, page: number, { at, id }: Place): Promise<void> {
    return this.kept.add({ walker, page, place: at, id });
  }

  /** Of two askers who are the same, the later one's. */
  private async keepAll(places: Kept[]): Promise<void> {
    const latest = new Map(places.map((place) => [`${place.walker} ${place.page}`, place]));
    await this.database.run(KEEP, [JSON.stringify([...latest.values()])]);
  }

  @Every('1h', 'desk-api.forget-walks')
  async sweep(): Promise<void> {
    await this.database.run(`DELETE FROM desk_walks WHERE at <= now() - ${KEPT}`);
  }
}
