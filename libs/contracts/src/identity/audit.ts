import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';

/** What the settings of a desk consist of. */
export const AuditNoun = z.enum([
  'user',
  'group',
  'role',
  'brand',
  'label',
  'custom-field',
  'filter',
  'mailbox',
  'social-account',
  'application',
  'two-factor',
  'site',
  'template',
  'sign-in',
  'rule',
  'routing',
  'business-calendar',
  'macro',
  'webhook',
  'integration-url',
  'theme',
  'topic',
  'article',
  'survey',
  'salesforce',
]);
export type AuditNoun = z.infer<typeof AuditNoun>;

export const AuditAction = z.enum([
  'created',
  'changed',
  'deleted',
  'disabled',
  'enabled',
  'invited',
  'joined',
  'password-reset',
  'revoked',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** One change of the desk's settings. Secrets are never in it; that one changed is. */
export const AuditEntry = z.object({
  id: Id,
  at: Timestamp,
  actor: ActorStamp,
  noun: AuditNoun,
  /** The thing that was changed and what it was called then; it may be gone by now. */
  object: z.object({ id: Id.nullable(), name: z.string() }),
  action: AuditAction,
  /** The fields that differ; null where there was, or is, nothing. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditApi = {
  list: route('GET', '/audit-log', {
    summary: 'Read who changed the settings of this desk, the newest first.',
    allow: 'audit:view',
    query: PageQuery.extend({
      noun: AuditNoun.optional(),
      /** Together with `noun`: the history of one thing. */
      objectId: IdParam.optional(),
      /** What this user did, also through an application. */
      userId: IdParam.optional(),
      /** Not before this time … */
      from: Timestamp.optional(),
      /** … and before that one. */
      until: Timestamp.optional(),
    }),
    response: pageOf(AuditEntry),
  }),
};
