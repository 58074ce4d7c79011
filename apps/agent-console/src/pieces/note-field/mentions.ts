/** Somebody who can be named in a note. */
export interface Colleague {
  id: number;
  name: string;
}

/** The beginning of a name that is being typed behind an @ before the cursor; null when none is. */
export function mentionAt(text: string, cursor: number): { begin: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, cursor));
  const typed = found?.[1];
  return typed === undefined ? null : { begin: cursor - typed.length - 1, typed };
}

/** At most six colleagues with a name, first or last, that begins so. */
export function colleaguesLike(colleagues: readonly Colleague[], typed: string): Colleague[] {
  const wanted = typed.toLowerCase();
  return colleagues
    .filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`))
    .filter(({ name }) => name.toLowerCase() !== wanted)
    .slice(0, 6);
}

/** Whom a note names, as @Name in full. */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): number[] {
  const folded = text.toLowerCase();
  return colleagues.filter(({ name }) => name !== '' && folded.includes(`@${name.toLowerCase()}`)).map(({ id }) => id);
}
