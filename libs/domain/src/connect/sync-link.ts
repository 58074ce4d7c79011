import type { LinkState, SyncValue } from '@bureau/contracts';
import type { SyncValues } from './canonical.ts';

/** A field that one side would not take. It rests while both sides have what they had then; the others go on. */
export interface HeldField {
  desk: SyncValue;
  salesforce: SyncValue;
  /** Of Salesforce, one of FIELD_PROBLEMS, or {@link DELETED_HERE}. */
  code: string;
}

/**
 * A field that is empty at the desk because what it named was deleted there, while Salesforce still names it. What is deleted
 * on one side stays on the other, and so does what points to it.
 */
export const DELETED_HERE = 'record-deleted-here';

/** Where a value came from when it last changed; `at` in milliseconds. */
export interface Provenance {
  from: 'desk' | 'salesforce';
  at: number;
  by: string | null;
}

/** What is sent to make a record, kept over every retry: only so a value that arrived can be told from an edit there. */
export interface FrozenPayload {
  values: SyncValues;
  /** Deleted records that this one takes the place of. */
  recreates: readonly string[];
}

/** How a record of the desk and one of Salesforce hang together: all that outlives a crash. */
export interface SyncLink {
  state: LinkState;
  salesforceId: string | null;
  /** What both sides last agreed on; a field that is not in it has never been compared. */
  base: SyncValues;
  /** All that was sent since then, of which nobody knows whether it arrived. */
  sent: Readonly<Record<string, readonly SyncValue[]>>;
  payload: FrozenPayload | null;
  /** SystemModstamp of the newest row that was merged, in milliseconds of Salesforce's clock. */
  stamp: number | null;
  /** When that row was asked for, or our latest write was answered; milliseconds of the database's clock. */
  seenAt: number | null;
  held: Readonly<Record<string, HeldField>>;
  provenance: Readonly<Record<string, Provenance>>;
  /** Failed tries since the last success. */
  attempts: number;
}

/** A link of which nothing is known yet. */
export const NEW_LINK: SyncLink = {
  state: 'pending',
  salesforceId: null,
  base: {},
  sent: {},
  payload: null,
  stamp: null,
  seenAt: null,
  held: {},
  provenance: {},
  attempts: 0,
};

/** A row of Salesforce as the desk understood it. Times in milliseconds. */
export interface SalesforceRow {
  id: string;
  /** SystemModstamp, by Salesforce's clock. */
  stamp: number;
  /** When it was asked for, by the database's clock, taken before the request went out. */
  readAt: number;
  deleted: boolean;
  /** Of a record that was merged into another: that one. */
  mergedInto: string | null;
  /** What its external id says. */
  deskId: string | null;
  values: SyncValues;
  /** Who changed it last, if known. */
  by: string | null;
}

/** First contact with a record of Salesforce: the first merge decides by the policy of first links. */
export function linkTo(salesforceId: string, link: SyncLink = NEW_LINK): SyncLink {
  return { ...NEW_LINK, provenance: link.provenance, state: 'ok', salesforceId };
}

/** Both stay as they are, and neither hears of the other. */
export function unlink(link: SyncLink): SyncLink {
  return { ...link, state: 'unlinked', sent: {}, payload: null, held: {}, attempts: 0 };
}

/** Freezes what will make the record, but for what was refused; from here on a try may have been made. */
export function freeze(link: SyncLink | null, values: SyncValues): SyncLink {
  const before = link ?? NEW_LINK;
  const taken = Object.entries(values).filter(([field, value]) => before.held[field]?.desk !== value);
  const payload = { values: Object.fromEntries(taken), recreates: before.payload?.recreates ?? [] };
  return { ...before, state: 'pending', payload };
}

/** Salesforce refused some of what was frozen, so that nothing was made: these rest, and the others are frozen anew. */
export function thaw(link: SyncLink, refused: Readonly<Record<string, HeldField>>): SyncLink {
  return { ...hold(link, refused), payload: emptied(link.payload) };
}

/** The record is there: it agrees with what was frozen, whatever both have become since. */
export function adopt(link: SyncLink, salesforceId: string, seenAt: number): SyncLink {
  const base = link.payload?.values ?? {};
  const provenance = provenanceOf(Object.keys(base), { from: 'desk', at: seenAt, by: null });
  const { held } = link;
  return { ...NEW_LINK, state: 'ok', salesforceId, base, seenAt, held, provenance, payload: emptied(link.payload) };
}

/** Remembers what is about to be sent. */
export function promise(link: SyncLink, values: SyncValues): SyncLink {
  const fields = Object.entries(values).map(([field, value]) => [field, [...(link.sent[field] ?? []), value]]);
  return { ...link, sent: { ...link.sent, ...Object.fromEntries(fields) } };
}

/** Salesforce has taken what was sent. */
export function agreeOn(link: SyncLink, values: SyncValues, { at, by }: { at: number; by: string | null }): SyncLink {
  const provenance = provenanceOf(Object.keys(values), { from: 'desk', at, by });
  return {
    ...link,
    base: { ...link.base, ...values },
    sent: {},
    seenAt: at,
    attempts: 0,
    provenance: { ...link.provenance, ...provenance },
  };
}

/** Nothing is on its way any more. */
export function finish(link: SyncLink): SyncLink {
  return { ...link, sent: {}, attempts: 0 };
}

/** It was deleted on one side. What was made and deleted before its answer came has agreed with what was sent. */
export function bury(link: SyncLink, side: 'salesforce' | 'desk', row: Buried): SyncLink {
  const wasMade = link.salesforceId === null && row.salesforceId !== undefined;
  return {
    ...link,
    base: wasMade ? (link.payload?.values ?? {}) : link.base,
    state: side === 'salesforce' ? 'tombstone_salesforce' : 'tombstone_desk',
    salesforceId: row.salesforceId ?? link.salesforceId,
    stamp: Math.max(row.stamp ?? 0, link.stamp ?? 0),
    seenAt: row.seenAt ?? link.seenAt,
    sent: {},
    payload: emptied(link.payload),
    held: {},
    attempts: 0,
  };
}

/** Of a payload that has served, the records in the recycle bin that must never be taken for the new one. */
function emptied(payload: FrozenPayload | null): FrozenPayload | null {
  return payload && payload.recreates.length > 0 ? { values: {}, recreates: payload.recreates } : null;
}

export interface Buried {
  salesforceId?: string;
  stamp?: number;
  seenAt?: number;
}

/** It is there again on the side where it was deleted. */
export function revive(link: SyncLink): SyncLink {
  return { ...link, state: link.salesforceId === null ? 'pending' : 'ok' };
}

/** Its record was merged into another, which takes its place: what differs there is an edit there. */
export function moveTo(link: SyncLink, salesforceId: string): SyncLink {
  return { ...link, state: 'ok', salesforceId, stamp: null, sent: {}, held: {} };
}

/** To be made anew there, instead of the record that was deleted. */
export function startOver(link: SyncLink, values: SyncValues): SyncLink {
  const buried = link.salesforceId === null ? [] : [link.salesforceId];
  return { ...NEW_LINK, payload: { values, recreates: [...(link.payload?.recreates ?? []), ...buried] } };
}

/** Fields that Salesforce refused rest until either side changes them. */
export function hold(link: SyncLink, fields: Readonly<Record<string, HeldField>>): SyncLink {
  return { ...link, held: { ...link.held, ...fields } };
}

/** Try again: what was refused (for `code` only, where one is given) counts as never tried. */
export function release(link: SyncLink, code: string | null = null): SyncLink {
  const kept = Object.entries(link.held).filter(([, field]) => code !== null && field.code !== code);
  const rests = link.salesforceId === null ? 'pending' : 'ok';
  const state = link.state === 'error' ? rests : link.state;
  return { ...link, state, held: Object.fromEntries(kept), attempts: 0 };
}

/**
 * Whether the link knows better than this row: of a newer stamp, or of a read or write that came after this row was asked
 * for. The row is read again where it changed (windows overlap), so nothing is lost.
 */
export function isStale(row: SalesforceRow, link: SyncLink): boolean {
  return row.stamp < (link.stamp ?? 0) || row.readAt < (link.seenAt ?? 0);
}

export function provenanceOf(fields: readonly string[], provenance: Provenance): Record<string, Provenance> {
  return Object.fromEntries(fields.map((field) => [field, provenance]));
}
