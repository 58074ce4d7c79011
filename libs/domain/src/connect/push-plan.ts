import type { SyncValues } from './canonical.ts';
import { nextCreateStep } from './create-plan.ts';
import type { SalesforceRow, SyncLink } from './sync-link.ts';
import type { SyncPolicy } from './sync-policy.ts';

/**
 * What is known of a record that waits in the outbox. All but `run` is read anew before each step, and under the lock of the
 * pair: a link that was read before the lock was had may be older than what its last holder agreed on.
 */
export interface PushFacts {
  /** The desk still has it. */
  exists: boolean;
  link: SyncLink | null;
  settings: PushSettings;
  /** `coming`: one that it names there is being made, or changed before this is. */
  parents: 'ready' | 'coming';
  /** The organisation has a field for the desk's ids. */
  externalIds: boolean;
  /** All that is frozen can be sent still: no field of it has gone, or is kept from us, since. */
  sendable: boolean;
  /** Salesforce's clock when it last answered, not now: a row must have been settled when it was read. */
  salesforceNow: number;
  run: PushRun;
}

export interface PushSettings {
  /** New records go there. */
  create: boolean;
  /** Edits go there, or values come back with them. */
  update: boolean;
  /** An edit makes a record anew that was deleted there. */
  recreate: boolean;
  /** Its conditions let it go (none: always); or a rule or macro has said so. */
  conditionsMet: boolean;
  /** Companies and customers are looked for by name and address before they are made; cases never. */
  matches: boolean;
}

/** What this try has found out. A crash forgets it, and the next try finds out again. */
export interface PushRun {
  /** This try froze the payload: nobody can have sent it before. */
  froze?: boolean;
  /** Records that could be the same. */
  matches?: readonly { salesforceId: string; linked: boolean }[];
  /** What an earlier try may have made: by external id, deleted ones too. */
  found?: readonly { salesforceId: string; deleted: boolean; linked?: boolean }[];
  /** The id of what was just made. */
  created?: string;
  row?: SalesforceRow | 'gone';
  /** What the merge left to be sent. */
  toSalesforce?: SyncValues;
  promised?: boolean;
  patched?: boolean;
}

/** One effect each, so that the desk may die between any two. Those of `LAST_PUSH_STEPS` end the try. */
export type PushStep =
  /** One transaction: take it out of the outbox. */
  | { do: 'forget'; because: PushSkip }
  /** One transaction: leave it in the outbox until later. */
  | { do: 'wait'; ms: number; because: 'parent' | 'settling' }
  /** One transaction: the link becomes a tombstone, the outbox lets go. */
  | { do: 'bury'; side: 'salesforce' | 'desk'; salesforceId?: string }
  /** One transaction: it is at the desk again (out of the trash, or no longer merged): `revive`, then go on with a new run. */
  | { do: 'revive' }
  /** Ask Salesforce for records that could be the same → run.matches. */
  | { do: 'match' }
  /** One transaction: `linkTo`, base empty; then go on with a new run. */
  | { do: 'link'; salesforceId: string }
  /** One transaction: `freeze` what the desk has now → run.froze. */
  | { do: 'freeze' }
  /** One transaction: `startOver` with what the desk has now → run.froze. */
  | { do: 'start over' }
  /** Ask Salesforce, the recycle bin too, for what an earlier try made → run.found. Without external ids: by the payload. */
  | { do: 'look up'; by: 'external id' | 'payload' }
  /** Make it there → run.created. */
  | { do: 'create'; values: SyncValues }
  /**
   * One transaction: `adopt`; the outbox lets go if it was just made and `isSent`. Linked to another record meanwhile (two
   * were merged there before the answer came): give up with `found-linked-elsewhere`.
   */
  | { do: 'adopt'; salesforceId: string; because: 'created' | 'found' }
  /** Read mapped fields and stamp → run.row. */
  | { do: 'read'; salesforceId: string }
  /** One transaction: `mergeRecord` with the desk as it is now → run.toSalesforce. */
  | { do: 'merge'; row: SalesforceRow }
  /** One transaction: `promise` → run.promised. */
  | { do: 'promise'; values: SyncValues }
  /** Write there what has not changed since its stamp → run.patched; refused for that (412): a new run. */
  | { do: 'patch'; salesforceId: string; values: SyncValues; unmodifiedSince: number }
  /** One transaction: `agreeOn`; the outbox lets go if it `isSent`. */
  | { do: 'agree'; values: SyncValues }
  /** One transaction: `finish`; the outbox lets go if it `isSent`. */
  | { do: 'finish' }
  /** One transaction: the link (state `error`) says why; the outbox lets go until somebody, or an edit, tries again. */
  | { do: 'give up'; code: PushDeadEnd };

export type PushSkip = 'unlinked' | 'deleted' | 'switched-off' | 'conditions';

/** Why a record needs a person. */
export const PUSH_DEAD_ENDS = {
  'several-matches': 'Several records of Salesforce could be this one: link the right one by hand.',
  'match-linked-elsewhere': 'The record of Salesforce that matches is linked to another one of the desk.',
  'external-id-twice': 'Several records of Salesforce carry the id of this one: leave it on the right one.',
  'found-linked-elsewhere': 'The record of Salesforce that carries this id is linked to another one of the desk.',
  'made-twice': 'Several records of Salesforce look like the one that was sent: link the right one by hand.',
} as const;
export type PushDeadEnd = keyof typeof PUSH_DEAD_ENDS;

const LAST: ReadonlySet<PushStep['do']> = new Set([
  'forget',
  'wait',
  'bury',
  'adopt',
  'agree',
  'finish',
  'give up',
] as const);

/** After these the try is over; what is still in the outbox is tried again with a new one. */
export function endsPush(step: PushStep): boolean {
  return LAST.has(step.do);
}

/** The one next thing to do for a record that waits in the outbox (external-apis.md §4.2). */
export function nextPushStep(facts: PushFacts, policy: SyncPolicy): PushStep {
  const { link, exists, settings, run } = facts;
  if (!exists) return link && !isGone(link) ? nextWithoutDesk(facts, link) : { do: 'forget', because: 'deleted' };
  if (link?.state === 'unlinked') return { do: 'forget', because: 'unlinked' };
  if (link?.state === 'tombstone_desk') return { do: 'revive' };
  if (link?.state === 'tombstone_salesforce') {
    return settings.recreate && settings.create ? { do: 'start over' } : { do: 'forget', because: 'deleted' };
  }
  if (!link?.salesforceId) return nextCreateStep(facts, policy);
  if (!settings.update) return { do: 'forget', because: 'switched-off' };
  if (!settings.conditionsMet) return { do: 'forget', because: 'conditions' };
  return nextUpdateStep({ link, salesforceId: link.salesforceId, run, now: facts.salesforceNow }, policy);
}

interface UpdateFacts {
  link: SyncLink;
  salesforceId: string;
  run: PushRun;
  now: number;
}

function nextUpdateStep({ salesforceId, run, now }: UpdateFacts, policy: SyncPolicy): PushStep {
  const { row, toSalesforce } = run;
  if (!row) return { do: 'read', salesforceId };
  if (row === 'gone') return { do: 'bury', side: 'salesforce' };
  if (!toSalesforce) return { do: 'merge', row };
  if (Object.keys(toSalesforce).length === 0) return { do: 'finish' };
  if (run.patched) return { do: 'agree', values: toSalesforce };

  const settledAt = row.stamp + policy.settleMs;
  if (now < settledAt) return { do: 'wait', ms: settledAt - now, because: 'settling' };
  if (!run.promised) return { do: 'promise', values: toSalesforce };
  return { do: 'patch', salesforceId, values: toSalesforce, unmodifiedSince: row.stamp };
}

/** What an earlier try made without knowing is looked for, so that it is known should the record come out of the trash. */
function nextWithoutDesk({ externalIds, run }: PushFacts, { salesforceId, payload }: SyncLink): PushStep {
  const mayBeThere = salesforceId === null && Object.keys(payload?.values ?? {}).length > 0;
  if (!mayBeThere) return { do: 'bury', side: 'desk' };
  if (run.created) return { do: 'bury', side: 'desk', salesforceId: run.created };
  if (!run.froze && !run.found) return { do: 'look up', by: externalIds ? 'external id' : 'payload' };
  const ours = (run.found ?? []).filter((one) => !one.linked && !payload?.recreates.includes(one.salesforceId));
  const [live, ...others] = ours.filter(({ deleted }) => !deleted);
  const made = live ?? ours.at(-1);
  return { do: 'bury', side: 'desk', ...(made && others.length === 0 && { salesforceId: made.salesforceId }) };
}

function isGone({ state }: SyncLink): boolean {
  return state === 'tombstone_desk' || state === 'unlinked';
}
