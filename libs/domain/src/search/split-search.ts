/** One piece of what somebody typed into the search box. */
export interface SearchPart {
  /** As it was typed. */
  source: string;
  not: boolean;
  /** What stands before the colon, in lower case; null for words. */
  operator: string | null;
  /** Without its quotation marks. */
  value: string;
  quoted: boolean;
}

const SPACE = /\s/u;
const OPERATOR = /^([a-z]{2,20}):/i;
/** Typed on paper and by telephones; all of them open and close. */
const QUOTES = '"“”„«»';

/**
 * Cuts a search into words, phrases and operators. Nothing is refused: a quotation that is not closed ends with the text,
 * a minus sign without a word after it is nothing.
 */
export function splitSearch(search: string): SearchPart[] {
  const parts: SearchPart[] = [];
  let place = 0;
  while (place < search.length) {
    if (SPACE.test(search.charAt(place))) {
      place += 1;
      continue;
    }
    const { part, end } = readPart(search, place);
    if (part.value.trim() !== '') parts.push(part);
    place = end;
  }
  return parts;
}

function readPart(search: string, begin: number): { part: SearchPart; end: number } {
  const not = search.charAt(begin) === '-' && begin + 1 < search.length && !SPACE.test(search.charAt(begin + 1));
  const start = not ? begin + 1 : begin;
  const operator = OPERATOR.exec(search.slice(start, start + 21))?.[1] ?? null;
  const from = operator === null ? start : start + operator.length + 1;
  const { value, quoted, end } = readValue(search, from);
  const source = search.slice(begin, end);
  // «Re: late» means the word; so does an operator that nothing follows.
  if (operator !== null && value.trim() === '')
    return { part: { source, not, operator: null, value: operator, quoted }, end };
  return { part: { source, not, operator: operator?.toLowerCase() ?? null, value, quoted }, end };
}

function readValue(search: string, begin: number): { value: string; quoted: boolean; end: number } {
  const quoted = isQuote(search.charAt(begin));
  const ends = quoted ? isQuote : (sign: string) => SPACE.test(sign);
  const start = quoted ? begin + 1 : begin;
  let end = start;
  while (end < search.length && !ends(search.charAt(end))) end += 1;
  return { value: search.slice(start, end), quoted, end: quoted ? Math.min(end + 1, search.length) : end };
}

function isQuote(sign: string): boolean {
  return sign !== '' && QUOTES.includes(sign);
}
