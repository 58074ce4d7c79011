import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** What has a template: the frame around a reply, the frame around a forward, and what the desk says by itself. */
export const TemplateKind = z.enum(['reply', 'forward', 'acknowledgement']);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** Where the words come from that are used: written for this place, taken from the desk, or those that Bureau brings. */
export const TemplateOrigin = z.enum(['own', 'desk', 'built-in']);
export type TemplateOrigin = z.infer<typeof TemplateOrigin>;

/** What a mail looks like around the words of an agent. Its HTML is the one source of both forms of the mail. */
export const Template = z.object({
  kind: TemplateKind,
  /** Null: for every brand that has none of its own. */
  brandId: Id.nullable(),
  /** Of an acknowledgement; replies and forwards have their own, and it is empty. */
  subject: z.string(),
  /** Simple HTML with placeholders such as `{{customer.first_name | default: "there"}}`. */
  html: z.string(),
  origin: TemplateOrigin,
  /** When, and by whom, the words in use were written; null for those that Bureau brings. */
  updatedAt: Timestamp.nullable(),
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Template = z.infer<typeof Template>;

const subject = z
  .string()
  .trim()
  .max(300, 'At most 300 characters.')
  .refine((words) => !/\p{Cc}/u.test(words) && words.isWellFormed(), 'Leave out line breaks and control characters.');
const html = z
  .string()
  .min(1, 'Write the template.')
  .max(50_000, 'At most 50,000 characters.')
  .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out control characters.');

export const WriteTemplate = z.object({ subject: subject.default(''), html });
export type WriteTemplate = z.infer<typeof WriteTemplate>;

/** A template that is being written, to be looked at before it is saved. */
export const TryTemplate = WriteTemplate.extend({
  kind: TemplateKind,
  brandId: Id.nullable().default(null),
  /** Instead of the one that the brand has. */
  signature: z.string().max(2_000, 'At most 2000 characters.').optional(),
  /** Shown with a case that one may see; without, with a sample. */
  caseId: Id.optional(),
});
export type TryTemplate = z.infer<typeof TryTemplate>;

/** A mail as it would leave. */
export const TemplatePreview = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type TemplatePreview = z.infer<typeof TemplatePreview>;

const params = z.object({ templateKind: TemplateKind });
/** Without: the template of the desk, for every brand that has none of its own. */
const query = z.object({ brandId: IdParam.optional() });

export const templatesApi = {
  list: route('GET', '/templates', {
    summary: 'List the templates of the desk and of the brands that one may see, and where their words come from.',
    allow: 'settings:manage',
    response: z.object({ items: z.array(Template) }),
  }),
  get: route('GET', '/templates/:templateKind', {
    summary: 'Read the template that is used for a brand, or for the desk.',
    allow: 'settings:manage',
    params,
    query,
    response: Template,
    versioned: true,
  }),
  write: route('PUT', '/templates/:templateKind', {
    summary: 'Write a template for a brand, or for every brand that has none of its own.',
    allow: 'settings:manage',
    params,
    query,
    body: WriteTemplate,
    response: Template,
    versioned: true,
  }),
  reset: route('DELETE', '/templates/:templateKind', {
    summary: 'Give up a template: the desk’s is used again, or the one that Bureau brings.',
    allow: 'settings:manage',
    params,
    query,
    response: Template,
  }),
  preview: route('POST', '/templates/preview', {
    summary: 'Show a mail as a template that is not saved yet would make it.',
    allow: 'settings:manage',
    body: TryTemplate,
    response: TemplatePreview,
    idempotent: false,
  }),
  testMail: route('POST', '/templates/test-mail', {
    summary: 'Send oneself the mail that a template would make.',
    allow: 'settings:manage',
    body: TryTemplate,
    response: z.object({ to: z.string() }),
    status: 202,
  }),
};
