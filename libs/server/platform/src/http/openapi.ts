import { API, API_PREFIX, Problem, type Route } from '@bureau/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The API as OpenAPI 3.1, printed from the same table that guards, validates and serves it. */
export function describeApi(serverUrl: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [noun, routes] of Object.entries(API)) {
    for (const [name, route] of Object.entries<Route>(routes)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(`${noun}.${name}`, noun, route) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bureau', version: '3', description: 'Everything that the console can do. See docs/api.md.' },
    servers: [{ url: serverUrl + API_PREFIX }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'bureau_session' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
  };
}

function operation(operationId: string, tag: string, { shape }: Route): Json {
  return {
    operationId,
    tags: [tag],
    summary: shape.summary,
    'x-permission': shape.allow,
    security: shape.allow === 'public' ? [] : [{ cookie: [] }, { basic: [] }],
    parameters: [
      ...parameters(shape.params, 'path'),
      ...parameters(shape.query, 'query'),
      ...(shape.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(requestBody(shape) ?? {}),
    responses: { [String(successOf(shape))]: success(shape), default: PROBLEM },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and body give the same answer and one effect.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties, required } = ObjectSchema.parse(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const PROBLEM = {
  description: 'A problem; `code` says which.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const ObjectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function requestBody({ body, bytes }: Route['shape']): Json | undefined {
  if (bytes === 'request') return { requestBody: { content: { 'application/octet-stream': {} }, required: true } };
  if (!body) return undefined;
  return { requestBody: { content: { 'application/json': { schema: schemaOf(body, 'input') } }, required: true } };
}

function successOf({ status, response, bytes }: Route['shape']): number {
  return status ?? (response || bytes === 'response' ? 200 : 204);
}

function success({ response, bytes }: Route['shape']): Json {
  if (bytes === 'response') return { description: 'The bytes.', content: { 'application/octet-stream': {} } };
  if (!response) return { description: 'Done.' };
  return { description: 'Done.', content: { 'application/json': { schema: schemaOf(response, 'output') } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
