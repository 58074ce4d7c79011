import { z } from 'zod';

/** A value of a field as the REST API tells it; dates and times are texts. */
export type Value = string | number | boolean | null;
export const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A record by the names of its fields. What is empty is not there. */
export type Row = Readonly<Record<string, Value>>;

/** The moment as Salesforce keeps its own stamps: whole seconds. */
export function stampOf(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}.000+0000`;
}

/** Epoch milliseconds of a stamp as `stampOf` writes it. */
export function msOf(stamp: string): number {
  return Date.parse(stamp.replace('+0000', 'Z'));
}

export function textOf(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The id of a record, which every kept one has. */
export function idIn(row: Row): string {
  return textOf(row['Id']);
}
