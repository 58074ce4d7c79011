import twitterText from 'twitter-text';
import type { XWorld } from './x-world.ts';

export type Mention = { start: number; end: number; username: string; id?: string };

/** What stands in a text, found by X's own rules; positions are code points, ends exclusive. */
export function entitiesIn(world: XWorld, words: string) {
  const found = twitterText.extractEntitiesWithIndices(words, { extractUrlsWithoutProtocol: true });
  const codePoint = (offset: number) => [...words.slice(0, offset)].length;
  const at = ({ indices: [start, end] }: { indices: [number, number] }) => ({
    start: codePoint(start),
    end: codePoint(end),
  });
  const mentions: Mention[] = [];
  const hashtags: { start: number; end: number; tag: string }[] = [];
  const urls: { start: number; end: number; url: string; expanded_url: string; display_url: string }[] = [];
  for (const one of found) {
    if ('screenName' in one) {
      const known = world.userNamed(one.screenName);
      mentions.push({ ...at(one), username: known?.username ?? one.screenName, ...(known && { id: known.id }) });
    }
    if ('hashtag' in one) hashtags.push({ ...at(one), tag: one.hashtag });
    if ('url' in one) urls.push({ ...at(one), url: one.url, expanded_url: one.url, display_url: one.url });
  }
  return { mentions, hashtags, urls };
}

/** Ids of the known users whom a text names. */
export function mentionedIn(world: XWorld, words: string): string[] {
  return entitiesIn(world, words).mentions.flatMap(({ id }) => id ?? []);
}

/** X's weighted length: a link counts 23, most scripts of East Asia 2 a sign, an emoji 2. */
export function weightedLength(words: string): number {
  return words === '' ? 0 : twitterText.parseTweet(words).weightedLength;
}
