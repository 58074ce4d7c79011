import { z } from 'zod';

/** Ids are positive integers that fit a JavaScript number. */
export const Id = z.number().int().positive();
export const IdParam = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** ISO 8601 with offset, e.g. 2026-11-03T09:30:00.000+00:00; of a year that every part of the desk can write, also in UTC. */
export const Timestamp = z.iso
  .datetime({ offset: true })
  .refine(isOfACommonYear, 'Write a time of the years 1 to 9999, such as 2026-11-23T09:30:00Z.');

export const EmailAddress = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('Write an e-mail address such as ana@example.com.'));

function isOfACommonYear(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}
