import { userIdOf, type Actor } from '@bureau/contracts';
import type { Bind } from './sql.ts';

/** What a caller wrote into an address or a query cannot be understood. */
export class NotUnderstood extends Error {}

/** A condition in SQL, of the text that a caller wrote. Throws {@link NotUnderstood}. */
export type Condition = (text: string, bind: Bind, actor: Actor) => string;

/** PostgreSQL's bigint has at most so many digits that fit. */
const ID = /^\d{1,18}$/;
/** Milliseconds: what PostgreSQL and JavaScript both know. */
const LATEST = 8_000_000_000_000_000;

/** A whole number of one's own kind: an id, a count. Throws {@link NotUnderstood}. */
export function wholeNumber(text: string): number {
  if (!ID.test(text) || !Number.isSafeInteger(Number(text))) throw new NotUnderstood();
  return Number(text);
}

/** `$` stands for the number that was written. */
export function byNumber(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', bind(wholeNumber(text)));
}

/** As {@link byNumber}, of users: `current` is who asks. */
export function byUser(sql: string): Condition {
  return (text, bind, actor) => {
    if (text !== 'current') return byNumber(sql)(text, bind, actor);
    return sql.replaceAll('$', `${bind(userIdOf(actor) ?? null)}::bigint`);
  };
}

/** `$` stands for the text that was written. */
export function byText(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', bind(text.trim()));
}

/** `$` stands for whether it was `true` or `false`. Throws {@link NotUnderstood}. */
export function byFlag(sql: string): Condition {
  return (text) => {
    if (text !== 'true' && text !== 'false') throw new NotUnderstood();
    return sql.replaceAll('$', text);
  };
}

/** `$` stands for the array of what was written, divided by commas. */
export function byTexts(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', `${bind(listed(text))}::text[]`);
}

/** As {@link byTexts}, of whole numbers. */
export function byNumbers(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', `${bind(wholeNumbers(text))}::bigint[]`);
}

/** As {@link wholeNumber}, divided by commas. */
export function wholeNumbers(text: string): number[] {
  return listed(text).map(wholeNumber);
}

/** `$` stands for the pattern of texts that contain what was written; what it means to LIKE, it does not mean here. */
export function byPart(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', bind(`%${literal(text)}%`));
}

/** As {@link byPart}; of what is too short to be looked up anywhere, texts that begin so. */
export function byLookedUpPart(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', bind(`${text.trim().length < 3 ? '' : '%'}${literal(text)}%`));
}

function literal(text: string): string {
  return text.trim().replace(/[\\%_]/g, '\\$&');
}

/** Of the fields that administrators define: what was written is a text, a number, or whether. */
export function byCustomField(column: string): (key: string) => Condition {
  return (key) => (text, bind) => {
    const typed: unknown[] = /^(?:true|false|-?\d{1,15})$/.test(text)
      ? [text, JSON.parse(text.replace(/^(-?)0+(?=\d)/, '$1'))]
      : [text];
    const held = typed.map((value) => `${column} @> ${bind(JSON.stringify({ [key]: value }))}::jsonb`);
    return `${column} <> '{}' AND (${held.join(' OR ')})`;
  };
}

/** Seconds since 1970, or a time in words of ISO 8601. */
function byTime(sql: string): Condition {
  return (text, bind) => sql.replaceAll('$', `${bind(timeOf(text))}::timestamptz`);
}

/** Since and until when, of each of the columns: `since_created_at`, `max_created_at`. */
export function betweenTimes(columns: Record<string, string>): Record<string, Condition> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => [
      [`since_${name}`, byTime(`${column} >= $`)],
      [`max_${name}`, byTime(`${column} <= $`)],
    ]),
  );
}

function timeOf(text: string): Date {
  const at = /^\d+$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
  if (!(Math.abs(at.getTime()) < LATEST)) throw new NotUnderstood();
  return at;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
