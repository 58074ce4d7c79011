import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { ReplyOnNetwork } from '../social/social-post.ts';
import { Upload } from './cases.api.ts';

/** Somebody's unsent reply and his unsent note on a case are two drafts. */
export const DraftKind = z.enum(['reply', 'note']);
export type DraftKind = z.infer<typeof DraftKind>;

/** What an unsent reply is to become. */
export const DraftMode = z.enum(['reply', 'forward']);
export type DraftMode = z.infer<typeof DraftMode>;

/** As far as they are written: half an address is kept too. Null: those that a reply takes by itself. */
const Recipients = z.array(z.string().max(320, 'At most 320 characters.')).max(50, 'At most 50 recipients.').nullable();

export const Draft = z.object({
  kind: DraftKind,
  mode: DraftMode,
  html: z.string(),
  text: z.string(),
  /** Null: the one that a reply takes by itself. */
  subject: z.string().nullable(),
  to: Recipients,
  cc: Recipients,
  bcc: Recipients,
  /** How it is to leave on the network of its case; null: as answers leave there by themselves. */
  post: ReplyOnNetwork.nullable(),
  /** The sequence of the case when the writing began. */
  sequence: z.number().int(),
  uploads: z.array(Upload),
  updatedAt: Timestamp,
});
export type Draft = z.infer<typeof Draft>;

export const SaveDraft = z.object({
  mode: DraftMode.default('reply'),
  html: z.string().max(1_000_000, 'At most 1,000,000 characters.'),
  text: z.string().max(500_000, 'At most 500,000 characters.'),
  subject: z.string().max(500, 'At most 500 characters.').nullable().default(null),
  to: Recipients.default(null),
  cc: Recipients.default(null),
  bcc: Recipients.default(null),
  post: ReplyOnNetwork.nullable().default(null),
  sequence: z.number().int().min(0).max(2_147_483_647),
  uploadIds: z.array(Id).max(50, 'At most 50 files.').default([]),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

const params = z.object({ caseId: IdParam });
const query = z.object({ kind: DraftKind.default('reply') });

/** Each agent's own, needing `cases:reply` or `cases:note` by kind. Kept until sent or thrown away, whatever becomes of the case. */
export const draftsApi = {
  get: route('GET', '/cases/:caseId/draft', {
    summary: 'Read my unsent reply, or my unsent note.',
    allow: 'cases:view',
    params,
    query,
    response: z.object({ draft: Draft.nullable() }),
  }),
  save: route('PUT', '/cases/:caseId/draft', {
    summary: 'Keep my unsent reply, or my unsent note, on the server.',
    allow: 'cases:view',
    params,
    query,
    body: SaveDraft,
    response: z.object({ draft: Draft }),
  }),
  discard: route('DELETE', '/cases/:caseId/draft', {
    summary: 'Throw my unsent reply, or my unsent note, away.',
    allow: 'cases:view',
    params,
    query,
  }),
};
