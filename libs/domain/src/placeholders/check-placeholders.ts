import type { CustomFieldOwner } from '@bureau/contracts';
import { readParts, type Part, type TextForm } from './choose-parts.ts';
import { withoutEntities } from './without-entities.ts';
import { TEMPLATE_BLOCKS } from './fill-template.ts';
import { problemOfFilter } from './filters.ts';
import { readPlaceholders, type PlaceholderPiece } from './read-placeholders.ts';
import { namesIn } from './test-expression.ts';
import { ALIASES, customFieldOf, placeholdersFor, type PlaceholderPlace } from './vocabulary.ts';

export interface CheckOptions {
  place: PlaceholderPlace;
  /** The custom fields that there are; null: whoever asks does not know them, and any key is taken. */
  customFields: readonly { owner: CustomFieldOwner; key: string }[] | null;
}

/** What is wrong with the placeholders and choices of a text, one sentence for each, naming it and the fix. Empty: nothing. */
export function checkPlaceholders(text: string, options: CheckOptions): string[] {
  return [...new Set(problemsOf(text, { ...options, form: 'text' }))];
}

/** As {@link checkPlaceholders} for HTML: also that no tag holds a placeholder, and that a choice is of whole elements. */
export function checkHtml(html: string, options: CheckOptions): string[] {
  const tags = [...html.matchAll(/<[^<>]*>/g)].map(([tag]) => tag).filter((tag) => /\{\{|\{%/.test(tag));
  return [
    ...tags.map((tag) => `A placeholder cannot stand inside of a tag: ${tag.slice(0, 80)}`),
    ...new Set(problemsOf(html, { ...options, form: 'html' })),
  ];
}

/** As {@link checkHtml} for a template: also where its blocks stand. */
export function checkTemplate(html: string, options: CheckOptions): string[] {
  const [, ...behind] = html.split(BLOCK);
  const inChoice = behind.length > 0 && html.split(BLOCK).some((piece) => readParts(piece, 'html').problems.length > 0);
  const whole = readParts(html, 'html').problems.length === 0;
  return [
    ...checkHtml(html, options),
    ...(inChoice && whole ? ['{{message}}, {{signature}} and {{history}} cannot stand inside of an {% if %}.'] : []),
    ...problemsOfBlocks(html, options.place),
  ];
}

const BLOCK = /\{\{\s*(?:message|signature|history)\s*\}\}/;

interface ProblemOptions extends CheckOptions {
  form: TextForm;
}

function problemsOf(text: string, options: ProblemOptions): string[] {
  const { parts, problems } = readParts(text, options.form);
  return [...problems, ...problemsOfParts(parts, options)];
}

function problemsOfParts(parts: readonly Part[], options: ProblemOptions): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return problemsOfWords(part, options);
    const cut = options.form === 'html' && part.arms.some((arm) => !isWhole(arm.parts));
    return [
      ...(cut
        ? [`${part.source} begins and ends in different paragraphs: put it around whole ones, or inside of one.`]
        : []),
      ...part.arms.flatMap(({ test, parts: inner }) => [
        ...(test === null ? [] : namesIn(test).flatMap((name) => problemOfName(name, options) ?? [])),
        ...problemsOfParts(inner, options),
      ]),
    ];
  });
}

function problemsOfWords(words: string, options: ProblemOptions): string[] {
  const said = options.form === 'html' ? withoutEntities(words.replace(/<[^<>]*>/g, '')) : words;
  return readPlaceholders(said).flatMap((piece) => problemOf(piece, options) ?? []);
}

/** Whether every element that begins here ends here. Choices within are looked at by themselves. */
function isWhole(parts: readonly Part[]): boolean {
  let depth = 0;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    for (const [, closing, name = ''] of part.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi)) {
      if (/^(?:br|hr|img|col|wbr)$/i.test(name)) continue;
      depth += closing === '/' ? -1 : 1;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}

function problemOf(piece: PlaceholderPiece, options: CheckOptions): string | null {
  switch (piece.kind) {
    case 'text':
      return /\{\{|\{%/.test(piece.text)
        ? `A ${piece.text.includes('{{') ? '{{' : '{%'} is never closed: write the name and its other end behind it, near "${near(piece.text)}".`
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
  const from = text.search(/\{\{|\{%/);
  return text.slice(from, from + 30).trim();
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
