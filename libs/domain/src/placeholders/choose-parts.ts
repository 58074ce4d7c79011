import type { PlaceholderValues } from './placeholder-values.ts';
import { withoutEntities } from './without-entities.ts';
import { holds, readTest, type Test } from './test-expression.ts';

export type TextForm = 'text' | 'html';

/** Words, or a choice between words. */
export type Part = string | Choice;

export interface Choice {
  /** Its first tag, as it was written. */
  source: string;
  /** The first whose test holds is said; one without a test holds always. */
  arms: { test: Test | null; negated: boolean; parts: Part[] }[];
}

/** A tag such as `{% if %}`; in HTML the tags of HTML are passed over, with whatever stands in them. */
const TAGS = { text: /\{%(-?)([^{}%]*?)(-?)%\}/g, html: /<[^<>]*>|\{%(-?)([^{}%]*?)(-?)%\}/g } as const;
/** A paragraph of an editor in which nothing stands but a tag. */
const TAG_IN_PARAGRAPH = /<p>\s*(\{%[^{}%]*%\})\s*(?:<br ?\/?>\s*)?<\/p>/gi;
const LEVELS_AT_MOST = 10;

/**
 * A text with its choices made: of `{% if %}`, `{% elsif %}`, `{% else %}`, `{% endif %}` and `{% unless %}` (product.md
 * 4.4) there stays what is to be said, with its placeholders as they are. What cannot be read says nothing. Never throws.
 */
export function chooseParts(source: string, values: PlaceholderValues, form: TextForm): string {
  if (!source.includes('{%')) return source;
  const said = (parts: readonly Part[]): string =>
    parts.map((part) => (typeof part === 'string' ? part : said(armOf(part, values)))).join('');
  return said(readParts(source, form).parts);
}

/** Takes a text apart at its choices, and says what is wrong with them, one sentence for each. */
export function readParts(source: string, form: TextForm): { parts: Part[]; problems: string[] } {
  const reader = new PartReader(form);
  const text = form === 'html' ? source.replace(TAG_IN_PARAGRAPH, '$1') : source;
  let from = 0;
  let trims = false;
  for (const match of text.matchAll(TAGS[form])) {
    const [tag, before, inside, after] = match;
    if (inside === undefined) continue;
    const words = trims ? text.slice(from, match.index).trimStart() : text.slice(from, match.index);
    reader.words(before === '-' ? words.trimEnd() : words);
    reader.tag(tag, inside.trim());
    from = match.index + tag.length;
    trims = after === '-';
  }
  reader.words(trims ? text.slice(from).trimStart() : text.slice(from));
  return reader.end();
}

function armOf({ arms }: Choice, values: PlaceholderValues): readonly Part[] {
  return arms.find(({ test, negated }) => test === null || holds(test, values) !== negated)?.parts ?? [];
}

class PartReader {
  // Written out: worker threads load this library as it is, with its types merely stripped.
  private readonly form: TextForm;
  private readonly problems: string[] = [];
  private readonly parts: Part[] = [];
  private readonly open: { choice: Choice; ends: string }[] = [];
  /** Choices that lie too deep to be read; nothing of them is said. */
  private tooDeep = 0;

  constructor(form: TextForm) {
    this.form = form;
  }

  words(text: string): void {
    if (text !== '') this.place().push(text);
  }

  tag(source: string, inside: string): void {
    const [, word = '', rest = ''] = /^([a-z]+)\s*([\s\S]*)$/.exec(inside) ?? [];
    switch (word) {
      case 'if':
      case 'unless':
        return this.begin(source, { word, rest });
      case 'elsif':
        return this.next(source, rest);
      case 'else':
        return this.next(source, null);
      case 'endif':
      case 'endunless':
        return this.close(source, word);
      default:
        this.problems.push(`There is no ${source}; there are {% if %}, {% unless %}, {% elsif %} and {% else %}.`);
    }
  }

  end(): { parts: Part[]; problems: string[] } {
    for (const { choice, ends } of this.open) {
      this.problems.push(`${choice.source} is never closed: write {% ${ends} %} where it ends.`);
    }
    return { parts: this.parts, problems: this.problems };
  }

  private begin(source: string, { word, rest }: { word: string; rest: string }): void {
    if (this.open.length === LEVELS_AT_MOST) {
      this.tooDeep += 1;
      this.problems.push(`${source} lies too deep: at most ${LEVELS_AT_MOST} in each other.`);
      return;
    }
    const choice: Choice = { source, arms: [this.arm(source, rest, word === 'unless')] };
    this.place().push(choice);
    this.open.push({ choice, ends: `end${word}` });
  }

  private next(source: string, rest: string | null): void {
    if (this.tooDeep > 0) return;
    const choice = this.open.at(-1)?.choice;
    if (!choice || choice.arms.at(-1)?.test === null) {
      this.problems.push(`${source} belongs between {% if %} and {% endif %}, and before {% else %}.`);
    } else if (rest === null) {
      choice.arms.push({ test: null, negated: false, parts: [] });
    } else {
      choice.arms.push(this.arm(source, rest, false));
    }
  }

  private close(source: string, word: string): void {
    if (this.tooDeep > 0) this.tooDeep -= 1;
    else if (this.open.at(-1)?.ends === word) this.open.pop();
    else this.problems.push(`${source} closes nothing; leave it out, or write its beginning.`);
  }

  /** A test that cannot be read holds never. */
  private arm(source: string, rest: string, negated: boolean): Choice['arms'][number] {
    const test = readTest(this.form === 'html' ? withoutEntities(rest) : rest);
    if (test) return { test, negated, parts: [] };
    this.problems.push(`${source} cannot be read; write it as in {% if case.priority > 7 %}.`);
    return { test: NEVER, negated: false, parts: [] };
  }

  private place(): Part[] {
    if (this.tooDeep > 0) return [];
    return this.open.at(-1)?.choice.arms.at(-1)?.parts ?? this.parts;
  }
}

const NEVER: Test = { first: { left: { says: 'false' }, compared: null }, rest: null };
