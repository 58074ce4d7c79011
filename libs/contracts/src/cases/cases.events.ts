import { z } from 'zod';
import { Id } from '../ids.ts';
import { ActorStamp } from '../actor.ts';
import { FieldChange } from './feed.ts';

const base = {
  caseId: Id,
  sequence: z.number().int(),
  actor: ActorStamp,
  /** Business rules are not to run because of this write. */
  suppressRules: z.boolean().optional(),
  /** The business rules that led to this write, one through the other; absent: none did. */
  ruleIds: z.array(Id).optional(),
};

/** What the message changed of the case besides; absent: nothing. */
const changes = z.array(FieldChange).optional();

/** What can happen to a case. Consumers reload the state: payloads carry ids and what changed. */
export const caseEvents = {
  'case.opened': z.object({
    ...base,
    messageId: Id,
    intakeId: Id.nullable(),
    /** Who said the first message; absent: the customer. */
    direction: z.enum(['in', 'out']).optional(),
  }),
  /** `event` is what the history calls it: case.updated, case.merged, case.snoozed … */
  'case.updated': z.object({ ...base, event: z.string(), changes: z.array(FieldChange) }),
  'message.received': z.object({ ...base, messageId: Id, intakeId: Id.nullable(), changes }),
  'note.added': z.object({ ...base, noteId: Id, mentionedUserIds: z.array(Id) }),
  'note.edited': z.object({ ...base, noteId: Id, mentionedUserIds: z.array(Id) }),
  /** Somebody has taken the case to work on it, or (null) let go of it. No line of history: it changes nothing. */
  'case.lock-changed': z.object({ caseId: Id, userId: Id.nullable() }),
  'message.replied': z.object({ ...base, messageId: Id, deliveryId: Id, changes }),
  'message.forwarded': z.object({ ...base, messageId: Id, deliveryId: Id }),
} as const;
