import type { CustomFieldOwner } from '@bureau/contracts';
import { withoutEntities } from './fill.ts';
import { TEMPLATE_BLOCKS } from './fill-template.ts';
import { problemOfFilter } from './filters.ts';
import { readPlaceholders, type PlaceholderPiece } from './read-placeholders.ts';
import { ALIASES, customFieldOf, placeholdersFor, type PlaceholderPlace } from './vocabulary.ts';

export interface CheckOptions {
  place: PlaceholderPlace;
  /** The custom fields that there are; null: whoever asks does not know them, and any key is taken. */
  customFields: readonly { owner: CustomFieldOwner; key: string }[] | null;
}

/** What is wrong with the placeholders of a text, one sentence for each, naming it and the fix. Empty: nothing. */
export function checkPlaceholders(text: string, options: CheckOptions): string[] {
  const problems = readPlaceholders(text).flatMap((piece) => problemOf(piece, options) ?? []);
  return [...new Set(problems)];
}

/** As {@link checkPlaceholders} for the HTML of a template: also where its blocks stand, and that no tag holds a placeholder. */
export function checkTemplate(html: string, options: CheckOptions): string[] {
  const parts = html.split(/(<[^<>]*>)/);
  const inTags = parts.filter((part, index) => index % 2 === 1 && part.includes('{{'));
  const words = parts.filter((_, index) => index % 2 === 0).join('');
  return [
    ...inTags.map((tag) => `A placeholder cannot stand inside of a tag: ${tag.slice(0, 80)}`),
    ...checkPlaceholders(withoutEntities(words), options),
    ...problemsOfBlocks(html, options.place),
  ];
}

function problemOf(piece: PlaceholderPiece, options: CheckOptions): string | null {
  switch (piece.kind) {
    case 'text':
      return piece.text.includes('{{')
        ? `A {{ is never closed: write the name and }} behind it, near "${near(piece.text)}".`
        : null;
    case 'broken':
      return `${piece.source} cannot be read; write it as in {{customer.first_name | default: "there"}}.`;
    case 'placeholder':
      if (isBlock(piece.name)) return options.place === 'signature' ? `A signature cannot hold ${piece.source}.` : null;
      return problemOfName(piece.name, options) ?? piece.filters.map(problemOfFilter).find((found) => found) ?? null;
  }
}

function problemOfName(name: string, { place, customFields }: CheckOptions): string | null {
  const field = customFieldOf(name);
  const allowed = placeholdersFor(place);
  if (allowed.includes(name)) return null;
  if (place === 'acknowledgement' && (field || ALIASES.has(name) || placeholdersFor('reply').includes(name))) {
    return `An acknowledgement goes to whomever a mail names as its sender; {{${name}}} could carry a stranger's words. Leave it out.`;
  }
  if (ALIASES.has(name)) return null;
  if (field) {
    if (customFields === null || customFields.some(({ owner, key }) => owner === field.owner && key === field.key)) {
      return null;
    }
    return `There is no custom field behind {{${name}}}.`;
  }
  const close = closest(name, allowed);
  return `There is no placeholder {{${name}}}${close === undefined ? '; choose one from the list.' : `; did you mean {{${close}}}?`}`;
}

function problemsOfBlocks(html: string, place: PlaceholderPlace): string[] {
  const problems: string[] = [];
  const count = (name: string) => [...html.matchAll(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'g'))].length;
  if (place === 'acknowledgement') {
    if (count('message') + count('history') > 0) {
      problems.push('An acknowledgement answers by itself: leave out {{message}} and {{history}}.');
    }
  } else if (count('message') !== 1) {
    problems.push('Say once where the words of the agent go: {{message}} in a line of its own.');
  }
  for (const name of ['signature', 'history']) if (count(name) > 1) problems.push(`Name {{${name}}} once.`);
  for (const [tag] of html.matchAll(/\{\{\s*(?:message|signature|history)\s*\|[^{}]*\}\}/g)) {
    problems.push(`${tag} stands for a whole part of the mail and takes no filter.`);
  }
  return [...problems, ...TEMPLATE_BLOCKS.flatMap((name) => (standsAlone(html, name) ? [] : alone(name)))];
}

function alone(name: string): string {
  return `{{${name}}} stands for a whole part of the mail: give it a line of its own.`;
}

/** Before it nothing or a tag that holds blocks, behind it the same: what it brings are paragraphs. */
function standsAlone(html: string, name: string): boolean {
  const tag = new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).exec(html);
  if (!tag) return true;
  const before = html.slice(0, tag.index).trimEnd();
  const after = html.slice(tag.index + tag[0].length).trimStart();
  const opens =
    before === '' || /(?:\}\}|<(?:div|td|blockquote|section|center)(?:\s[^<>]*)?>|<\/\w+>|<[bh]r ?\/?>)$/i.test(before);
  const goesOn = after === '' || /^(?:\{\{|<)/.test(after);
  return opens && goesOn && !/^<\/(?:p|span|b|i|em|strong|a|u|h[1-6])>/i.test(after);
}

function isBlock(name: string): boolean {
  return TEMPLATE_BLOCKS.some((block) => block === name);
}

function near(text: string): string {
  return text.slice(text.indexOf('{{'), text.indexOf('{{') + 30).trim();
}

/** The name that was probably meant: at most three letters away. */
function closest(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((known) => ({ known, distance: lettersApart(name.slice(0, 60), known) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= 3 ? best.known : undefined;
}

/** Levenshtein's distance, row by row. */
function lettersApart(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index);
  [...a].forEach((letter, down) => {
    const next = [down + 1];
    [...b].forEach((other, right) => {
      const replaced = (row[right] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[right + 1] ?? 0) + 1, (next[right] ?? 0) + 1));
    });
    row = next;
  });
  return row[b.length] ?? 0;
}
