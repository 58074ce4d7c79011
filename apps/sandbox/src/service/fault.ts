import { z } from 'zod';

/** What goes wrong with a request that a fault meets. */
export const Effect = z.discriminatedUnion('kind', [
  /** This answer instead of the real one; nothing happens. */
  z.object({
    kind: z.literal('answer'),
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
  }),
  /** The connection breaks before anything happens. */
  z.object({ kind: z.literal('drop') }),
  /** It happens, but the connection breaks before the answer. */
  z.object({ kind: z.literal('lose-answer') }),
  /** It happens, later. */
  z.object({ kind: z.literal('delay'), milliseconds: z.number().int().min(1).max(600_000) }),
  /** It happens, and half of the JSON comes back. */
  z.object({ kind: z.literal('malformed') }),
  /** A proxy's page instead of JSON; nothing happens. */
  z.object({ kind: z.literal('html'), status: z.number().int().min(400).max(599).default(503) }),
]);
export type Effect = z.infer<typeof Effect>;

/** Which requests go wrong, and how. */
export const Fault = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '*']).default('*'),
  /** A path as in a URLPattern: `/2/users/:id/mentions`, `/2/dm_*`, `/*`. */
  path: z.string().startsWith('/').default('/*'),
  /** How many fitting requests pass unharmed before the first one that does not. */
  after: z.number().int().min(0).default(0),
  /** How many requests it meets; all to come when absent. */
  times: z.number().int().min(1).optional(),
  effect: Effect,
});
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;
