import type { ErrorCode, FieldError, Problem } from '@bureau/contracts';
import { isFigure, isListOf, isRecordOf, isText, readJson } from './guards.ts';

/** The desk answered with an error (RFC 9457). Switch on `code`; `message` is the sentence for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  /** The HTTP status. */
  get status(): number {
    return this.problem.status;
  }

  /** What is wrong with which field; empty unless the input was refused. */
  get errors(): readonly FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** The desk could not be reached: nothing is known about what became of the request. */
export class Offline extends Error {
  override readonly name = 'Offline';

  constructor(cause?: unknown) {
    super('The desk cannot be reached.', { cause });
  }
}

/** Whether an error is the API's answer with this code. */
export function isProblem(error: unknown, code: ErrorCode): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** Reads a failed answer; one that is not a problem document (a proxy's page) becomes `desk.unavailable` or `desk.failure`. */
export function problemFrom(status: number, body: string): ApiProblem {
  const problem = readJson(body, isProblemDocument);
  if (problem) return new ApiProblem(problem);
  const unavailable = status === 502 || status === 503 || status === 504;
  return new ApiProblem({
    type: 'about:blank',
    title: unavailable ? 'The desk is not available at the moment.' : `The desk answered with an error (${status}).`,
    status,
    code: unavailable ? 'desk.unavailable' : 'desk.failure',
  });
}

const isFault = isRecordOf<FieldError>({ path: isText, message: isText });
const hasHead = isRecordOf<Problem>({ type: isText, title: isText, status: isFigure, code: isText });

function isProblemDocument(value: unknown): value is Problem {
  return hasHead(value) && (value.errors === undefined || isListOf(isFault)(value.errors));
}
