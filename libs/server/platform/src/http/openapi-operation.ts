import { isIdempotent, type Route } from '@bureau/contracts';
import { z } from 'zod';
import { refusalsOf } from './openapi-problems.ts';
import type { Json, SchemaBook } from './openapi-schemas.ts';

/** Parameters that many operations share. */
export const PARAMETERS = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'For 24 hours the same key and body give the same answer and one effect; another body is 422 request.key-reused, and while the first is under way 409 request.in-progress.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag that you read: the write is refused with 412 when somebody changed this since.',
    schema: { type: 'string' },
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag that you have: the answer is 304 without a body when it is still the present one.',
    schema: { type: 'string' },
  },
};

export const HEADERS = {
  ETag: header('The version of what is answered, for If-Match and If-None-Match.', 'string'),
  'RateLimit-Limit': header(
    'Requests a minute: of an application, or of a network where everybody may call.',
    'integer',
  ),
  'RateLimit-Remaining': header('Requests that are left in this minute.', 'integer'),
  'RateLimit-Reset': header('Seconds until the next minute begins.', 'integer'),
  'Retry-After': header('Seconds to wait.', 'integer'),
  'Idempotent-Replay': header('`true`: the answer of an earlier request with this key.', 'string'),
};

function header(description: string, type: string): Json {
  return { description, schema: { type } };
}

/** One route as an OpenAPI operation. */
export function describeOperation(
  operationId: string,
  { tag, route, schemas }: { tag: string; route: Route; schemas: SchemaBook },
): Json {
  const { shape } = route;
  return {
    operationId,
    tags: [tag],
    summary: shape.summary,
    description: descriptionOf(route),
    'x-permission': shape.allow,
    'x-idempotent': isIdempotent(route),
    security: shape.allow === 'public' ? [] : [{ bearer: [] }, { cookie: [] }, { basic: [] }],
    parameters: [...declared(shape, schemas), ...shared(route)],
    ...requestBody(shape, schemas),
    responses: { [String(successOf(shape))]: success(route, schemas), ...refusalsOf(route) },
  };
}

function descriptionOf(route: Route): string {
  const { allow, secret, bytes, beforeTwoFactor } = route.shape;
  const who = {
    public: 'Open to everybody.',
    'signed-in': 'Open to everybody who is signed in.',
  };
  return [
    allow === 'public' || allow === 'signed-in' ? who[allow] : `Needs the permission \`${allow}\`.`,
    ...(secret ? ['Secrets in the answer are shown this once.'] : []),
    ...(beforeTwoFactor ? ['Open also before a second factor that the role demands is set up.'] : []),
    ...(bytes === 'request' ? ['The body is the file itself; a repetition stores it again.'] : []),
    ...(route.method === 'POST' && !isIdempotent(route) && !bytes ? ['Takes no Idempotency-Key.'] : []),
  ].join(' ');
}

const ObjectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function declared({ params, query }: Route['shape'], schemas: SchemaBook): Json[] {
  const places = [
    ['path', params],
    ['query', query],
  ] as const;
  return places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const { properties, required } = ObjectSchema.parse(schemas.input(schema));
    return Object.entries(properties).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: property,
    }));
  });
}

function shared(route: Route): Json[] {
  const { versioned } = route.shape;
  const names = [
    ...(isIdempotent(route) ? ['Idempotency-Key'] : []),
    ...(versioned ? [route.method === 'GET' ? 'If-None-Match' : 'If-Match'] : []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function requestBody({ body, bytes }: Route['shape'], schemas: SchemaBook): Json {
  if (bytes === 'request') return { requestBody: { content: { 'application/octet-stream': {} }, required: true } };
  if (!body) return {};
  return { requestBody: { content: { 'application/json': { schema: schemas.input(body) } }, required: true } };
}

function successOf({ status, response, bytes }: Route['shape']): number {
  return status ?? (response || bytes === 'response' ? 200 : 204);
}

function success(route: Route, schemas: SchemaBook): Json {
  const { response, bytes, versioned } = route.shape;
  const names = [
    ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    ...(versioned ? ['ETag'] : []),
    ...(isIdempotent(route) ? ['Idempotent-Replay'] : []),
  ];
  const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  if (bytes === 'response') return { description: 'The bytes.', headers, content: { 'application/octet-stream': {} } };
  if (!response) return { description: 'Done.', headers };
  return { description: 'Done.', headers, content: { 'application/json': { schema: schemas.answer(response) } } };
}
