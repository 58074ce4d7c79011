/**
 * Where a placeholder has no value, texts that somebody will look at carry an empty element that names it: one that shows
 * nothing should it ever leave the desk.
 */
const GAP = /<span data-gap="([a-z0-9_.]+)"><\/span>/g;

/** Characters that no text has (of Unicode's private use), around a name. */
const OPEN = '\ue0a0';
const CLOSE = '\ue0a1';
const SIGNED = new RegExp(`${OPEN}([a-z0-9_.]+)${CLOSE}`, 'g');

/** A gap that survives every cleaning of HTML, until {@link withGaps} makes an element of it. */
export function gapSign(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/** HTML with its signs made elements. */
export function withGaps(html: string): string {
  return html.replace(SIGNED, '<span data-gap="$1"></span>');
}

/** HTML without its gaps: nothing is said there. */
export function withoutGaps(html: string): string {
  return html.replace(GAP, '');
}

/** What is missing in HTML, in the order in which it stands there. */
export function gapsIn(html: string): string[] {
  return [...html.matchAll(GAP)].flatMap(([, name]) => name ?? []);
}

/** The text of HTML in pieces: words, and the gaps between them. */
export function piecesBetweenGaps(
  html: string,
  textOf: (html: string) => string,
): ({ kind: 'words'; words: string } | { kind: 'gap'; name: string })[] {
  return textOf(html.replace(GAP, `${OPEN}$1${CLOSE}`))
    .split(SIGNED)
    .map((part, index) => (index % 2 === 1 ? { kind: 'gap', name: part } : { kind: 'words', words: part }));
}
