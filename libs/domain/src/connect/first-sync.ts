import type { FirstSyncFate } from '@bureau/contracts';
import { nextPullStep, PULL_DEAD_ENDS, type PullFacts } from './pull-plan.ts';
import { nextPushStep, PUSH_DEAD_ENDS, type PushFacts } from './push-plan.ts';
import { SYNC_POLICY } from './sync-policy.ts';

/** What the first sync does with a record. */
export interface RecordFate {
  fate: FirstSyncFate;
  /** Why nothing happens; empty otherwise. */
  reason: string;
}

/** Why a first sync leaves a record alone, in words. */
export const FIRST_SYNC_REASONS = {
  'switched-off': 'The settings of this object do not let new records go this way.',
  conditions: 'The conditions of this object do not let it go.',
  unlinked: 'Somebody has taken the two records apart.',
  deleted: 'It was deleted on the other side.',
  'linked-elsewhere': 'The record of the desk whose id it carries is linked to another one of Salesforce.',
  shared: 'Several records of Salesforce have this name or address: link the right one by hand.',
  twins: 'Several records of the desk have this name or address: link the right one by hand.',
  customer: 'The desk needs a customer here: choose a contact in Salesforce that is linked.',
  parent: 'The customer or the company that it belongs to could not be linked: see there.',
} as const;

/** A row of Salesforce beside all that is known of it. Records of the desk that could be the same are looked for already. */
export interface RowFacts extends Omit<PullFacts, 'run'> {
  matches: readonly { deskId: number; linked: boolean }[];
  /** Another row of Salesforce has its name or its address. */
  shared: boolean;
  /** The customer of a case is there, or comes with this sync; true for all others. */
  customer: boolean;
  /** Fields that a merge would change on either side. */
  changes: readonly string[];
}

/** What becomes of a row of Salesforce. */
export function fateOfRow(facts: RowFacts): RecordFate {
  const step = nextPullStep({ ...facts, run: { matches: facts.matches } });
  switch (step.do) {
    case 'ignore': {
      const { because } = step;
      const isQuiet = because === 'stale' || (facts.link !== null && because === 'switched-off');
      return isQuiet ? { fate: 'unchanged', reason: '' } : refused(because);
    }
    case 'report':
      return { fate: 'ambiguous', reason: facts.shared ? FIRST_SYNC_REASONS.shared : PULL_DEAD_ENDS[step.code] };
    case 'link':
      if (step.deskId !== null && facts.shared) return { fate: 'ambiguous', reason: FIRST_SYNC_REASONS.shared };
      return { fate: 'match', reason: '' };
    case 'create':
      if (facts.shared) return { fate: 'ambiguous', reason: FIRST_SYNC_REASONS.shared };
      return facts.customer ? { fate: 'create-in-desk', reason: '' } : refused('customer');
    case 'merge':
      return { fate: facts.changes.length > 0 ? 'update' : 'unchanged', reason: '' };
    default:
      return { fate: 'update', reason: '' };
  }
}

/** A record of the desk that has no counterpart, beside all that is known of it. */
export interface DeskFacts extends Pick<PushFacts, 'link' | 'settings'> {
  /** Records of Salesforce that have its name or address. */
  matches: readonly { salesforceId: string; linked: boolean }[];
  /** Another record of the desk without a counterpart has its name or address. */
  twins: boolean;
  /** One that it belongs to is ambiguous, or failed. */
  parentLost: boolean;
}

/** What becomes of a record of the desk that has no counterpart; `salesforceId` of the one that it is matched with. */
export function fateOfDeskRecord(facts: DeskFacts): RecordFate & { salesforceId?: string } {
  const { link, settings, matches } = facts;
  const known = { exists: true, parents: 'ready', externalIds: true, sendable: true, salesforceNow: 0 } as const;
  const step = nextPushStep({ ...known, link, settings, run: { matches } }, SYNC_POLICY);
  switch (step.do) {
    case 'forget':
      return refused(step.because);
    case 'give up':
      return { fate: 'ambiguous', reason: PUSH_DEAD_ENDS[step.code] };
    case 'link':
      if (facts.twins) return { fate: 'ambiguous', reason: FIRST_SYNC_REASONS.twins };
      return { fate: 'match', reason: '', salesforceId: step.salesforceId };
    default:
      return facts.parentLost ? refused('parent') : { fate: 'create-in-salesforce', reason: '' };
  }
}

function refused(because: keyof typeof FIRST_SYNC_REASONS): RecordFate {
  return { fate: 'refused', reason: FIRST_SYNC_REASONS[because] };
}
