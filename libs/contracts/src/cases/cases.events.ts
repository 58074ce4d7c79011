import { z } from 'zod';
import { Id } from '../ids.ts';
import { caseFact } from './case-fact.ts';
import { CaseStatus } from './case.ts';
import { FieldChange } from './feed.ts';

/** What the message changed of the case besides; absent: nothing. */
const changes = z.array(FieldChange).optional();

/** What can happen to a case. Consumers reload the state: payloads carry ids and what changed. */
export const caseEvents = {
  'case.opened': z.object({
    ...caseFact,
    messageId: Id,
    intakeId: Id.nullable(),
    /** Who said the first message; absent: the customer. */
    direction: z.enum(['in', 'out']).optional(),
    /** What it was from the beginning; absent: new. */
    status: CaseStatus.optional(),
  }),
  /** `event` is what the history calls it: case.updated, case.merged, case.snoozed … */
  'case.updated': z.object({ ...caseFact, event: z.string(), changes: z.array(FieldChange) }),
  'message.received': z.object({ ...caseFact, messageId: Id, intakeId: Id.nullable(), changes }),
  'note.added': z.object({ ...caseFact, noteId: Id, mentionedUserIds: z.array(Id) }),
  'note.edited': z.object({ ...caseFact, noteId: Id, mentionedUserIds: z.array(Id) }),
  /** Somebody has taken the case to work on it, or (null) let go of it. No line of history: it changes nothing. */
  'case.lock-changed': z.object({ caseId: Id, userId: Id.nullable() }),
  'message.replied': z.object({
    ...caseFact,
    messageId: Id,
    /** Null: the company said it elsewhere, and nothing of it is to be sent. */
    deliveryId: Id.nullable(),
    changes,
    /** It is the message that opened the case, of which `case.opened` has told. */
    opening: z.boolean().optional(),
  }),
  'message.forwarded': z.object({ ...caseFact, messageId: Id, deliveryId: Id }),
} as const;
