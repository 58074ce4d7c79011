import { z } from 'zod';

/** Ids are positive integers that fit a JavaScript number. */
export const Id = z.number().int().positive();
export const IdParam = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** ISO 8601 with offset, e.g. 2026-11-03T09:30:00.000+00:00. */
export const Timestamp = z.iso.datetime({ offset: true });

export const EmailAddress = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('Write an e-mail address such as ana@example.com.'));
