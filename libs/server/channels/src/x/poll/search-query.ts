/** Each term is looked for so often, and more seldom while the stream brings what matches it. */
export const SEARCHED_EVERY_MS = 2 * 60_000;
export const BACKFILLED_EVERY_MS = 10 * 60_000;

/** Longer queries are refused by X. */
const LONGEST = 512;

/** A term as it is looked for: reposts say nothing new, and cost as much as posts. */
export function narrowed(term: string): string {
  const query = `(${term}) -is:retweet`;
  return query.length <= LONGEST ? query : term;
}
