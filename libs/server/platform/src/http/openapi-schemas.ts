import * as contracts from '@bureau/contracts';
import { z } from 'zod';

export type Json = Record<string, unknown>;

const Definitions = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What the contracts call their shapes: `User`, `Case`, … */
const NAMES = z.registry<{ id: string }>();
for (const [id, exported] of Object.entries(contracts)) {
  if (exported instanceof z.ZodObject && !NAMES.has(exported)) NAMES.add(exported, { id });
}

/** Collects the shapes that answers are made of, so that each is described once. */
export class SchemaBook {
  private readonly definitions = new Map<string, Json>();

  constructor() {
    this.answer(contracts.Problem);
  }

  /** Of an answer, with references to what it is made of. */
  answer(schema: z.ZodType): Json {
    const {
      $schema: _,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, {
      io: 'output',
      unrepresentable: 'any',
      metadata: NAMES,
    });
    for (const [name, definition] of Object.entries(Definitions.parse($defs ?? {}))) {
      this.definitions.set(name, withReferences(definition));
    }
    return withReferences(rest);
  }

  /** Of what a caller sends: whole, because defaults make it differ from what is answered. */
  input(schema: z.ZodType): Json {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return rest;
  }

  named(): Record<string, Json> {
    return Object.fromEntries([...this.definitions].toSorted(([a], [b]) => a.localeCompare(b)));
  }
}

function withReferences(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
