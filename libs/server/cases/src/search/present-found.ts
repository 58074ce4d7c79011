import type { SearchHint, SimilarName } from '@bureau/contracts';
import { marksIn, type Stem } from '@bureau/domain';
import { RawJson } from '@bureau/platform';

/** A case as the statements give it: the summary as JSON, and what is highlighted. */
export interface FoundRow {
  id: number;
  subject: string;
  /** Of the piece of text that has a word: kind and sequence as JSON. */
  place: string | null;
  text: string | null;
  json: string;
}

interface Answer {
  next: string | null;
  count: number;
  more: boolean;
  hints: SearchHint[];
  similar: SimilarName[];
}

/** The contract `FoundCases`; the summaries stay the text that PostgreSQL built. */
export function presentFound(rows: readonly FoundRow[], stems: readonly Stem[], answer: Answer): RawJson {
  const items = rows.map((row) => {
    const found = JSON.stringify(foundText(row, stems));
    return `${row.json.slice(0, -1)},"subjectMarks":${JSON.stringify(marksIn(row.subject, stems))},"found":${found}}`;
  });
  return new RawJson(`{"items":[${items.join(',')}],${JSON.stringify(answer).slice(1)}`);
}

function foundText({ place, text }: FoundRow, stems: readonly Stem[]): object | null {
  if (place === null || text === null) return null;
  const folded = text.replace(/\s+/g, ' ').trim();
  return { ...JSON.parse(place), text: folded, marks: marksIn(folded, stems) };
}

/**
 * The stems as a regular expression of PostgreSQL over folded text; empty when nothing is highlighted. Stems are letters and
 * digits only, so there is nothing to escape.
 */
export function patternOfStems(stems: readonly Stem[]): string {
  if (stems.length === 0) return '';
  return `(?:${stems.map(({ text, inside }) => (inside ? text : `\\m${text}`)).join('|')})`;
}
