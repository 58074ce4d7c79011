import { API, ERRORS, isIdempotent, type Route } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeApi } from './openapi.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  'x-permission': z.string(),
  parameters: z.array(
    z.looseObject({ name: z.string().optional(), in: z.string().optional(), $ref: z.string().optional() }),
  ),
  responses: z.record(z.string(), z.unknown()),
  security: z.array(z.unknown()),
});

const Description = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const routes = Object.entries(API).flatMap(([noun, named]) =>
  Object.entries<Route>(named).map(([name, route]): [string, Route] => [`${noun}.${name}`, route]),
);

describe('the description of the API', () => {
  const document = describeApi('http://desk.example');
  const described = Description.parse(document);
  const operationOf = (route: Route) =>
    described.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];

  it('has every route once', () => {
    const operations = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(operations.toSorted()).toEqual(routes.map(([name]) => name).toSorted());
  });

  it.each(routes)('tells of %s what the table says', (name, route) => {
    const operation = operationOf(route)!;
    const { shape } = route;
    expect(operation).toMatchObject({ operationId: name, summary: shape.summary, 'x-permission': shape.allow });
    expect(operation.security).toHaveLength(shape.allow === 'public' ? 0 : 3);

    const inPath = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    expect(inPath).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
    const shared = operation.parameters.flatMap(({ $ref }) => ($ref ? [$ref.split('/').at(-1)] : []));
    expect(shared.includes('Idempotency-Key')).toBe(isIdempotent(route));
    expect(shared.includes('If-Match')).toBe(shape.versioned === true && route.method !== 'GET');
    expect('304' in operation.responses).toBe(shape.versioned === true && route.method === 'GET');
    expect('401' in operation.responses || shape.allow === 'public').toBe(true);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', 'default']));
  });

  it('points nowhere but to what it has', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer!);
    const missing = pointers.filter((pointer) => {
      const [root, section = '', name = ''] = pointer.replace('#/', '').split('/');
      return root !== 'components' || !(name in (described.components[section] ?? {}));
    });
    expect(pointers.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('has the catalogue of problems', () => {
    expect(document['x-problem-codes']).toEqual(ERRORS);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
