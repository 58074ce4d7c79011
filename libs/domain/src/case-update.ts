import type {
  CaseStatus,
  CustomFieldValues,
  FieldChange,
  FieldError,
  LabelAction,
  RouteStatus,
  UpdateCase,
} from '@bureau/contracts';
import { statusAfter } from './case-status.ts';
import { changesOfCustomFields, mergeCustomFields, type CustomFieldDefinition } from './custom-fields.ts';

/** What an update decides on. */
export interface UpdatableCase {
  status: CaseStatus;
  assigneeId: number | null;
  groupId: number | null;
  priority: number;
  subject: string;
  description: string;
  language: string | null;
  externalId: string | null;
  customerId: number;
  brandId: number;
  mailboxId: number | null;
  labelIds: readonly number[];
  customFields: CustomFieldValues;
  snoozedAt: Date | null;
  snoozedUntil: Date | null;
  spamAt: Date | null;
  routeStatus: RouteStatus | null;
  /** Only of a closed case. */
  mergedIntoId?: number | null;
}

/**
 * The contract `UpdateCase` once its names are looked up: labels are ids, people and places exist. `mailboxId` is the
 * one that answers for the new brand.
 */
export type CaseWish = Omit<UpdateCase, 'labels' | 'labelAction' | 'suppressRules'> & {
  labelIds?: readonly number[];
  labelAction?: LabelAction;
  mailboxId?: number | null;
};

/** The columns that an update sets. */
export interface CaseUpdatePatch {
  status?: CaseStatus;
  assigneeId?: number | null;
  groupId?: number | null;
  priority?: number;
  subject?: string;
  description?: string;
  language?: string | null;
  externalId?: string | null;
  customerId?: number;
  brandId?: number;
  mailboxId?: number | null;
  labelIds?: number[];
  customFields?: CustomFieldValues;
  snoozedAt?: Date | null;
  snoozedUntil?: Date | null;
  spamAt?: Date | null;
  routeStatus?: RouteStatus | null;
  waitingSince?: Date | null;
}

/** Field by field what changes, or why nothing may. No changes: the case is already so. */
export type CaseUpdateDecision =
  | { changes: FieldChange[]; patch: CaseUpdatePatch }
  | { problem: 'case.closed' | 'case.merged' | 'case.transition' | 'request.invalid'; errors: FieldError[] };

interface Step {
  change: FieldChange;
  patch: CaseUpdatePatch;
}

/**
 * Decides an update. Each change is named so that `{ [field]: from }` takes it back: `labelIds` as a whole list,
 * `customFields.KEY` one by one, `snooze` and `spam` as they are asked for. A closed case can only stay as it is.
 * `fields` are the definitions of the custom fields of cases.
 */
export function decideCaseUpdate(
  supportCase: UpdatableCase,
  wanted: CaseWish,
  { at, fields = [] }: { at: Date; fields?: readonly CustomFieldDefinition[] },
): CaseUpdateDecision {
  const custom = mergeCustomFields(fields, wanted.customFields ?? {}, supportCase.customFields);
  if (custom.errors.length > 0) return { problem: 'request.invalid', errors: custom.errors };

  const steps = [
    ...plainSteps(supportCase, wanted),
    ...labelSteps(supportCase, wanted),
    ...customFieldSteps(supportCase, custom.values),
    ...spamSteps(supportCase, wanted, at),
    ...snoozeSteps(supportCase, wanted, at),
  ];
  if (steps.length === 0) return { changes: [], patch: {} };
  if (supportCase.status === 'closed') {
    return { problem: supportCase.mergedIntoId ? 'case.merged' : 'case.closed', errors: [] };
  }

  const { status, snooze } = wanted;
  if (status !== undefined && statusAfter(supportCase.status, { set: status }) === null) {
    const message = `A case that is ${supportCase.status} cannot become ${status}.`;
    return { problem: 'case.transition', errors: [{ path: 'status', message }] };
  }
  if (snooze?.until && new Date(snooze.until) <= at) {
    return { problem: 'request.invalid', errors: [{ path: 'snooze.until', message: 'Choose a time to come.' }] };
  }
  return {
    changes: steps.map(({ change }) => change),
    patch: steps.reduce<CaseUpdatePatch>(
      (patch, step) => ({ ...patch, ...step.patch }),
      endsWaiting(status) ? { waitingSince: null } : {},
    ),
  };
}

const PLAIN = [
  'status',
  'assigneeId',
  'groupId',
  'priority',
  'subject',
  'description',
  'language',
  'externalId',
  'customerId',
  'brandId',
  'mailboxId',
  'routeStatus',
] as const;

function plainSteps(supportCase: UpdatableCase, wanted: CaseWish): Step[] {
  const brandStays = wanted.brandId === undefined || wanted.brandId === supportCase.brandId;
  return PLAIN.filter((field) => field !== 'mailboxId' || !brandStays)
    .filter((field) => wanted[field] !== undefined && wanted[field] !== supportCase[field])
    .map((field) => ({
      change: { field, from: supportCase[field], to: wanted[field] },
      patch: { [field]: wanted[field] },
    }));
}

function labelSteps({ labelIds: from }: UpdatableCase, { labelIds: named, labelAction = 'replace' }: CaseWish): Step[] {
  if (named === undefined) return [];
  const to = relabel(from, named, labelAction);
  const same = to.length === from.length && to.every((id, index) => id === from[index]);
  return same ? [] : [{ change: { field: 'labelIds', from: [...from], to }, patch: { labelIds: to } }];
}

/** The labels after an action, each once, in the order in which they were applied. */
export function relabel(present: readonly number[], named: readonly number[], action: LabelAction): number[] {
  switch (action) {
    case 'replace':
      return [...new Set(named)];
    case 'append':
      return [...new Set([...present, ...named])];
    case 'remove':
      return present.filter((id) => !named.includes(id));
  }
}

function customFieldSteps({ customFields: before }: UpdatableCase, customFields: CustomFieldValues): Step[] {
  return changesOfCustomFields(before, customFields).map((change) => ({ change, patch: { customFields } }));
}

function spamSteps({ spamAt }: UpdatableCase, { spam }: CaseWish, at: Date): Step[] {
  const from = spamAt !== null;
  if (spam === undefined || spam === from) return [];
  return [{ change: { field: 'spam', from, to: spam }, patch: { spamAt: spam ? at : null } }];
}

/** What is resolved, closed or spam does not sleep on. */
function snoozeSteps({ snoozedAt, snoozedUntil }: UpdatableCase, wanted: CaseWish, at: Date): Step[] {
  const ends = wanted.status === 'resolved' || wanted.status === 'closed' || wanted.spam === true;
  const snooze = ends ? null : wanted.snooze;
  if (snooze === undefined) return [];

  const from = snoozedAt === null ? null : { until: snoozedUntil?.toISOString() ?? null };
  if (snooze === null) {
    if (from === null) return [];
    return [{ change: { field: 'snooze', from, to: null }, patch: { snoozedAt: null, snoozedUntil: null } }];
  }
  const until = snooze.until === null ? null : new Date(snooze.until);
  const to = { until: until?.toISOString() ?? null };
  if (from !== null && from.until === to.until) return [];
  return [{ change: { field: 'snooze', from, to }, patch: { snoozedAt: snoozedAt ?? at, snoozedUntil: until } }];
}

/** When it is the customer's turn, or nobody's. */
function endsWaiting(status: CaseStatus | undefined): boolean {
  return status === 'pending' || status === 'resolved' || status === 'closed';
}

/** What the history calls a write with these changes. */
export function nameCaseUpdate(changes: readonly FieldChange[]): string {
  const spam = changes.find(({ field }) => field === 'spam');
  if (spam) return spam.to === true ? 'case.marked-spam' : 'case.cleared-of-spam';
  const [only, ...more] = changes;
  if (only?.field !== 'snooze' || more.length > 0) return 'case.updated';
  return only.to === null ? 'case.woken' : 'case.snoozed';
}
