import { narrowed } from '../poll/search-query.ts';

/** A rule of the stream: what posts are held against, and whose term it is. */
export interface StreamRule {
  value: string;
  tag: string;
}

/** Rules of others who use the same app are left alone. */
const OURS = 'bureau:';

/** The account stands in the tag by X's own id. */
export function rulesOf({ externalId, searches }: { externalId: string; searches: readonly string[] }): StreamRule[] {
  return [...new Set(searches.map(narrowed))].map((value) => ({ value, tag: OURS + externalId }));
}

export function isOurs(tag: string | undefined): boolean {
  return tag !== undefined && tag.startsWith(OURS);
}

/** X's id of the account whose rule it is; null: the rule is of somebody else. */
export function accountIn(tag: string | undefined): string | null {
  return tag !== undefined && isOurs(tag) ? tag.slice(OURS.length) : null;
}

/** The same for the same rule only. */
export function nameOf({ tag, value }: StreamRule): string {
  return `${tag} ${value}`;
}
