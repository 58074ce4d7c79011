import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Link } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';
import { brandsSeenBy } from './calendars.service.ts';

/** Says which brands hang on a calendar. */
@Injectable()
export class CalendarLinks {
  constructor(database: Database, sources: LinkSources) {
    sources.declare('business-calendar', async (actor, id) => {
      const row = await database.row<Pick<Link, 'count' | 'examples'>>(
        `WITH linked AS (SELECT b.id, b.name FROM brands b JOIN brand_calendars u ON u.brand_id = b.id WHERE u.calendar_id = $1)
         SELECT (SELECT count(*) FROM linked) AS count, coalesce((SELECT jsonb_agg(e) FROM (
           SELECT id, name FROM linked WHERE $2::bigint[] IS NULL OR id = ANY($2) ORDER BY name, id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
        [id, brandsSeenBy(actor)],
      );
      return [{ noun: 'brand', count: row?.count ?? 0, examples: row?.examples ?? [] }];
    });
  }
}
