import { z } from 'zod';
import { EmailAddress, Id, IdParam } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { ReplyOnNetwork } from '../social/social-post.ts';
import { Case, CaseSummary } from './case.ts';
import { FeedItem, FeedMessage } from './feed.ts';
import { OpenCase } from './open-case.ts';
import { ExternalId, UpdateCase } from './update-case.ts';

export const CaseView = z.enum(['inbox', 'mine', 'unassigned', 'pending', 'resolved', 'all']);
export type CaseView = z.infer<typeof CaseView>;

export const ListCases = PageQuery.extend({
  view: CaseView.default('all'),
  brandId: IdParam.optional(),
  customerId: IdParam.optional(),
  companyId: IdParam.optional(),
  /** The case that another system gave this id. */
  externalId: ExternalId.optional(),
});
export type ListCases = z.infer<typeof ListCases>;

export const ReplyToCase = z.object({
  text: z.string().max(500_000, 'At most 500,000 characters.').trim().min(1, 'Write the reply.'),
  html: z.string().max(1_000_000).optional(),
  /** The sequence of the case that the writer saw; 409 case.moved-on when a customer or colleague was faster. */
  sequence: z.number().int().min(0),
  /** The status that the case gets with this reply. */
  status: z.enum(['open', 'pending', 'resolved']).optional(),
  /** Instead of the customer; the customer of the case stays who it is. */
  to: z.array(EmailAddress).min(1, 'Name at least one recipient.').max(50, 'At most 50 recipients.').optional(),
  cc: z.array(EmailAddress).max(50, 'At most 50 recipients.').optional(),
  /** Nobody else learns of these. */
  bcc: z.array(EmailAddress).max(50, 'At most 50 recipients.').optional(),
  /** How it leaves on X or Facebook, where cases that came from there are answered unless `to` names addresses. */
  post: ReplyOnNetwork.optional(),
  /** `Re: …` by default; posts have none. */
  subject: z.string().trim().min(1, 'Write a subject.').max(500, 'At most 500 characters.').optional(),
  /** The delivery that failed and is replaced by this reply. */
  replacesDeliveryId: Id.optional(),
  uploadIds: z.array(Id).max(50).optional(),
  /** Business rules are not to run because of this reply. */
  suppressRules: z.boolean().optional(),
});
export type ReplyToCase = z.infer<typeof ReplyToCase>;

/** Bytes that an upload has at most. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

export const Upload = z.object({
  id: Id,
  fileName: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});
export type Upload = z.infer<typeof Upload>;

const caseParams = z.object({ caseId: IdParam });

export const casesApi = {
  list: route('GET', '/cases', {
    summary: 'List cases, the latest activity first.',
    allow: 'cases:view',
    query: ListCases,
    response: pageOf(CaseSummary),
  }),
  open: route('POST', '/cases', {
    summary: 'Open a case on behalf of a customer.',
    allow: 'cases:create',
    body: OpenCase,
    response: Case,
    status: 201,
    idempotent: true,
  }),
  get: route('GET', '/cases/:caseId', {
    summary: 'Read a case.',
    allow: 'cases:view',
    params: caseParams,
    response: Case,
  }),
  feed: route('GET', '/cases/:caseId/feed', {
    summary:
      'Read what was said and done about a case, oldest first, or the latest first; `after` continues from a sequence.',
    allow: 'cases:view',
    params: caseParams,
    query: PageQuery.extend({
      after: z.coerce.number().int().min(0).optional(),
      /** Screens begin at the end: what was said last is what matters. */
      order: z.enum(['oldest', 'latest']).default('oldest'),
    }),
    response: pageOf(FeedItem),
  }),
  update: route('PATCH', '/cases/:caseId', {
    summary: 'Change a case; what is not named stays.',
    allow: 'cases:update',
    params: caseParams,
    body: UpdateCase,
    response: Case,
  }),
  reply: route('POST', '/cases/:caseId/replies', {
    summary: 'Write to the customer.',
    allow: 'cases:reply',
    params: caseParams,
    body: ReplyToCase,
    response: FeedMessage,
    status: 201,
    idempotent: true,
  }),
};

export const attachmentsApi = {
  upload: route('POST', '/uploads', {
    summary: 'Upload a file for a reply: the body is the file, at most 20 MB.',
    allow: 'cases:reply',
    query: z.object({
      fileName: z.string().min(1, 'Name the file.').max(255),
      contentType: z.string().max(100).optional(),
    }),
    response: Upload,
    status: 201,
    bytes: 'request',
  }),
  uploaded: route('GET', '/uploads/:uploadId', {
    summary: 'Read one’s own upload, to show a picture in a reply that is being written.',
    allow: 'cases:reply',
    params: z.object({ uploadId: IdParam }),
    bytes: 'response',
  }),
  download: route('GET', '/attachments/:attachmentId', {
    summary: 'Download an attachment.',
    allow: 'cases:view',
    params: z.object({ attachmentId: IdParam }),
    bytes: 'response',
  }),
};

export const imagesApi = {
  remote: route('GET', '/images', {
    summary: 'Fetch a remote image of a mail through the desk, so that its sender learns neither reader nor place.',
    allow: 'cases:view',
    query: z.object({
      url: z.url({ protocol: /^https?$/, error: 'Give the http or https address of the image.' }).max(4096),
    }),
    bytes: 'response',
  }),
};
