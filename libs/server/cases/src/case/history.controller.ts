import { Controller } from '@nestjs/common';
import { historyApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Database, Handles, InvalidInput, ProblemError, RawJson, statement } from '@bureau/platform';
import { EVENT } from '../message/feed.statements.ts';
import { CaseRepository } from './case.repository.ts';

const HISTORY = statement(
  'cases.history',
  `SELECT e.sequence, ${EVENT} AS json FROM case_events e
   WHERE e.case_id = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT $3`,
);

@Controller()
export class HistoryController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
  ) {}

  @Handles(historyApi.list)
  async list(actor: Actor, { params, query }: RouteCall<typeof historyApi.list>): Promise<RawJson> {
    const after = afterOf(query.cursor);
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    const values = [params.caseId, after, query.limit + 1];
    return pageInSequence(await this.database.rows<{ sequence: number; json: string }>(HISTORY, values), query.limit);
  }
}

/** The sequence after which a page begins; throws request.invalid for a cursor of somebody's own making. */
export function afterOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
}

/** A page of a case's items in the order of the feed; `rows` holds one more than `limit` when there is a next page. */
export function pageInSequence(rows: { sequence: number; json: string }[], limit: number): RawJson {
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? `"${shown.at(-1)?.sequence ?? 0}"` : 'null';
  return new RawJson(`{"items":[${shown.map(({ json }) => json).join(',')}],"next":${next}}`);
}
