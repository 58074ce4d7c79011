import { API, type Route } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeApi } from './openapi.ts';

const Description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string(), summary: z.string() }))),
});

describe('the description of the API', () => {
  const described = Description.parse(describeApi('http://desk.example'));

  it('has every route once', () => {
    const routes = Object.entries(API).flatMap(([noun, named]) => Object.keys(named).map((name) => `${noun}.${name}`));
    const operations = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(operations.toSorted()).toEqual(routes.toSorted());
  });

  it('names every parameter of a path', () => {
    for (const route of Object.values(API).flatMap((named): Route[] => Object.values(named))) {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const operation = described.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const inPath = z
        .array(z.looseObject({ name: z.string(), in: z.string() }))
        .parse(operation?.['parameters'])
        .filter((entry) => entry.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual(names);
    }
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });
});
