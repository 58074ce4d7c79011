import type { SocialFact } from '@bureau/domain';
import type { Json } from './json-document.ts';

/** In what a unit came; it says how to read it. */
export const FORMS = [
  'x-activity',
  'x-mentions',
  'x-search',
  'x-quotes',
  'x-direct-messages',
  'x-stream',
  'x-lookup',
  'facebook-webhook',
  'facebook-feed',
  'facebook-conversations',
] as const;
export type Form = (typeof FORMS)[number];

/** The account that listened, as its network knows it. */
export interface Listener {
  externalId: string;
  /** Without the @. */
  handle: string;
}

/** Where in the bytes something stands that becomes an item of the ledger. */
export interface FoundUnit {
  /** JSON pointer; empty: all of it. */
  pointer: string;
  /** The network's id of the account it is for; null: the bytes do not say. */
  account: string | null;
}

/** Reads what a network says. Nothing here throws: what cannot be read is a fact of its own. */
export interface Reader {
  find(form: Form, document: Json | undefined): FoundUnit[];
  read(form: Form, document: Json | undefined, at: { pointer: string; listener: Listener }): SocialFact;
}

export const unknown = (what: string): SocialFact => ({ kind: 'unknown', what });
export const ignored = (what: string): SocialFact => ({ kind: 'ignored', what });
