import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { LabelName, LabelSummary } from '../labels/label.ts';
import { LanguageTag } from '../platform/site.ts';
import { Audience } from './topic.ts';
import { NAME_A_FIELD, namesSomething, oneLine, words } from './texts.ts';

/**
 * Where a body of its own can be written for. What has none is derived from the article: its HTML for `callback`, and for
 * `email` in a mail; its plain text elsewhere, cut to the length of a post with the address after it for `twitter`.
 */
export const BODY_CHANNELS = ['email', 'chat', 'callback', 'twitter', 'qna', 'phone', 'facebook'] as const;
export const BodyChannel = z.enum(BODY_CHANNELS);
export type BodyChannel = z.infer<typeof BodyChannel>;

/** Of a text: nobody reads it yet, it appears by itself at `publishAt`, or it can be read. */
export const ArticleState = z.enum(['draft', 'scheduled', 'published']);
export type ArticleState = z.infer<typeof ArticleState>;

/** HTML as it is written: what may not be shown is taken out, pictures in `data:` become files of the article. */
const html = words('text', 1_000_000);

/** Words of one's own for channels: HTML for email and callback, plain text for the others. Left out: derived. */
export const OwnBodies = z.partialRecord(
  BodyChannel,
  words('text', 100_000).min(1, 'Write the text, or leave it out.'),
);
export type OwnBodies = z.infer<typeof OwnBodies>;

/** Other words by which people look for it. */
const keywords = z
  .array(oneLine('keyword', 60))
  .max(50, 'At most 50 keywords.')
  .transform((all) => [...new Set(all)]);

/** Each body as it goes out. */
export const ChannelBody = z.object({ channel: BodyChannel, own: z.boolean(), body: z.string() });
export type ChannelBody = z.infer<typeof ChannelBody>;

/** An article in one language. */
export const ArticleTranslation = z.object({
  language: z.string(),
  subject: z.string(),
  /** As it stands in addresses. */
  slug: z.string(),
  /** Clean. Its pictures have the address under which those who work here see them. */
  html: z.string(),
  bodies: z.array(ChannelBody),
  keywords: z.array(z.string()),
  state: ArticleState,
  /** When it appeared or appears; null for a draft. */
  publishAt: Timestamp.nullable(),
  /** The article has changed in its first language since. */
  outdated: z.boolean(),
  /** Counts its texts from 1. */
  version: z.number().int(),
  /** Where it is read, on the pages of each brand that the reader serves; empty while nobody outside can. */
  urls: z.array(z.object({ brandId: Id, url: z.string() })),
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type ArticleTranslation = z.infer<typeof ArticleTranslation>;

export const ArticleAttachment = z.object({
  id: Id,
  fileName: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  /** A picture within a text, which is not listed below it. */
  inline: z.boolean(),
  /** Under which those who work here get it. */
  url: z.string(),
  createdAt: Timestamp,
});
export type ArticleAttachment = z.infer<typeof ArticleAttachment>;

/** A short word that agents type to insert the article. */
export const Quickcode = z
  .string()
  .trim()
  .toLowerCase()
  .max(30, 'At most 30 characters.')
  .regex(/^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u, 'Use letters and digits, such as return or return-label.');

const settings = {
  topicId: Id,
  /** Only those who work here read it, whoever may read its topic. */
  internal: z.boolean(),
  quickcode: Quickcode.nullable(),
  labels: z.array(LabelName).max(50, 'At most 50 labels.'),
  /** For those who work here. */
  internalNotes: words('notes', 20_000),
  /** Named below it before those that the desk finds by itself. */
  relatedIds: z
    .array(Id)
    .max(10, 'At most 10 articles.')
    .refine((ids) => new Set(ids).size === ids.length, 'Name each article once.'),
};

const text = { subject: oneLine('subject', 200), html, bodies: OwnBodies, keywords };

/** Null: a draft. A time to come: it appears by itself. */
const publishAt = Timestamp.nullable();

export const CreateArticle = z.strictObject({
  topicId: settings.topicId,
  /** Left out: the language that the desk falls back to. */
  language: LanguageTag.optional(),
  subject: text.subject,
  html: text.html.default(''),
  bodies: text.bodies.default({}),
  keywords: text.keywords.default([]),
  publishAt: publishAt.default(null),
  internal: settings.internal.default(false),
  quickcode: settings.quickcode.default(null),
  labels: settings.labels.default([]),
  internalNotes: settings.internalNotes.default(''),
  relatedIds: settings.relatedIds.default([]),
});
export type CreateArticle = z.infer<typeof CreateArticle>;

/** Its texts are changed at its translations. */
export const ChangeArticle = z.strictObject(settings).partial().refine(namesSomething, NAME_A_FIELD);
export type ChangeArticle = z.infer<typeof ChangeArticle>;

/** A text anew, or parts of it. A translation that there is not yet needs a subject. */
export const WriteTranslation = z
  .strictObject({
    ...text,
    /** `true` where it says what the article says in its first language; `false` to mark it by hand. Left out: it does. */
    upToDate: z.boolean(),
    publishAt,
  })
  .partial()
  .refine(namesSomething, NAME_A_FIELD);
export type WriteTranslation = z.infer<typeof WriteTranslation>;

export const TranslationSummary = z.object({
  language: z.string(),
  subject: z.string(),
  state: ArticleState,
  publishAt: Timestamp.nullable(),
  outdated: z.boolean(),
});
export type TranslationSummary = z.infer<typeof TranslationSummary>;

export const ArticleSummary = z.object({
  id: Id,
  /** In the language that was asked for, or else in its first. */
  subject: z.string(),
  language: z.string(),
  topic: z.object({ id: Id, name: z.string(), audience: Audience }),
  internal: z.boolean(),
  quickcode: z.string().nullable(),
  labels: z.array(LabelSummary),
  position: z.number().int(),
  translations: z.array(TranslationSummary),
  views: z.number().int(),
  helpful: z.number().int(),
  notHelpful: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
  deletedAt: Timestamp.nullable(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const Article = ArticleSummary.omit({ translations: true, subject: true }).extend({
  /** In which it is wanted: those of the desk, then those of the brands on whose pages it is. */
  languages: z.array(z.string()),
  /** The first comes first. */
  translations: z.array(ArticleTranslation),
  attachments: z.array(ArticleAttachment),
  internalNotes: z.string(),
  related: z.array(z.object({ id: Id, subject: z.string() })),
  createdBy: z.object({ id: Id, name: z.string() }).nullable(),
  /** Whether the reader may change it, and whether what visitors read of it. */
  editable: z.boolean(),
  publishable: z.boolean(),
});
export type Article = z.infer<typeof Article>;

export const articleParams = z.object({ articleId: IdParam });
export const translationParams = articleParams.extend({ language: LanguageTag });
export const versionParams = translationParams.extend({ version: IdParam });
