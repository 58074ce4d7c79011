import type { SyncValue } from '@bureau/contracts';

/** Values of a record in the one form in which both sides are compared, by the desk's name of the field. */
export type SyncValues = Readonly<Record<string, SyncValue>>;

/** What Salesforce keeps of a text: NFC, lines end with LF, no white space around it, nothing for an empty one. */
export function canonicalText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).toWellFormed().replaceAll('\0', '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}

/** Salesforce makes an address lower case. */
export function canonicalEmail(value: unknown): string | null {
  return canonicalText(value)?.toLowerCase() ?? null;
}

/** A checkbox is never empty. */
export function canonicalBoolean(value: unknown): boolean {
  return value === true || value === 'true';
}

/** YYYY-MM-DD, also of a moment; null for what is no date. */
export function canonicalDate(value: unknown): string | null {
  return /^\d{4}-\d\d-\d\d(?=$|T)/.exec(canonicalText(value) ?? '')?.[0] ?? null;
}

/** A text as Salesforce can hold it: cut with an ellipsis, never through a character. Cutting twice is cutting once. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const whole = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return `${text.slice(0, whole).trimEnd()}…`;
}

/** Whether nothing of it differs; fields that only one of the two has do not count. */
export function agree(one: SyncValues, other: SyncValues): boolean {
  return Object.entries(one).every(([field, value]) => !(field in other) || other[field] === value);
}
