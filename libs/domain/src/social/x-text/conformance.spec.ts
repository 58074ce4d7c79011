import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { piecesOf } from '../post-pieces.ts';
import { entitiesOf, type PostEntity } from './index.ts';

/** X's own examples of what in a text is a link: twitter/twitter-text, conformance. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../../../shared/corpora/twitter-text');
const found = existsSync(FOLDER);

interface Example {
  description: string;
  text: string;
  expected: unknown;
  hits?: [number, number][];
}

function examples(file: string): Record<string, Example[]> {
  if (!found) return {};
  const { tests }: { tests: Record<string, Example[]> } = parse(readFileSync(path.join(FOLDER, file), 'utf8'));
  return tests;
}

const extract = examples('extract.yml');
const autolink = examples('autolink.yml');
const highlight = examples('hit_highlighting.yml');

const textOf = (text: string) => (entity: PostEntity) => text.slice(entity.from, entity.to);
const ofKind = (text: string, ...kinds: PostEntity['kind'][]) =>
  entitiesOf(text).filter(({ kind }) => kinds.includes(kind));

/** Offsets in code points, as the examples count. */
const inCodePoints = (text: string, at: number) => [...text.slice(0, at)].length;

describe.skipIf(!found)(`X's own examples${found ? '' : ' (they are not here)'}`, () => {
  describe('of what a text names', () => {
    const groups: [string, PostEntity['kind'][]][] = [
      ['mentions', ['mention']],
      ['urls', ['link']],
      ['tco_urls_with_params', ['link']],
      ['hashtags', ['hashtag']],
      ['hashtags_from_astral', ['hashtag']],
      ['cashtags', ['cashtag']],
    ];
    for (const [group, kinds] of groups) {
      it.each(extract[group] ?? [])(`${group}: $description`, ({ text, expected }) => {
        const sign = kinds.includes('link') ? '' : 1;
        expect(ofKind(text, ...kinds).map((entity) => textOf(text)(entity).slice(Number(sign)))).toEqual(expected);
      });
    }
  });

  describe('of where it names it', () => {
    const groups: [string, PostEntity['kind'][]][] = [
      ['mentions_with_indices', ['mention']],
      ['mentions_or_lists_with_indices', ['mention', 'list']],
      ['urls_with_indices', ['link']],
      ['urls_with_directional_markers', ['link']],
      ['hashtags_with_indices', ['hashtag']],
      ['cashtags_with_indices', ['cashtag']],
    ];
    for (const [group, kinds] of groups) {
      it.each(extract[group] ?? [])(`${group}: $description`, ({ text, expected }) => {
        const places = ofKind(text, ...kinds).map(({ from, to }) => [inCodePoints(text, from), inCodePoints(text, to)]);
        expect(places).toEqual((expected as { indices: number[] }[]).map(({ indices }) => indices));
      });
    }
  });

  describe('of what becomes a link', () => {
    for (const group of ['usernames', 'lists', 'hashtags', 'urls', 'cashtags', 'all']) {
      it.each(autolink[group] ?? [])(`${group}: $description`, ({ text, expected }) => {
        const linked = entitiesOf(text, { bareLinks: false })
          // These examples are about addresses alone, whatever else X would find there.
          .filter(({ kind }) => group !== 'urls' || kind === 'link')
          .map((entity) => [textOf(text)(entity).replace(/^[@＠]/u, ''), entity.kind]);
        expect(linked).toEqual(linksOf(String(expected)));
      });
    }
  });

  describe('of what was searched for', () => {
    for (const group of ['plain_text', 'with_links']) {
      it.each(highlight[group] ?? [])(`${group}: $description`, ({ text, hits = [], expected }) => {
        const plain = text.replace(/<[^>]*>/g, '');
        const ranges = hits.map(([from, to]) => ({ from, to }));
        const marked = piecesOf(plain, rangesOf(text, 'a'), ranges).filter(({ hit }) => hit);
        const wanted = rangesOf(String(expected), 'em').map(({ from, to }) => plain.slice(from, to));
        expect(marked.map((piece) => piece.text).join('')).toBe(wanted.join(''));
      });
    }
  });
});

/** Text and kind of each link in the HTML that twitter-text makes. */
function linksOf(html: string): [string, string][] {
  return [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', text = '']) => [
    unescaped(text),
    kindOf(attributes),
  ]);
}

function kindOf(attributes: string): PostEntity['kind'] {
  if (/\busername\b/.test(/class="([^"]*)"/.exec(attributes)?.[1] ?? '')) return 'mention';
  if (/\blist-slug\b/.test(attributes)) return 'list';
  if (/class="[^"]*\bhashtag\b/.test(attributes)) return 'hashtag';
  return /class="[^"]*\bcashtag\b/.test(attributes) ? 'cashtag' : 'link';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Where the elements of a name stand in the text of an HTML. */
function rangesOf(html: string, element: string): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let at = 0;
  let from: number | null = null;
  for (const [token, closing, name] of html.matchAll(/<(\/?)(\w+)[^>]*>|[^<]+/gs)) {
    if (name === undefined) at += token.length;
    else if (name === element && closing === '') from = at;
    else if (name === element && from !== null) ranges.push({ from, to: at });
  }
  return ranges;
}
