import { isStale, type SalesforceRow, type SyncLink } from './sync-link.ts';

/** What is known of a row that a poll, a hint or a first sync brought. Read once the lock of its pair is had, not before. */
export interface PullFacts {
  row: SalesforceRow;
  /** By the id of the row, else by the desk's id that the row carries. */
  link: SyncLink | null;
  /** The row carries the id of a record that the desk has. */
  deskRecordExists: boolean;
  settings: PullSettings;
  run: PullRun;
}

export interface PullSettings {
  /** New records come to the desk. */
  create: boolean;
  /** Edits come to the desk. */
  update: boolean;
  /** An edit there makes a record anew that was deleted at the desk. */
  recreate: boolean;
  /** Its conditions let it come (none: always). */
  conditionsMet: boolean;
  /** Companies and customers are looked for by name and address before they are made; cases never. */
  matches: boolean;
}

export interface PullRun {
  /** Records of the desk that could be the same. */
  matches?: readonly { deskId: number; linked: boolean }[];
  /** Whether the record that this one was merged into is linked. */
  winnerLinked?: boolean;
}

/** One transaction each; those of `LAST_PULL_STEPS` end it, after the others the facts are read anew. */
export type PullStep =
  | { do: 'ignore'; because: PullSkip }
  /** The link becomes a tombstone; the record of the desk stays. Merged into a linked one: a person merges those of the desk. */
  | { do: 'bury'; because: 'deleted' | 'merged-into-linked' }
  /** It was taken out of the recycle bin: `revive`, then go on. */
  | { do: 'revive' }
  /** Look whether the record that it was merged into is linked, in any state → run.winnerLinked. */
  | { do: 'look for the winner'; salesforceId: string }
  /** `moveTo` the record that it was merged into, and put it in the outbox, so that it is read. */
  | { do: 'move'; salesforceId: string }
  /** What the desk made has been seen before its answer was: `adopt`, then go on. */
  | { do: 'adopt' }
  /** Look for records of the desk that could be the same → run.matches. */
  | { do: 'match' }
  /** `linkTo` a record of the desk, then go on; without an id: the one whose id the row carries. */
  | { do: 'link'; deskId: number | null }
  /** Make it at the desk and link it, base = the row. */
  | { do: 'create'; anew: boolean }
  /** `mergeRecord` with the desk as it is now; what is `unsent` then goes into the outbox. */
  | { do: 'merge' }
  /** A person has to choose. */
  | { do: 'report'; code: PullDeadEnd };

export type PullSkip = 'deleted' | 'unlinked' | 'stale' | 'switched-off' | 'conditions' | 'linked-elsewhere';

export const PULL_DEAD_ENDS = {
  'several-matches': 'Several records of the desk could be this one: link the right one by hand.',
  'match-linked-elsewhere': 'The record of the desk that matches is linked to another one of Salesforce.',
} as const;
export type PullDeadEnd = keyof typeof PULL_DEAD_ENDS;

/** Why a link became a tombstone, in words. */
export const BURIED_SENTENCES = {
  deleted: 'It was deleted in Salesforce.',
  'merged-into-linked': 'Two linked records were merged in Salesforce: merge those of the desk too.',
} as const;

const LAST: ReadonlySet<PullStep['do']> = new Set(['ignore', 'bury', 'move', 'create', 'merge', 'report'] as const);

export function endsPull(step: PullStep): boolean {
  return LAST.has(step.do);
}

/** The one next thing to do with a row of Salesforce (external-apis.md §4.3 and §4.4). */
export function nextPullStep(facts: PullFacts): PullStep {
  const { link, row } = facts;
  if (!link) return row.deleted ? { do: 'ignore', because: 'deleted' } : nextUnlinked(facts);
  if (link.state === 'unlinked') return { do: 'ignore', because: 'unlinked' };
  if (link.salesforceId !== null && link.salesforceId !== row.id) return { do: 'ignore', because: 'linked-elsewhere' };
  if (link.state === 'tombstone_desk') return nextWithoutDesk(facts, link);
  if (isStale(row, link)) return { do: 'ignore', because: 'stale' };
  return row.deleted ? nextDeleted(facts, link) : nextLinked(facts, link);
}

function nextLinked({ row, settings }: PullFacts, link: SyncLink): PullStep {
  if (link.state === 'tombstone_salesforce') return { do: 'revive' };
  if (link.salesforceId === null) {
    return link.payload?.recreates.includes(row.id) ? { do: 'link', deskId: null } : { do: 'adopt' };
  }
  if (!settings.update) return { do: 'ignore', because: 'switched-off' };
  return settings.conditionsMet ? { do: 'merge' } : { do: 'ignore', because: 'conditions' };
}

function nextDeleted({ row, run }: PullFacts, link: SyncLink): PullStep {
  if (link.payload?.recreates.includes(row.id)) return { do: 'ignore', because: 'deleted' };
  const buried = link.state === 'tombstone_salesforce';
  if (row.mergedInto === null)
    return buried ? { do: 'ignore', because: 'deleted' } : { do: 'bury', because: 'deleted' };
  if (run.winnerLinked === undefined) return { do: 'look for the winner', salesforceId: row.mergedInto };
  if (!run.winnerLinked) return { do: 'move', salesforceId: row.mergedInto };
  return buried ? { do: 'ignore', because: 'deleted' } : { do: 'bury', because: 'merged-into-linked' };
}

/** Deleted at the desk: it is not made again by its own echo, only (if that is wanted) by an edit that came later. */
function nextWithoutDesk({ row, settings }: PullFacts, link: SyncLink): PullStep {
  const edited = !row.deleted && row.stamp > (link.stamp ?? 0) && !isStale(row, link);
  const wanted = settings.recreate && settings.create && settings.conditionsMet;
  return edited && wanted ? { do: 'create', anew: true } : { do: 'ignore', because: 'deleted' };
}

function nextUnlinked({ deskRecordExists, settings, run }: PullFacts): PullStep {
  if (deskRecordExists) return { do: 'link', deskId: null };
  if (!settings.create) return { do: 'ignore', because: 'switched-off' };
  if (!settings.conditionsMet) return { do: 'ignore', because: 'conditions' };
  if (!settings.matches) return { do: 'create', anew: false };
  if (!run.matches) return { do: 'match' };

  const free = run.matches.filter(({ linked }) => !linked);
  const [match] = free;
  if (free.length > 1) return { do: 'report', code: 'several-matches' };
  if (match) return { do: 'link', deskId: match.deskId };
  return run.matches.length > 0 ? { do: 'report', code: 'match-linked-elsewhere' } : { do: 'create', anew: false };
}
