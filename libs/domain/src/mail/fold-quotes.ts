import {
  isAttribution,
  isDeviceLine,
  isDivider,
  isQuoted,
  isRule,
  isSignatureMark,
  startsAttribution,
  startsHeaderBlock,
} from './quote-marks.ts';

/** A piece that is shown on demand; `start` and `end` are offsets into the whole text. */
export interface FoldedPiece {
  kind: 'quote' | 'history' | 'signature';
  start: number;
  end: number;
}

/** A text in two: its first `visibleLength` characters are shown, the rest is one click away. Nothing is removed. */
export interface FoldedText {
  visibleLength: number;
  /** The shown part without the blank lines at its end. */
  visible: string;
  /** What follows, piece by piece, without a gap. */
  folded: FoldedPiece[];
}

type LineKind = 'new' | 'blank' | 'quote' | 'history' | 'signature';

/** Longer "signatures" are text: somebody used two dashes as a rule. */
const LONGEST_SIGNATURE = 12;

/** A text of more lines was made to cost, or is no letter: it is shown whole (S9). */
const MOST_LINES = 5000;

/** Lines of an attribution that mail programs wrapped. */
const MOST_ATTRIBUTION_LINES = 4;

/**
 * Folds quoted history and signatures at the end of a plain text. A word that the writer may have written is never
 * folded: answers between or below quotes stay visible, with the quotes they belong to, and a mail that is nothing but
 * history (a bare forward) is shown whole. In doubt, it shows.
 */
export function foldQuotes(text: string): FoldedText {
  const lines = splitLines(text);
  if (lines.length > MOST_LINES) return { visibleLength: text.length, visible: text.trimEnd(), folded: [] };
  const kinds = classify(lines.map(({ content }) => content));

  let first = kinds.length;
  while (first > 0 && kinds[first - 1] !== 'new') first--;
  const hasWords = lines.slice(0, first).some(({ content }) => /[\p{L}\p{N}\p{Emoji}]/u.test(content));
  while (first < kinds.length && kinds[first] === 'blank') first++;
  const visibleLength = hasWords ? (lines[first]?.start ?? text.length) : text.length;

  const folded = hasWords ? piecesOf(lines.slice(first), kinds.slice(first)) : [];
  return { visibleLength, visible: text.slice(0, visibleLength).trimEnd(), folded };
}

interface Line {
  content: string;
  /** Offset of its first character. */
  start: number;
  /** Offset after its line end. */
  end: number;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === '') continue;
    const content = match[0].replace(/\r?\n$/, '').replace(/^\ufeff/, '');
    lines.push({ content, start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

function classify(lines: string[]): LineKind[] {
  const kinds: LineKind[] = lines.map((line) => (line.trim() === '' ? 'blank' : isQuoted(line) ? 'quote' : 'new'));
  markAttributions(lines, kinds);
  markHistory(lines, kinds);
  markRules(lines, kinds);
  markSignatures(lines, kinds);
  return kinds;
}

/** An attribution above `>` lines belongs to them; one above plain text begins history. */
function markAttributions(lines: string[], kinds: LineKind[]): void {
  for (let end = 0; end < lines.length; end++) {
    const start = attributionStart(lines, kinds, end);
    if (start === null) continue;

    const next = kinds.findIndex((kind, at) => at > end && kind !== 'blank');
    const begins = next >= 0 && kinds[next] === 'new' && !isWrappedQuote(lines, kinds, next);
    kinds.fill(begins ? 'history' : 'quote', start, begins ? lines.length : end + 1);
    if (begins) return;
  }
}

/**
 * Where an attribution begins that ends in this line, or null: the nearest line above that looks like a beginning, else
 * the nearest that makes the whole one. Nearest, because the writer's words may stand right above it.
 */
function attributionStart(lines: string[], kinds: LineKind[], end: number): number | null {
  let nearest: number | null = null;
  let joined = '';
  for (let start = end; start > end - MOST_ATTRIBUTION_LINES && kinds[start] === 'new'; start--) {
    const line = lines[start] ?? '';
    joined = `${line} ${joined}`;
    if (!isAttribution(joined)) continue;
    if (startsAttribution(line)) return start;
    nearest ??= start;
  }
  return nearest;
}

/** A `>` block follows at once, so this unquoted line is only the wrapped end of the attribution. */
function isWrappedQuote(lines: string[], kinds: LineKind[], index: number): boolean {
  return kinds[index + 1] === 'quote' && (lines[index]?.length ?? 0) < 12;
}

/** From a divider, a header block or a device line on, everything was written before. */
function markHistory(lines: string[], kinds: LineKind[]): void {
  const start = lines.findIndex(
    (line, index) => kinds[index] === 'new' && (isDivider(line) || startsHeaderBlock(lines.slice(index, index + 9))),
  );
  if (start >= 0) kinds.fill('history', start);

  const device = lines.findIndex(
    (line, index) => kinds[index] === 'new' && isDeviceLine(line) && standsAlone(kinds, index),
  );
  if (device >= 0 && !kinds.slice(0, device).includes('quote'))
    kinds.fill('signature', device, nextHistory(kinds, device));
}

/** Programs put their line below a blank one, or first. */
function standsAlone(kinds: LineKind[], index: number): boolean {
  return index === 0 || kinds[index - 1] === 'blank' || kinds[index - 1] === 'signature';
}

function nextHistory(kinds: LineKind[], from: number): number {
  const next = kinds.findIndex((kind, index) => index > from && (kind === 'history' || kind === 'quote'));
  return next < 0 ? kinds.length : next;
}

function markSignatures(lines: string[], kinds: LineKind[]): void {
  for (let index = 0; index < lines.length; index++) {
    if (kinds[index] !== 'new' || !isSignatureMark(lines[index] ?? '')) continue;
    const end = nextHistory(kinds, index);
    const words = kinds.slice(index + 1, end).filter((kind) => kind === 'new').length;
    const more = lines.slice(index + 1, end).some((line) => isSignatureMark(line));
    if (words <= LONGEST_SIGNATURE && !more) kinds.fill('signature', index, end);
  }
}

/** A rule right above history is its upper edge. */
function markRules(lines: string[], kinds: LineKind[]): void {
  for (let index = lines.length - 1; index >= 0; index--) {
    if (kinds[index] !== 'new' || !isRule(lines[index] ?? '')) continue;
    const next = kinds.find((kind, at) => at > index && kind !== 'blank');
    if (next === 'history' || next === 'quote') kinds[index] = next;
  }
}

function piecesOf(lines: Line[], kinds: LineKind[]): FoldedPiece[] {
  const pieces: FoldedPiece[] = [];
  lines.forEach(({ start, end }, index) => {
    const kind = kinds[index] ?? 'history';
    const last = pieces.at(-1);
    if (last && (kind === 'blank' || kind === last.kind)) last.end = end;
    else pieces.push({ kind: kind === 'new' || kind === 'blank' ? 'history' : kind, start, end });
  });
  return pieces;
}
