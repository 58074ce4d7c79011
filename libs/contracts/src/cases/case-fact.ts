import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id } from '../ids.ts';

/** What every fact about a case says, whoever records it. */
export const caseFact = {
  caseId: Id,
  /** Its place in the case's history. */
  sequence: z.number().int(),
  actor: ActorStamp,
  /** Business rules are not to run because of this write. */
  suppressRules: z.boolean().optional(),
  /** The business rules that led to this write, one through the other; absent: none did. */
  ruleIds: z.array(Id).optional(),
};
