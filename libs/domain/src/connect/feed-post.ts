import { chooseParts } from '../placeholders/choose-parts.ts';
import { sayText } from '../placeholders/fill.ts';
import type { PlaceholderValues } from '../placeholders/placeholder-values.ts';
import { readPlaceholders } from '../placeholders/read-placeholders.ts';
import { canonicalText, cutText } from './canonical.ts';

/** A piece of a post: words, or somebody who is told of it, by his id in Salesforce. */
export type FeedSegment = { text: string } | { mention: string };

/** Most characters of a post in Salesforce, and most users that one mentions. */
export const POST_LENGTH = 10_000;
export const MOST_MENTIONS = 25;

/** What a name there may take. */
const NAME_LENGTH = 122;

const MENTION = /@\[(005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\]/;

/** Whom a template mentions, as often as it does. */
export function mentionsIn(source: string): string[] {
  return source.split(MENTION).filter((_, index) => index % 2 === 1);
}

/**
 * A template as a post: its choices made, its placeholders filled. Only the template mentions; `@[005…]` in a value stays
 * text, so that no customer calls the users of the organisation. No segments: it says nothing.
 */
export function sayPost(source: string, values: PlaceholderValues): { segments: FeedSegment[]; missing: string[] } {
  const missing = new Set<string>();
  const segments = readPlaceholders(chooseParts(source, values, 'text')).flatMap((piece) => {
    if (piece.kind === 'text') return segmentsOf(piece.text);
    const said = sayText(piece.source, values);
    for (const name of said.missing) missing.add(name);
    return [{ text: said.words }];
  });
  return { segments: shortened(trimmed(joined(segments))), missing: [...missing] };
}

/** The words of a post, mentions by their ids. */
export function postText(segments: readonly FeedSegment[]): string {
  return segments.map((segment) => ('text' in segment ? segment.text : `@[${segment.mention}]`)).join('');
}

/** Whether a post of the feed, as Salesforce shows it, is this one: a mention is there a name that nobody here knows. */
export function isPostOf(segments: readonly FeedSegment[], body: unknown): boolean {
  const said = canonicalText(body) ?? '';
  const last = segments.length - 1;
  let at = 0;
  let afterName = false;
  for (const [index, segment] of segments.entries()) {
    if ('mention' in segment) {
      afterName = true;
      continue;
    }
    const { text } = segment;
    const found = place(said, text, { at, afterName, isLast: index === last });
    if (found === null) return false;
    at = found + text.length;
    afterName = false;
  }
  return afterName || at === said.length;
}

function place(
  said: string,
  text: string,
  { at, afterName, isLast }: { at: number; afterName: boolean; isLast: boolean },
): number | null {
  if (!afterName) return said.startsWith(text, at) ? at : null;
  const found = isLast && said.endsWith(text) ? said.length - text.length : said.indexOf(text, at);
  return found < at ? null : found;
}

function segmentsOf(text: string): FeedSegment[] {
  return text.split(MENTION).map((part, index) => (index % 2 === 1 ? { mention: part } : { text: part }));
}

/** Words that follow each other are one piece, in the form that Salesforce keeps them in. */
function joined(segments: readonly FeedSegment[]): FeedSegment[] {
  const all: FeedSegment[] = [];
  for (const segment of segments) {
    const before = all.at(-1);
    if ('text' in segment && before && 'text' in before) all[all.length - 1] = { text: before.text + segment.text };
    else all.push(segment);
  }
  return all.map((segment) => ('text' in segment ? { text: plain(segment.text) } : segment));
}

function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC').replace(/\r\n?/g, '\n');
}

function trimmed(segments: readonly FeedSegment[]): FeedSegment[] {
  const last = segments.length - 1;
  return segments.flatMap((segment, index): FeedSegment[] => {
    if ('mention' in segment) return [segment];
    const begun = index === 0 ? segment.text.trimStart() : segment.text;
    const text = index === last ? begun.trimEnd() : begun;
    return text === '' ? [] : [{ text }];
  });
}

/** As much as Salesforce holds. */
function shortened(segments: readonly FeedSegment[]): FeedSegment[] {
  const all: FeedSegment[] = [];
  let room = POST_LENGTH;
  for (const segment of segments) {
    const length = 'text' in segment ? segment.text.length : NAME_LENGTH;
    if (length > room) return 'text' in segment && room > 1 ? [...all, { text: cutText(segment.text, room) }] : all;
    all.push(segment);
    room -= length;
  }
  return all;
}
