import { Injectable } from '@nestjs/common';
import type { Actor, SimilarName } from '@bureau/contracts';
import { stemsOf, type SearchQuery } from '@bureau/domain';
import { Database } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { patternOfStems, type FoundRow } from './present-found.ts';
import { FIRST_SIMILAR_ACCESS_VALUE, similarThrough } from './search.statements.ts';

const WORDS_AT_MOST = 3;
const NAME = /^[\p{L}\p{M}'’-]{3,40}$/u;

interface NearRow extends FoundRow {
  kind: SimilarName['kind'];
  namedId: number;
  name: string;
}

/** Looks for people and companies whose names are nearly what was typed: «Jonson» for «Johnson». */
@Injectable()
export class SimilarNames {
  constructor(private readonly database: Database) {}

  /** Only names that have a case which the actor may see. */
  async run(
    actor: Actor,
    query: SearchQuery,
    found: readonly FoundRow[],
  ): Promise<{ rows: FoundRow[]; names: SimilarName[] }> {
    const name = nameIn(query);
    if (name === null) return { rows: [], names: [] };
    const access = caseAccess(actor, FIRST_SIMILAR_ACCESS_VALUE);
    const pattern = patternOfStems(stemsOf(query.terms));
    const values = [name, found.map(({ id }) => id), pattern, ...access.values];
    const rows = await this.database.rows<NearRow>(similarThrough(access), values);
    const names = new Map(
      rows.map(({ kind, namedId, name: full }) => [`${kind} ${namedId}`, { kind, id: namedId, name: full }]),
    );
    return { rows, names: [...names.values()] };
  }
}

/** What was typed, when all of it could be a name: a few words of letters, nothing asked or excluded. */
function nameIn({ terms, tests }: SearchQuery): string | null {
  const isName =
    terms.length <= WORDS_AT_MOST && terms.every(({ text, not, prefix }) => !not && !prefix && NAME.test(text));
  return terms.length > 0 && tests.length === 0 && isName ? terms.map(({ text }) => text).join(' ') : null;
}
