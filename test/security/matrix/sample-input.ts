import type { Route } from '@bureau/contracts';
import { z } from 'zod';

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** The least input that a schema accepts, made from the schema itself: a new route has one the day it lands. */
export function leastInput(schema: Route['shape']['body']): unknown {
  if (!schema) return undefined;
  return least(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function least(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return least(choice);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => least(part)));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}));
    case 'string':
      return leastText(schema);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    default:
      return 'x';
  }
}

function leastText({ format, minLength = 1 }: Schema): string {
  switch (format) {
    case 'email':
      return 'somebody@elsewhere.example';
    case 'uri':
      return 'https://elsewhere.example/';
    case 'date-time':
      return '2031-01-01T00:00:00Z';
    case 'date':
      return '2031-01-01';
    default:
      return 'x'.repeat(Math.max(1, minLength));
  }
}
