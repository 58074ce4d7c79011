import { Injectable } from '@nestjs/common';
import { Database, Every, statement } from '@bureau/platform';
import type { Place } from '../resource/source.queries.ts';

/** Between two pages of a walk there is a rate limit at most. */
const KEPT = "interval '15 minutes'";

const REACHED = statement(
  'desk-api.walk-reached',
  `SELECT place AS at, id FROM desk_walks WHERE walker = $1 AND page = $2 AND at > now() - ${KEPT}`,
);

const KEEP = statement(
  'desk-api.keep-walk',
  `INSERT INTO desk_walks (walker, page, place, id) VALUES ($1, $2, $3, $4)
   ON CONFLICT (walker, page) DO UPDATE SET place = EXCLUDED.place, id = EXCLUDED.id, at = now()`,
);

/** Where the pages ended that somebody was given. */
@Injectable()
export class WalkRepository {
  constructor(private readonly database: Database) {}

  reached(walker: string, page: number): Promise<Place | undefined> {
    return this.database.row<{ at: string; id: number }>(REACHED, [walker, page]);
  }

  async keep(walker: string, page: number, { at, id }: Place): Promise<void> {
    await this.database.run(KEEP, [walker, page, at, id]);
  }

  @Every('1h', 'desk-api.forget-walks')
  async sweep(): Promise<void> {
    await this.database.run(`DELETE FROM desk_walks WHERE at <= now() - ${KEPT}`);
  }
}
