import { problemOf, type ProblemError } from '@bureau/platform';
import { NotUnderstood } from '../resource/condition.ts';
import { WrongParameter } from '../resource/source.queries.ts';

/** What clients are told of a refusal: the status, and a body that they know (desk-api-v2.md 2.5). */
export interface Refusal {
  status: number;
  body: { message: string; errors?: ErrorTree };
  retryAfterSeconds?: number;
}

/** Field → what is wrong with it, nested as the body is. */
interface ErrorTree {
  [field: string]: string[] | ErrorTree;
}

/** A refusal in the words of this API. */
export class DeskProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: ErrorTree,
  ) {
    super(message);
  }
}

export const notFound = (): DeskProblem => new DeskProblem(404, 'Resource Not Found');
export const methodNotAllowed = (): DeskProblem => new DeskProblem(405, 'Method Not Allowed');
export const invalid = (errors: ErrorTree): DeskProblem => new DeskProblem(422, 'Validation Failed', errors);

interface Sent {
  body: unknown;
  /** What the verbs call the fields → what clients call them. */
  names?: Record<string, string>;
}

/** Whatever was thrown, as clients are told. Clients of old try a 400 again and again: only a body that is no JSON gets one. */
export function refusalOf(thrown: unknown, sent: Sent): Refusal {
  if (thrown instanceof DeskProblem) return { status: thrown.status, body: bodyOf(thrown.message, thrown.errors) };
  if (thrown instanceof WrongParameter) return refusalOf(invalid({ [thrown.parameter]: ['invalid'] }), sent);
  if (thrown instanceof NotUnderstood) return refusalOf(notFound(), sent);
  const problem = problemOf(thrown);
  const { retryAfterSeconds } = problem.extra;
  return {
    status: statusOf(problem),
    body: problemBody(problem, sent),
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
  };
}

function statusOf({ code, status }: ProblemError): number {
  // Desk.com knew no other word for a conflict of versions.
  return code === 'request.precondition-failed' ? 409 : status;
}

function problemBody(problem: ProblemError, sent: Sent): Refusal['body'] {
  if (problem.status === 404) return bodyOf(notFound().message);
  if (problem.status === 429 && problem.code === 'request.rate-limited') return bodyOf('Too Many Requests');
  const { errors, reason } = problem.extra;
  if (!Array.isArray(errors)) return bodyOf(typeof reason === 'string' ? reason : problem.message);
  return bodyOf('Validation Failed', treeOf(errors.flatMap(pathOf), sent));
}

function bodyOf(message: string, errors?: ErrorTree): Refusal['body'] {
  return errors ? { message, errors } : { message };
}

function pathOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('path' in error)) return [];
  return typeof error.path === 'string' ? [error.path] : [];
}

function treeOf(paths: string[], { body, names = {} }: Sent): ErrorTree {
  const named = paths.map((path) => {
    const [root = '', ...rest] = path.split('.');
    const whole = Object.hasOwn(names, path) ? names[path] : undefined;
    const known = Object.hasOwn(names, root) ? (names[root] ?? root) : root;
    return whole?.split('.') ?? [...known.split('.'), ...rest];
  });
  return branchOf(named, body);
}

/**
 * `blank` where nothing was sent, `invalid` where it was something wrong. Positions in a list are not told apart. Members
 * are called as they were sent, also `__proto__` and `constructor`: they are written, and looked up in nothing.
 */
function branchOf(paths: string[][], sent: unknown): ErrorTree {
  const byField = Map.groupBy(paths, ([field = '']) => field);
  return Object.fromEntries(
    [...byField].map(([field, below]): [string, string[] | ErrorTree] => {
      const value = memberOf(sent, field);
      const deeper = below.map(([, ...rest]) => rest).filter(([next]) => next !== undefined && !/^\d+$/.test(next));
      return [field, deeper.length > 0 ? branchOf(deeper, value) : [isBlank(value) ? 'blank' : 'invalid']];
    }),
  );
}

function memberOf(sent: unknown, field: string): unknown {
  return typeof sent === 'object' && sent !== null && Object.hasOwn(sent, field) ? Reflect.get(sent, field) : null;
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}
