import { z } from 'zod';
import { RoleName } from './permissions.ts';
import { Id } from './ids.ts';

/** Who does something. Every verb and query takes an actor first. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: Id, name: z.string(), role: RoleName }),
  z.object({ kind: z.literal('customer'), customerId: Id, name: z.string() }),
  z.object({ kind: z.literal('application'), applicationId: Id, name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);
export type Actor = z.infer<typeof Actor>;

/** The actor as history shows it. */
export const ActorStamp = z.object({
  kind: z.enum(['user', 'customer', 'application', 'system']),
  id: Id.nullable(),
  name: z.string(),
});
export type ActorStamp = z.infer<typeof ActorStamp>;

export function stampOf(actor: Actor): ActorStamp {
  switch (actor.kind) {
    case 'user':
      return { kind: 'user', id: actor.userId, name: actor.name };
    case 'customer':
      return { kind: 'customer', id: actor.customerId, name: actor.name };
    case 'application':
      return { kind: 'application', id: actor.applicationId, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
  }
}
