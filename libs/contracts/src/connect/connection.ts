import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { SyncObject } from './sync-object.ts';

/**
 * `ok`; `trouble`: Salesforce does not answer as it should, and the desk tries again by itself; `reconnect`: Salesforce
 * does not let us in any more, a person must sign in again; `paused`: by an administrator, what changes meanwhile is
 * remembered and goes when it is resumed.
 */
export const SalesforceState = z.enum(['ok', 'trouble', 'reconnect', 'paused']);
export type SalesforceState = z.infer<typeof SalesforceState>;

/** Where somebody signs in at Salesforce. */
export const SalesforceLogin = z.discriminatedUnion('host', [
  /** As the desk is configured: login.salesforce.com. */
  z.object({ host: z.literal('production') }),
  /** test.salesforce.com. */
  z.object({ host: z.literal('sandbox') }),
  /** The organisation's own address, e.g. acme.my.salesforce.com or acme--uat.sandbox.my.salesforce.com. */
  z.object({ host: z.literal('my-domain'), address: z.string().trim().min(1, 'Write the address.').max(300) }),
]);
export type SalesforceLogin = z.infer<typeof SalesforceLogin>;

/** How much of the calls of a day are used, as Salesforce last said. */
export const ApiBudget = z.object({
  used: z.number().int(),
  limit: z.number().int(),
  at: Timestamp,
});
export type ApiBudget = z.infer<typeof ApiBudget>;

/** The organisation that the desk is kept in step with. */
export const SalesforceConnection = z.object({
  id: Id,
  organisation: z.object({
    id: z.string(),
    name: z.string(),
    /** Its edition, e.g. "Enterprise Edition". */
    edition: z.string(),
    /** A copy to try things in. */
    isSandbox: z.boolean(),
  }),
  /** In whose name the desk reads and writes there. */
  user: z.object({ id: z.string(), name: z.string(), username: z.string() }),
  instanceUrl: z.string(),
  loginUrl: z.string(),
  /** `key`: by the desk's own key (JWT bearer), nobody has to sign in again. */
  signedInBy: z.enum(['person', 'key']),
  state: SalesforceState,
  /** What is wrong and what to do; empty when all is well. */
  stateReason: z.string(),
  /** Whether records are kept in step at all; off after it was connected, until somebody turns it on. */
  enabled: z.boolean(),
  /** When it was first turned on: what was new or edited since then goes across; older records by the first sync. */
  enabledAt: Timestamp.nullable(),
  pausedAt: Timestamp.nullable(),
  personAccounts: z.boolean(),
  /** The field that holds the desk's id; null: there is none, records are matched instead. */
  externalIds: z.record(SyncObject, z.string().nullable()),
  budget: ApiBudget.nullable(),
  connectedAt: Timestamp,
  connectedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type SalesforceConnection = z.infer<typeof SalesforceConnection>;

/** What has to be entered at Salesforce so that an organisation can be connected, and the one that is. */
export const SalesforceSetup = z.object({
  /** Whether this desk has the keys of an app at Salesforce; otherwise nothing can be connected. */
  configured: z.boolean(),
  /** What the app at Salesforce must allow as the address to come back to. */
  callbackUrl: z.string(),
  /** Where `production` leads to. */
  loginUrl: z.string(),
  /** Whom the desk can be without anybody's sign-in; null: no key is configured. */
  keyUsername: z.string().nullable(),
  connection: SalesforceConnection.nullable(),
  /** While none is connected: the one that records are still linked to, and how many; no other can be connected until then. */
  linkedTo: z.object({ id: z.string(), name: z.string(), records: z.number().int() }).nullable(),
});
export type SalesforceSetup = z.infer<typeof SalesforceSetup>;

/**
 * What came of a sign-in. `denied`: whoever signed in did not agree. `expired`: it took longer than 15 minutes.
 * `other-organisation`: records are linked to another one. `no-api`: its edition has no API. `failed`: Salesforce refused.
 * `unknown`: nobody began it, or it was finished before. `other-user`: another user began it. `signed-out`: the session has
 * ended.
 */
export const SalesforceSignInOutcome = z.enum([
  'connected',
  'denied',
  'expired',
  'other-organisation',
  'no-api',
  'failed',
  'unknown',
  'other-user',
  'signed-out',
]);
export type SalesforceSignInOutcome = z.infer<typeof SalesforceSignInOutcome>;

/** A sign-in that somebody began. */
export const SalesforceSignIn = z.object({
  id: Id,
  /** Null: nobody came back yet. */
  outcome: SalesforceSignInOutcome.nullable(),
  /** What Salesforce said, or which organisation it was instead. */
  detail: z.string(),
});
export type SalesforceSignIn = z.infer<typeof SalesforceSignIn>;

/** The organisation is named, so that nobody means another one than he looks at. */
export const DisconnectSalesforce = z.object({ organisationId: z.string().max(18) });
export type DisconnectSalesforce = z.infer<typeof DisconnectSalesforce>;
export const RemoveSalesforceLinks = DisconnectSalesforce;
export type RemoveSalesforceLinks = z.infer<typeof RemoveSalesforceLinks>;
