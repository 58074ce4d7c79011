import { findIllFormed, InvalidInput } from '@bureau/platform';
import type { z } from 'zod';

/** What was sent, as the schema says it is. Throws request.invalid, naming every field that is wrong. */
export function understood<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw InvalidInput.from(parsed.error, 'body');
  const illFormed = findIllFormed(parsed.data);
  if (illFormed) throw new InvalidInput([{ path: illFormed.join('.'), message: 'Send text as UTF-8.' }]);
  return parsed.data;
}
