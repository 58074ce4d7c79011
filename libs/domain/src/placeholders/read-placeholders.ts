/** What changes a value on its way, such as `default: "there"`. */
export interface PlaceholderFilter {
  name: string;
  argument: string | null;
  /** Of the few that take two, such as `replace: "a", "b"`. */
  second: string | null;
}

export type PlaceholderPiece =
  | { kind: 'text'; text: string }
  | { kind: 'placeholder'; source: string; name: string; filters: PlaceholderFilter[] }
  | { kind: 'broken'; source: string };

/** Braces cannot stand inside, so every character is looked at once. */
const TAG = /\{\{([^{}]*)\}\}/g;
const NAME = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,3}$/;
const ARGUMENT = `(?:"([^"]*)"|'([^']*)'|(\\d{1,4}))`;
const FILTER = new RegExp(`^([a-z_]+)(?:\\s*:\\s*${ARGUMENT}(?:\\s*,\\s*${ARGUMENT})?)?$`);
const LONGEST_TAG = 300;

/** Takes a text apart at its `{{placeholders}}`, as Liquid's output tags write them (product.md 4.4). Never throws. */
export function readPlaceholders(source: string): PlaceholderPiece[] {
  const pieces: PlaceholderPiece[] = [];
  let from = 0;
  for (const match of source.matchAll(TAG)) {
    if (match.index > from) pieces.push({ kind: 'text', text: source.slice(from, match.index) });
    pieces.push(readTag(match[0], match[1] ?? ''));
    from = match.index + match[0].length;
  }
  if (from < source.length) pieces.push({ kind: 'text', text: source.slice(from) });
  return pieces;
}

function readTag(source: string, inside: string): PlaceholderPiece {
  if (inside.length > LONGEST_TAG) return { kind: 'broken', source };
  const [name = '', ...rest] = splitAtBars(inside.replace(/^-|-$/g, ''));
  const filters = rest.map(readFilter);
  const read = filters.filter((filter) => filter !== null);
  if (!NAME.test(name) || read.length < filters.length) return { kind: 'broken', source };
  return { kind: 'placeholder', source, name, filters: read };
}

/** A bar between quotes is none. */
function splitAtBars(inside: string): string[] {
  const parts = [''];
  let quote = '';
  for (const character of inside) {
    if (quote === '' && character === '|') {
      parts.push('');
      continue;
    }
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

function readFilter(part: string): PlaceholderFilter | null {
  const [, name, ...said] = FILTER.exec(part) ?? [];
  if (name === undefined) return null;
  const argumentAt = (at: number) => said[at] ?? said[at + 1] ?? said[at + 2] ?? null;
  return { name, argument: argumentAt(0), second: argumentAt(3) };
}
