import { ERRORS, type ErrorCode, type FieldError } from '@bureau/contracts';
import type { z } from 'zod';

/** An error that people see: a code from the catalogue, and what else the answer should carry. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(ERRORS[code].message);
    this.status = ERRORS[code].status;
  }
}

/** Refused input: every field that is wrong, with what to do about it. */
export class InvalidInput extends ProblemError {
  constructor(readonly errors: FieldError[]) {
    super('request.invalid', { errors });
  }

  static from(error: z.ZodError, part: string): InvalidInput {
    return new InvalidInput(
      error.issues.map((issue) => ({
        path: [...(part === 'body' ? [] : [part]), ...issue.path.map(String)].join('.') || part,
        message: issue.message,
      })),
    );
  }
}

/** The body of an answer that reports a problem (RFC 9457). */
export function presentProblem(problem: ProblemError, requestId: string): Record<string, unknown> {
  return {
    type: 'about:blank',
    title: problem.message,
    status: problem.status,
    code: problem.code,
    ...problem.extra,
    requestId,
  };
}
