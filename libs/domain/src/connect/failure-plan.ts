import { errorClass, type ErrorClass, type SalesforceError } from './error-classes.ts';
import { deskFieldOf, type FieldPair } from './field-pair.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const RETRY = {
  first: SECOND,
  most: 8,
  budgetFirst: 15 * MINUTE,
  budgetMost: 60 * MINUTE,
  againMost: 5,
} as const;

export interface Failure {
  error: SalesforceError;
  /** Tries that failed before this one since the last success. */
  attempts: number;
  /** The call made a record, changed one, or read one. */
  call: 'create' | 'patch' | 'read';
  /** The desk's fields that were sent. */
  sent: readonly string[];
  pairs: readonly FieldPair[];
  /** Between 0 and 1, by lot: so that what failed together does not come back together. */
  chance: number;
  /** Fields were refused before in this try, and the object has been described anew since. */
  described?: boolean;
}

/** What follows from an error; one transaction each. */
export type FailureStep =
  /** Leave it in the outbox until then, with one more attempt. */
  | { do: 'retry'; ms: number; class: ErrorClass }
  /** Read and merge again at once, with a new run. */
  | { do: 'again'; class: ErrorClass }
  /** `hold` these fields, and go on with a new run: the rest of the record syncs. Of a create: freeze again without them. */
  | { do: 'hold'; fields: string[]; class: ErrorClass }
  /** Describe the object anew, turn off what is gone and these fields with this problem, and go on with a new run. */
  | { do: 'disable'; fields: string[]; class: ErrorClass }
  /** The failure log, until the record, its mapping, or somebody tries again. */
  | { do: 'give up'; class: ErrorClass }
  /** `linkTo` what the duplicate rule found, unless another record is linked to it. */
  | { do: 'link'; salesforceId: string; class: ErrorClass }
  /** It is there already: look up by external id. */
  | { do: 'look up'; class: ErrorClass }
  /** `bury`. */
  | { do: 'bury'; class: ErrorClass }
  /** Nothing goes to Salesforce for so long, or (null) until somebody has signed in again; the outbox keeps everything. */
  | { do: 'pause'; ms: number | null; class: ErrorClass };

/** What the desk does about an error of Salesforce (external-apis.md §3.10, §4.4). */
export function nextAfterFailure(failure: Failure): FailureStep {
  const kind = errorClass(failure.error);
  switch (kind) {
    case 'transient':
    case 'collateral':
    case 'window':
      return retried(failure, kind);
    case 'conflict':
      return failure.attempts < RETRY.againMost ? { do: 'again', class: kind } : retried(failure, kind);
    case 'auth':
      return { do: 'pause', ms: null, class: kind };
    case 'budget':
      return { do: 'pause', ms: budgetPause(failure.attempts), class: kind };
    case 'ours':
      return failure.call === 'create' ? soon(failure, { do: 'look up', class: kind }) : refusal(failure, kind);
    case 'duplicate':
      return duplicate(failure);
    case 'deleted':
      return failure.call === 'create' ? { do: 'give up', class: kind } : { do: 'bury', class: kind };
    case 'storage':
      return { do: 'pause', ms: RETRY.budgetMost, class: kind };
    case 'config':
      return configured(failure);
    case 'data':
      return refusal(failure, kind);
  }
}

/** 1 s, 2 s, 4 s … and up to as much again by lot; after eight tries the failure log. */
function retried(failure: Failure, kind: ErrorClass): FailureStep {
  if (failure.attempts + 1 >= RETRY.most) return { do: 'give up', class: kind };
  return { do: 'retry', ms: backOff(failure.attempts, failure.chance), class: kind };
}

/** Milliseconds before the next try. */
export function backOff(attempts: number, chance: number): number {
  const wait = RETRY.first * 2 ** attempts;
  return Math.round(wait + wait * chance);
}

/** 15, 30, then 60 minutes: the allowance is counted over 24 hours, and asking costs. */
export function budgetPause(attempts: number): number {
  return Math.min(RETRY.budgetFirst * 2 ** attempts, RETRY.budgetMost);
}

/** What should end a quarrel at once is not done for ever: after eight tries it is for a person. */
function soon(failure: Failure, step: FailureStep): FailureStep {
  return failure.attempts + 1 >= RETRY.most ? { do: 'give up', class: step.class } : step;
}

/** Fields that are gone are turned off for all records; what is refused though it is there rests with this one. */
function configured(failure: Failure): FailureStep {
  const { code } = failure.error;
  if (CLOSED.has(code)) return { do: 'pause', ms: RETRY.budgetFirst, class: 'config' };
  const fields = refusedOf(failure);
  const looks = failure.described !== true && (fields.length > 0 || ABOUT_FIELDS.has(code));
  return looks ? { do: 'disable', fields, class: 'config' } : refusal(failure, 'config');
}

/** The organisation takes no calls at all. */
const CLOSED = new Set(['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED']);
/** These are about fields or their object, though none may be named. */
const ABOUT_FIELDS = new Set(['INVALID_FIELD', 'INVALID_TYPE', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'MALFORMED_QUERY']);

function refusedOf({ error, pairs, sent }: Failure): string[] {
  const named = error.fields.map((name) => deskFieldOf(pairs, name)).filter((field) => field !== null);
  return [...new Set(named)].filter((field) => sent.includes(field));
}

/** The fields that the error names rest, if others are left to go; otherwise the record does. */
function refusal(failure: Failure, kind: ErrorClass): FailureStep {
  const fields = refusedOf(failure);
  const none: FailureStep = { do: 'give up', class: kind };
  if (fields.length === 0) return none;
  return failure.call === 'create' && fields.length === failure.sent.length
    ? none
    : { do: 'hold', fields, class: kind };
}

function duplicate({ error, call }: Failure): FailureStep {
  const [match, ...others] = error.matches;
  if (call === 'create' && match !== undefined && others.length === 0) {
    return { do: 'link', salesforceId: match, class: 'duplicate' };
  }
  return { do: 'give up', class: 'duplicate' };
}
