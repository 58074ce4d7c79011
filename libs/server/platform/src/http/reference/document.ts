import { z } from 'zod';

// What the reference page reads of the OpenAPI document.

const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().default(''),
  schema: Schema,
});
export type Parameter = z.infer<typeof Parameter>;

const Reference = z.object({ $ref: z.string() });

const Response = z.object({ description: z.string(), content: Content.default({}) });

const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(z.union([Reference, Parameter])),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Response])),
});
export type Operation = z.infer<typeof Operation>;

export const ApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), Response),
  }),
  'x-problem-codes': z.record(z.string(), z.object({ status: z.number(), message: z.string() })),
});
export type ApiDocument = z.infer<typeof ApiDocument>;

/** The name at the end of a reference. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** `case.opened` → `case-opened`, for addresses within the page. */
export function anchorOf(kind: string, name: string): string {
  return `${kind}-${name.replace(/[^\w]+/g, '-')}`;
}
