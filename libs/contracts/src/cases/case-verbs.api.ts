import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { UserSummary } from '../identity/user.ts';
import { Case, CaseLock, CaseStatus } from './case.ts';
import { FeedEvent } from './feed.ts';

/** How long a case stays taken after the latest word from whoever took it, in minutes. */
export const LOCK_MINUTES = 10;
/** A program may say itself how long, up to so many hours. */
export const LOCK_HOURS_AT_MOST = 24;

const caseParams = z.object({ caseId: IdParam });
const followerParams = z.object({ caseId: IdParam, userId: IdParam });

/** A case as its relatives name it. */
export const RelatedCase = z.object({
  id: Id,
  subject: z.string(),
  status: CaseStatus,
  customer: z.object({ id: Id, name: z.string() }),
  createdAt: Timestamp,
  activeAt: Timestamp,
});
export type RelatedCase = z.infer<typeof RelatedCase>;

/** What agents tied together by hand: another case, or a page elsewhere (an issue in Jira). One of both is set. */
export const CaseLink = z.object({
  id: Id,
  case: RelatedCase.nullable(),
  url: z.string().nullable(),
  title: z.string(),
  createdAt: Timestamp,
});
export type CaseLink = z.infer<typeof CaseLink>;

export const LinkCase = z.union(
  [
    z.strictObject({ caseId: Id }),
    z.strictObject({
      url: z.url({ protocol: /^https?$/, error: 'Give an http or https address.' }).max(2000),
      title: z.string().trim().max(200).default(''),
    }),
  ],
  {
    error: 'Name the other case as caseId, or a page as url (http or https, at most 2,000 characters) with its title.',
  },
);
export type LinkCase = z.infer<typeof LinkCase>;

/** Only cases that the reader may see; lists hold at most 20, the latest activity first. */
export const RelatedCases = z.object({
  links: z.array(CaseLink),
  continues: RelatedCase.nullable(),
  continuedBy: z.array(RelatedCase),
  mergedInto: RelatedCase.nullable(),
  merged: z.array(RelatedCase),
  ofCustomer: z.array(RelatedCase),
  ofCompany: z.array(RelatedCase),
});
export type RelatedCases = z.infer<typeof RelatedCases>;

export const trashApi = {
  delete: route('DELETE', '/cases/:caseId', {
    summary: 'Put a case into the trash.',
    allow: 'cases:delete',
    params: caseParams,
  }),
  restore: route('POST', '/cases/:caseId/restore', {
    summary: 'Take a case out of the trash.',
    allow: 'cases:delete',
    params: caseParams,
    response: Case,
    idempotent: true,
  }),
};

export const lockApi = {
  take: route('POST', '/cases/:caseId/lock', {
    summary: 'Take a case to work on it, or say that one still does; colleagues only read it meanwhile.',
    allow: 'cases:update',
    params: caseParams,
    body: z.object({
      /** Also from a colleague who has it; needs `cases:take-over`. */
      takeOver: z.boolean().default(false),
    }),
    response: z.object({ lock: CaseLock, status: CaseStatus, sequence: z.number().int() }),
  }),
  free: route('DELETE', '/cases/:caseId/lock', {
    summary: 'Let go of a case that one has taken.',
    allow: 'cases:update',
    params: caseParams,
  }),
};

export const followersApi = {
  add: route('PUT', '/cases/:caseId/followers/:userId', {
    summary: 'Follow a case, or let a colleague follow it who may see it.',
    allow: 'cases:view',
    params: followerParams,
    response: z.object({ followers: z.array(UserSummary) }),
  }),
  remove: route('DELETE', '/cases/:caseId/followers/:userId', {
    summary: 'Follow a case no longer.',
    allow: 'cases:view',
    params: followerParams,
    response: z.object({ followers: z.array(UserSummary) }),
  }),
};

export const relatedApi = {
  get: route('GET', '/cases/:caseId/related', {
    summary: 'List the cases around a case: tied, continued, merged, of the same customer and company.',
    allow: 'cases:view',
    params: caseParams,
    response: RelatedCases,
  }),
  link: route('POST', '/cases/:caseId/links', {
    summary: 'Tie a case to another one, or to a page elsewhere.',
    allow: 'cases:update',
    params: caseParams,
    body: LinkCase,
    response: z.object({ links: z.array(CaseLink) }),
    status: 201,
    idempotent: true,
  }),
  unlink: route('DELETE', '/cases/:caseId/links/:linkId', {
    summary: 'Undo such a tie.',
    allow: 'cases:update',
    params: z.object({ caseId: IdParam, linkId: IdParam }),
  }),
};

export const historyApi = {
  list: route('GET', '/cases/:caseId/history', {
    summary: 'Read the history of a case, oldest first: who changed what, in what context.',
    allow: 'cases:view',
    params: caseParams,
    query: PageQuery,
    response: pageOf(FeedEvent),
  }),
};
