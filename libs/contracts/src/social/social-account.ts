import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';

/** Where people talk in public. */
export const Network = z.enum(['x', 'facebook']);
export type Network = z.infer<typeof Network>;

/** What of an X account becomes cases. */
export const XImports = z.object({
  network: z.literal('x'),
  mentions: z.boolean(),
  /** Answers to what the account posted that do not name it. */
  replies: z.boolean(),
  quotes: z.boolean(),
  directMessages: z.boolean(),
  /** Terms that are looked for, in X's own search language. */
  searches: z
    .array(z.string().trim().min(1, 'Write a term.').max(512, 'At most 512 characters.'))
    .max(20, 'At most 20.'),
});

/** What of a Facebook page becomes cases. */
export const FacebookImports = z.object({
  network: z.literal('facebook'),
  visitorPosts: z.boolean(),
  /** What the page itself posts: kept as context, no case of its own. */
  companyPosts: z.boolean(),
  /** What people write below any post of the page. */
  comments: z.boolean(),
  privateMessages: z.boolean(),
});

export const SocialImports = z.discriminatedUnion('network', [XImports, FacebookImports]);
export type SocialImports = z.infer<typeof SocialImports>;

/**
 * `ok`; `trouble`: the network does not answer as it should, and the desk tries again by itself; `reconnect`: the
 * network does not let us in any more, a person must sign in again; `paused`: by an administrator; `disconnected`: our
 * keys are given back, what was said stays.
 */
export const SocialAccountState = z.enum(['ok', 'trouble', 'reconnect', 'paused', 'disconnected']);
export type SocialAccountState = z.infer<typeof SocialAccountState>;

/** How much of what a network allows is left. */
export const NetworkLimit = z.object({
  /** What it counts, e.g. `mentions`, `direct-messages`, `posts`. */
  what: z.string(),
  limit: z.number().int(),
  remaining: z.number().int(),
  resetsAt: Timestamp,
});
export type NetworkLimit = z.infer<typeof NetworkLimit>;

/** An account on X or a page on Facebook that the company speaks through. */
export const SocialAccount = z.object({
  id: Id,
  network: Network,
  /** The network's own id. */
  externalId: z.string(),
  /** Without the @. */
  handle: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  brand: z.object({ id: Id, name: z.string() }),
  /** Cases from it begin there; null: with nobody. */
  group: z.object({ id: Id, name: z.string() }).nullable(),
  /** Of its brand and network, the one that answers when a case came from none. */
  isDefault: z.boolean(),
  imports: SocialImports,
  state: SocialAccountState,
  /** What is wrong and what to do; empty when all is well. */
  stateReason: z.string(),
  /** What the desk needs and was not granted. */
  missingScopes: z.array(z.string()),
  connectedAt: Timestamp,
  lastEventAt: Timestamp.nullable(),
  lastPolledAt: Timestamp.nullable(),
  /** Whether the network tells us by itself; otherwise the desk asks from time to time. */
  pushed: z.boolean(),
  limits: z.array(NetworkLimit),
});
export type SocialAccount = z.infer<typeof SocialAccount>;
