import type { z } from 'zod';

/** An answer that says no: becomes application/problem+json (RFC 9457) with a code to switch on. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: { path: string; message: string }[];

  constructor(given: { status: number; code: string; message: string; errors?: { path: string; message: string }[] }) {
    super(given.message);
    this.status = given.status;
    this.code = given.code;
    this.errors = given.errors ?? [];
  }
}

export function notFound(what: string): Problem {
  return new Problem({ status: 404, code: 'not-found', message: `${what} does not exist.` });
}

/** The value in the schema's shape; throws a 422 problem that names each wrong field by its path. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const message = `Correct ${errors.map(({ path }) => path || 'the body').join(', ')}.`;
  throw new Problem({ status: 422, code: 'invalid', message, errors });
}
