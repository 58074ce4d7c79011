import { escapeHtml } from '../mail/escape-html.ts';
import { chooseParts } from './choose-parts.ts';
import { filtered } from './filters.ts';
import type { PlaceholderValues } from './placeholder-values.ts';
import { readPlaceholders, type PlaceholderPiece } from './read-placeholders.ts';
import { LINKS } from './vocabulary.ts';
import { withoutEntities } from './without-entities.ts';

/** A text that was filled. */
export interface Filled {
  words: string;
  /** Placeholders that had neither value nor default, each once: they said nothing. */
  missing: string[];
}

/** What stands for a placeholder that has neither value nor default. */
export type SayGap = (name: string) => string;

/**
 * A text with its choices made and its placeholders filled. A value is never read again: what a customer wrote with braces
 * in it stays text. What is unknown or cannot be read says nothing. Never throws.
 */
export function fillText(source: string, values: PlaceholderValues): string {
  return sayText(source, values).words;
}

/** The same for HTML: values come in as text, with their line breaks; inside of a tag they say nothing. */
export function fillHtml(source: string, values: PlaceholderValues): string {
  return sayHtml(source, values).words;
}

/**
 * The same for an address: every value is URL-encoded, so that it stays within the part of the address where it stands. One
 * that goes through `url_encode` by itself is encoded no second time.
 */
export function fillAddress(source: string, values: PlaceholderValues): string {
  return readPlaceholders(chooseParts(source, values, 'text'))
    .map((piece) => {
      const said = sayOf(piece, values, new Set());
      const isEncoded = piece.kind !== 'placeholder' || piece.filters.some(({ name }) => name === 'url_encode');
      return isEncoded ? said : encodeURIComponent(said.toWellFormed());
    })
    .join('');
}

/** As {@link fillText}, with what was missing. */
export function sayText(source: string, values: PlaceholderValues): Filled {
  const missing = new Set<string>();
  const pieces = readPlaceholders(chooseParts(source, values, 'text'));
  return { words: pieces.map((piece) => sayOf(piece, values, missing)).join(''), missing: [...missing] };
}

/** As {@link fillHtml}, with what was missing; `gap` is said in its place. */
export function sayHtml(source: string, values: PlaceholderValues, gap: SayGap = () => ''): Filled {
  const missing = new Set<string>();
  const words = chooseParts(source, values, 'html')
    .split(/(<[^<>]*>)/)
    .map((part, index) => (index % 2 === 1 ? withoutPlaceholders(part) : sayHtmlText(part, values, { missing, gap })))
    .join('');
  return { words, missing: [...missing] };
}

function sayHtmlText(
  html: string,
  values: PlaceholderValues,
  { missing, gap }: { missing: Set<string>; gap: SayGap },
): string {
  return readPlaceholders(html)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      const [plain = piece] = readPlaceholders(withoutEntities(piece.source));
      const said = sayOf(plain, values, missing);
      if (plain.kind === 'placeholder' && said.trim() === '') return gap(plain.name);
      const text = escapeHtml(said).replace(/\r\n?|\n/g, '<br>');
      return plain.kind === 'placeholder' && LINKS.includes(plain.name) ? linkTo(text) : text;
    })
    .join('');
}

/** An address that the desk itself made. */
function linkTo(address: string): string {
  return /^https?:\/\/[^\s<>"]+$/.test(address) ? `<a href="${address}">${address}</a>` : address;
}

function sayOf(piece: PlaceholderPiece, values: PlaceholderValues, missing: Set<string>): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'placeholder': {
      const said = filtered(values.get(piece.name) ?? '', piece.filters);
      if (said.trim() === '') missing.add(piece.name);
      return said;
    }
    case 'broken':
      return '';
  }
}

function withoutPlaceholders(tag: string): string {
  return tag.replace(/\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g, '');
}
