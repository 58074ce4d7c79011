import { z } from 'zod';
import { CaseAccess, Permission } from './permissions.ts';
import { Id } from './ids.ts';

const may = { permissions: z.array(Permission), access: CaseAccess };

/**
 * Who does something. Every verb and query takes an actor first. An application acts for the user who made its token,
 * with at most that user's permissions; the system is the desk itself and may everything, and so may the business rules of
 * its administrators. What Salesforce changed, the sync writes: it may everything as well, and rules hear of it.
 */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: Id, name: z.string(), ...may }),
  z.object({ kind: z.literal('application'), applicationId: Id, userId: Id, name: z.string(), ...may }),
  z.object({ kind: z.literal('customer'), customerId: Id, name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
  /** `name` is the other side's: Salesforce. */
  z.object({ kind: z.literal('sync'), name: z.string() }),
  z.object({
    kind: z.literal('rule'),
    ruleId: Id,
    name: z.string(),
    /** The rules that led here, one through the other; its own id last. */
    ruleIds: z.array(Id).min(1),
  }),
]);
export type Actor = z.infer<typeof Actor>;

/** Whether the actor's role (and, for an application, its token) allows this. Which rows is another question. */
export function permits(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'user':
    case 'application':
      return actor.permissions.includes(permission);
    case 'customer':
      return false;
    case 'system':
    case 'sync':
    case 'rule':
      return true;
  }
}

/** The user behind an actor; undefined for customers and the desk itself. */
export function userIdOf(actor: Actor): number | undefined {
  return actor.kind === 'user' || actor.kind === 'application' ? actor.userId : undefined;
}

/** The actor as history shows it. */
export const ActorStamp = z.object({
  kind: z.enum(['user', 'customer', 'application', 'rule', 'macro', 'sync', 'system']),
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
    case 'sync':
      return { kind: actor.kind, id: null, name: actor.name };
    case 'rule':
      return { kind: 'rule', id: actor.ruleId, name: actor.name };
  }
}

/** What facts say of the rules that led to a write; nothing when a person, a program or the outside did it. */
export function causeOf(actor: Actor): { ruleIds?: number[] } {
  return actor.kind === 'rule' ? { ruleIds: actor.ruleIds } : {};
}

/** Whether a write belongs to the first sync with Salesforce: what is years old comes at once then, and is no news. */
export function isFirstSync({ actor, suppressRules }: { actor: ActorStamp; suppressRules?: boolean }): boolean {
  return actor.kind === 'sync' && suppressRules === true;
}
