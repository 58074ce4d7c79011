import { Refused, type Headers } from '../service/call.ts';

const problemUri = (name: string) => `https://api.x.com/2/problems/${name}`;

type Problem = { status: number; title: string; detail: string; type?: string; [more: string]: unknown };

/** X says no, in the shape of its v2 errors. */
export function problem({ status, type, ...body }: Problem, headers: Headers = {}): Refused {
  const json = { ...body, type: type ? problemUri(type) : 'about:blank', status };
  return new Refused({ status, headers: { 'Content-Type': 'application/problem+json', ...headers }, json });
}

export const unauthorized = () => problem({ status: 401, title: 'Unauthorized', detail: 'Unauthorized' });

export const forbidden = (detail: string) => problem({ status: 403, title: 'Forbidden', detail });

export const notFoundPath = () => problem({ status: 404, title: 'Not Found', detail: 'Not Found' });

export const tooManyRequests = (headers: Headers) =>
  problem({ status: 429, title: 'Too Many Requests', detail: 'Too Many Requests' }, headers);

/** The plan or the scopes of the app do not cover this. */
export const clientForbidden = (detail: string, more: Record<string, unknown> = {}) =>
  problem({ status: 403, title: 'Client Forbidden', type: 'client-forbidden', detail, ...more });

export const unsupportedAuthentication = (used: string, supported: string) =>
  problem({
    status: 403,
    title: 'Unsupported Authentication',
    type: 'unsupported-authentication',
    detail: `Authenticating with ${used} is forbidden for this endpoint.  Supported authentication types are [${supported}].`,
  });

/** A parameter, or the body, is not what the endpoint takes; `parameters` as X repeats them. */
export const invalidRequest = (message: string, parameters: Record<string, string[]> = {}) =>
  problem({
    status: 400,
    title: 'Invalid Request',
    type: 'invalid-request',
    detail: 'One or more parameters to your request was invalid.',
    errors: [{ parameters, message }],
  });

/** What X puts beside the data of a lookup for an id that it does not have. */
export function missing(given: { resource: 'tweet' | 'user'; parameter: string; value: string }) {
  const { resource, parameter, value } = given;
  return {
    value,
    detail: `Could not find ${resource} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: resource,
    parameter,
    resource_id: value,
    type: problemUri('resource-not-found'),
  };
}

/** The same as the answer to everything that is no lookup. */
export const notFound = (given: Parameters<typeof missing>[0]) => {
  const { type: _, ...rest } = missing(given);
  return problem({ status: 404, ...rest, type: 'resource-not-found' });
};

/** The older half of X: numbers instead of types. */
export const oldError = (status: number, code: number, message: string) =>
  new Refused({ status, json: { errors: [{ code, message }] } });
