import { Injectable } from '@nestjs/common';
import { permits, type Actor, type SearchCases as SearchCasesInput, type SimilarName } from '@bureau/contracts';
import { parseSearch, stemsOf, type SearchHint, type SearchQuery, type SearchTest } from '@bureau/domain';
import { Clock, Database, type RawJson } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { facetsOf } from './facets.ts';
import { patternOfStems, presentFound, type FoundRow } from './present-found.ts';
import { ringsOf, type Span } from './recency.ts';
import { ResolveNames } from './resolve-names.ts';
import { readRankedCursor, writeRankedCursor, type RankedPlace } from './search-cursor.ts';
import { FIRST_ACCESS_VALUE, LATEST, searchThrough } from './search.statements.ts';
import { SimilarNames } from './similar-names.ts';
import { WithinFilters } from './within-filters.ts';

const COUNTED_AT_MOST = 100;
/** With fewer cases than this, names that are nearly what was typed are looked for too. */
const FEW = 5;

/** A row of {@link searchThrough}. */
interface Row extends FoundRow {
  score: string;
}
interface Totals {
  count: number;
  /** Words that are looked for at all. */
  words: number;
  /** More cases have all the words than are compared with the phrases. */
  cut: boolean;
}

/** Everything that the statement is asked with. */
interface Plan {
  query: SearchQuery;
  facets: string;
  span: Span;
  deleted: boolean;
  /** The cases among which is searched; null: all. */
  within: number[] | null;
  hints: SearchHint[];
}

/** Finds cases that the actor may see; what he may not see neither shows nor counts. */
@Injectable()
export class SearchCases {
  constructor(
    private readonly database: Database,
    private readonly resolveNames: ResolveNames,
    private readonly withinFilters: WithinFilters,
    private readonly similarNames: SimilarNames,
    private readonly clock: Clock,
  ) {}

  /** The contract `FoundCases`. Throws {@link InvalidInput} for a cursor of something else. */
  async run(actor: Actor, { q, limit, cursor }: SearchCasesInput): Promise<RawJson> {
    const place = readRankedCursor(cursor);
    const at = place?.at ?? this.clock.now();
    const plan = await this.planOf(actor, parseSearch(storable(q), at));
    const stems = stemsOf(plan.query.terms);

    const { rows, totals } = await this.find(actor, plan, {
      at,
      place,
      limit: limit + 1,
      pattern: patternOfStems(stems),
    });
    const near = totals.count < FEW && !place ? await this.similarNames.run(actor, plan.query, rows) : NOBODY;

    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writeRankedCursor({ at, score: last.score, id: last.id }) : null;
    return presentFound([...shown, ...near.rows], stems, {
      next,
      count: Math.min(totals.count + near.rows.length, COUNTED_AT_MOST),
      more: totals.count > COUNTED_AT_MOST,
      hints: [...plan.hints, ...hintsOf(q, plan.query, totals)],
      similar: near.names,
    });
  }

  private async planOf(actor: Actor, query: SearchQuery): Promise<Plan> {
    const names = await this.resolveNames.run(actor, query.tests);
    const filters = await this.withinFilters.run(actor, query.tests);
    const hints = [...query.hints, ...names.hints, ...filters.hints];
    const deleted = query.tests.some(isTrash) && permits(actor, 'cases:delete');
    if (query.tests.some(isTrash) && !deleted) {
      hints.push({ part: 'is:deleted', message: 'Your role does not look into the trash.' });
    }
    return {
      query,
      facets: facetsOf(actor, query.tests, names),
      span: spanOf(query.tests),
      deleted,
      within: filters.ids,
      hints,
    };
  }

  private async find(
    actor: Actor,
    { query, facets, span, deleted, within }: Plan,
    page: { at: Date; place: RankedPlace | undefined; limit: number; pattern: string },
  ): Promise<{ rows: Row[]; totals: Totals }> {
    const latest = await this.database.row<{ at: Date }>(LATEST);
    const { rings, before } = ringsOf(latest?.at ?? page.at, span);
    const access = caseAccess(actor, FIRST_ACCESS_VALUE);
    const found = await this.database.rows<(Row | { id: null }) & Totals>(
      searchThrough(access, { given: within !== null }),
      [
        JSON.stringify(query.terms),
        facets,
        ...rings,
        span.from ?? '-infinity',
        span.to ?? 'infinity',
        deleted,
        before,
        page.at,
        page.place?.score ?? null,
        page.place?.id ?? null,
        page.limit,
        query.terms.every((term) => term.not),
        page.pattern,
        within,
        ...access.values,
      ],
    );
    const rows = found.flatMap((row) => (row.id === null ? [] : [row]));
    return { rows, totals: found[0] ?? { count: 0, words: 0, cut: false } };
  }
}

const NOBODY: { rows: FoundRow[]; names: SimilarName[] } = { rows: [], names: [] };

function hintsOf(part: string, { terms }: SearchQuery, { words, cut }: Totals): SearchHint[] {
  if (cut) {
    return [{ part, message: 'Only the 2,000 latest cases with all these words were compared; add a word or a date.' }];
  }
  if (words > 0 || terms.length === 0) return [];
  return [{ part, message: 'These words are too common to be looked for.' }];
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed();
}

function isTrash(test: SearchTest): boolean {
  return test.field === 'is' && test.state === 'deleted' && !test.not;
}

/** The stretch between all `after:` and `before:`; excluding a date turns it round. */
function spanOf(tests: readonly SearchTest[]): Span {
  const times = tests.flatMap((test) => (test.field === 'before' || test.field === 'after' ? [test] : []));
  const froms = times.filter(({ field, not }) => (field === 'after') !== not).map(({ at }) => at.getTime());
  const tos = times.filter(({ field, not }) => (field === 'before') !== not).map(({ at }) => at.getTime());
  return {
    from: froms.length > 0 ? new Date(Math.max(...froms)) : null,
    to: tos.length > 0 ? new Date(Math.min(...tos)) : null,
  };
}
