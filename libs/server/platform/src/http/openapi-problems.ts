import { ERRORS, type Route } from '@bureau/contracts';
import { isIdempotent } from '@bureau/contracts';
import type { Json } from './openapi-schemas.ts';

/** What every route may be refused with, by status; what else a route says is in the catalogue of its noun. */
const REFUSALS = {
  401: { name: 'Unauthorized', when: 'Nobody is signed in, or the credentials are refused.' },
  403: { name: 'Forbidden', when: 'The role, or the scopes of the token, do not allow this.' },
  404: { name: 'NotFound', when: 'There is no such thing, or you may not see it.' },
  409: { name: 'Conflict', when: 'The same request is still being carried out, or the state does not allow this.' },
  412: { name: 'PreconditionFailed', when: 'Somebody changed this since you read it.' },
  422: { name: 'Invalid', when: 'Fields are missing or wrong; `errors` names each.' },
  429: { name: 'TooManyRequests', when: 'Too many requests; see Retry-After.' },
} as const;

type Refusal = keyof typeof REFUSALS;

const PROBLEM_CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The refusals, as components that operations refer to. */
export const RESPONSES: Record<string, Json> = {
  ...Object.fromEntries(
    Object.entries(REFUSALS).map(([status, refusal]) => [refusal.name, response(+status, refusal)]),
  ),
  NotModified: {
    description: 'You have this version already.',
    headers: { ETag: { $ref: '#/components/headers/ETag' } },
  },
  Problem: { description: 'A problem; `code` says which.', content: PROBLEM_CONTENT },
};

function response(status: number, { when }: { when: string }): Json {
  const codes = Object.entries(ERRORS).flatMap(([code, error]) => (error.status === status ? [code] : []));
  const headers = status === 429 ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } } : {};
  return { description: when, ...headers, content: PROBLEM_CONTENT, 'x-problem-codes': codes };
}

/** How a route may refuse, as references to the components. */
export function refusalsOf(route: Route): Record<string, Json> {
  const { shape, method } = route;
  const takesInput = shape.body !== undefined || shape.query !== undefined || shape.params !== undefined;
  const applies: Record<Refusal, boolean> = {
    401: shape.allow !== 'public' || shape.body !== undefined,
    403: shape.allow !== 'public',
    404: shape.params !== undefined,
    409: isIdempotent(route),
    412: shape.versioned === true && method !== 'GET',
    422: takesInput || isIdempotent(route),
    429: true,
  };
  const refusals = Object.entries(REFUSALS).filter((_, index) => Object.values(applies)[index]);
  return {
    ...(shape.versioned && method === 'GET' ? { 304: { $ref: '#/components/responses/NotModified' } } : {}),
    ...Object.fromEntries(refusals.map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }])),
    default: { $ref: '#/components/responses/Problem' },
  };
}
