import { z } from 'zod';
import { Id } from '../ids.ts';
import { ActorStamp } from '../actor.ts';
import { FieldChange } from './feed.ts';

const base = { caseId: Id, sequence: z.number().int(), actor: ActorStamp };

/** What can happen to a case. Consumers reload the state: payloads carry ids and what changed. */
export const caseEvents = {
  'case.opened': z.object({ ...base, messageId: Id, intakeId: Id.nullable() }),
  'case.updated': z.object({ ...base, changes: z.array(FieldChange) }),
  'message.received': z.object({ ...base, messageId: Id, intakeId: Id.nullable() }),
  'message.replied': z.object({ ...base, messageId: Id, deliveryId: Id }),
} as const;
