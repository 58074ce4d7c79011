import { createHash } from 'node:crypto';
import { SafeHtml } from './safe-html.ts';

/** How a filter of a theme is called: with the value and its arguments. */
type Filter = (value: unknown, ...given: unknown[]) => unknown;

/** The filters beyond standard Liquid that Desk.com's themes use (product.md 4.4). */
export const THEME_FILTERS: Readonly<Record<string, Filter>> = {
  clip: (value, length) => clip(text(value), Math.max(1, Number(length) || 100)),
  in_time_zone: (value, zone) => new ZonedTime(dateOf(value), text(zone)),
  date: (value, format) => formatDate(value, text(format)),
  gravatar_image: (value, fallback) => gravatar(text(value), text(fallback)),
  portal_image_url: (value) => (/^(https:\/\/|\/(?!\/))/.test(text(value)) ? text(value) : ''),
  pluralize: (value, one, many) => `${text(value)} ${text(Number(value) === 1 ? one : (many ?? one))}`,
  show_something: (value, otherwise) => (isNothing(value) ? otherwise : value),
  format_snippet: (value, ...given) => formatSnippet(text(value), given.map(text)),
  escape_newlines: (value) => text(value).replace(/\r?\n/g, '\\n'),
  already_rated_by_user: (value) => ratingIn(value) !== null,
  already_rated_by_user_up: (value) => ratingIn(value) === 1,
  already_rated_by_user_down: (value) => ratingIn(value) === 0,
  // What the desk has not cleaned itself stays escaped, whatever a theme says.
  raw: (value) => value,
};

/** A moment as people of a zone see it; {@link formatDate} reads the zone from it. */
export class ZonedTime {
  constructor(
    readonly at: Date | null,
    readonly zone: string,
  ) {}

  toString(): string {
    return this.at ? formatDate(this, '') : '';
  }
}

export function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof SafeHtml || value instanceof ZonedTime ? value.toString() : '';
}

/** Whole words as far as there is room, then an ellipsis. Characters as people count them. */
function clip(words: string, length: number): string {
  const characters = [...words];
  if (characters.length <= length) return words;
  const kept = characters.slice(0, length - 1).join('');
  const atWord = kept.replace(/\s+\S*$/, '');
  return `${(atWord.length > kept.length / 2 ? atWord : kept).trimEnd()}…`;
}

function dateOf(value: unknown): Date | null {
  if (value instanceof ZonedTime) return value.at;
  const date = value instanceof Date ? value : new Date(typeof value === 'number' ? value * 1000 : text(value));
  return Number.isNaN(date.getTime()) ? null : date;
}

const PARTS: Record<string, (at: Parts) => string> = {
  Y: (at) => at.year,
  y: (at) => at.year.slice(-2),
  m: (at) => at.month,
  B: (at) => at.monthName,
  b: (at) => at.monthName.slice(0, 3),
  d: (at) => at.day,
  e: (at) => String(Number(at.day)),
  A: (at) => at.weekday,
  a: (at) => at.weekday.slice(0, 3),
  H: (at) => at.hour,
  I: (at) => String(Number(at.hour) % 12 || 12).padStart(2, '0'),
  l: (at) => String(Number(at.hour) % 12 || 12),
  M: (at) => at.minute,
  S: (at) => at.second,
  p: (at) => (Number(at.hour) < 12 ? 'AM' : 'PM'),
  Z: (at) => at.zone,
  '%': () => '%',
};

interface Parts {
  year: string;
  month: string;
  monthName: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
  second: string;
  zone: string;
}

/** By strftime's letters; without a format `March 4, 2025 14:05`. An unknown zone is UTC; what is no date is nothing. */
export function formatDate(value: unknown, format: string): string {
  const at = value === 'now' || value === 'today' ? new Date() : dateOf(value);
  if (!at) return '';
  const parts = partsOf(at, value instanceof ZonedTime ? value.zone : 'UTC');
  return (format || '%B %e, %Y %H:%M').replace(/%([-^]?)([a-zA-Z%])/g, (all, flag: string, letter: string) => {
    const part = PARTS[letter]?.(parts) ?? all;
    return flag === '-' ? part.replace(/^0(?=.)/, '') : flag === '^' ? part.toUpperCase() : part;
  });
}

function partsOf(at: Date, zone: string): Parts {
  const formatter = formatterOf(zone);
  const found = Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const month = String(MONTHS.indexOf(found['month'] ?? '') + 1).padStart(2, '0');
  return {
    year: found['year'] ?? '',
    month,
    monthName: found['month'] ?? '',
    day: found['day'] ?? '',
    weekday: found['weekday'] ?? '',
    hour: found['hour'] ?? '',
    minute: found['minute'] ?? '',
    second: found['second'] ?? '',
    zone: found['timeZoneName'] ?? 'UTC',
  };
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2001, month, 1)),
);

function formatterOf(zone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    day: '2-digit',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  };
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: zone || 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}

/** The address of a person's picture by the hash of the mail address; nothing is asked of anybody here. */
function gravatar(email: string, fallback: string): string {
  const hash = createHash('md5').update(email.trim().toLowerCase()).digest('hex');
  const otherwise = /^[\w-]+$/.test(fallback) ? fallback : 'mp';
  return `https://secure.gravatar.com/avatar/${hash}?d=${otherwise}`;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false || value === '';
}

/** Fills `{{0}}`, `{0}` and `%{name}`-like places of a snippet in order. */
function formatSnippet(snippet: string, values: string[]): string {
  let next = 0;
  return snippet.replace(/\{\{?(\d)\}?\}|%\{\w+\}/g, (place, index: string | undefined) => {
    const value = values[index === undefined ? next++ : Number(index)];
    return value ?? place;
  });
}

/** What the visitor has voted here: 1, 0, or null for nothing. A page gives it beside the thing, as `my_rating`. */
function ratingIn(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'my_rating')) return null;
  const rating: unknown = Reflect.get(value, 'my_rating');
  return typeof rating === 'number' ? rating : null;
}
