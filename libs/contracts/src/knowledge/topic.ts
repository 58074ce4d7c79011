import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { LanguageTag } from '../platform/site.ts';
import { NAME_A_FIELD, namesSomething, oneLine, words } from './texts.ts';

/** Who may read what is below a topic: everybody, customers who are signed in, or only those who work here. */
export const Audience = z.enum(['public', 'signed-in', 'agents']);
export type Audience = z.infer<typeof Audience>;

const text = { name: oneLine('name', 100), description: words('description', 500) };

const settings = {
  audience: Audience,
  /** Whether customers may ask questions in public below it. */
  allowQuestions: z.boolean(),
  /** On whose pages it is; none: on nobody's. */
  brandIds: z
    .array(Id)
    .max(100, 'At most 100 brands.')
    .transform((ids) => [...new Set(ids)]),
};

export const TopicTranslation = z.object({ language: z.string(), ...text, slug: z.string(), updatedAt: Timestamp });
export type TopicTranslation = z.infer<typeof TopicTranslation>;

export const Topic = z.object({
  id: Id,
  /** The one that it was written in first; always among its translations. */
  language: z.string(),
  /** In that language. */
  name: z.string(),
  description: z.string(),
  audience: Audience,
  allowQuestions: z.boolean(),
  /** Those that the reader serves. */
  brandIds: z.array(Id),
  position: z.number().int(),
  /** In which it and its articles are wanted: those of the desk, then those of its brands. */
  languages: z.array(z.string()),
  translations: z.array(TopicTranslation),
  /** All that are not deleted, and those of them that can be read by now in at least one language. */
  articleCount: z.number().int(),
  publishedCount: z.number().int(),
  /** Whether the reader may change it: it is on the pages of brands only that he serves. */
  editable: z.boolean(),
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Topic = z.infer<typeof Topic>;

export const CreateTopic = z.strictObject({
  ...text,
  description: text.description.default(''),
  /** Left out: the language that the desk falls back to. */
  language: LanguageTag.optional(),
  audience: settings.audience.default('public'),
  allowQuestions: settings.allowQuestions.default(true),
  brandIds: settings.brandIds,
});
export type CreateTopic = z.infer<typeof CreateTopic>;

/** What it is called is changed at its translations. */
export const ChangeTopic = z.strictObject(settings).partial().refine(namesSomething, NAME_A_FIELD);
export type ChangeTopic = z.infer<typeof ChangeTopic>;

export const TranslateTopic = z.strictObject({ ...text, description: text.description.default('') });
export type TranslateTopic = z.infer<typeof TranslateTopic>;

export const OrderTopics = z.strictObject({
  topicIds: z
    .array(Id)
    .min(1, 'Name a topic.')
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each topic once.'),
});
export type OrderTopics = z.infer<typeof OrderTopics>;

/** Where its articles go. */
export const DeleteTopic = z.object({ moveArticlesTo: IdParam.optional() });
export type DeleteTopic = z.infer<typeof DeleteTopic>;

export const ListTopics = z.object({ brandId: IdParam.optional() });
export type ListTopics = z.infer<typeof ListTopics>;

export const topicParams = z.object({ topicId: IdParam });
export const topicTranslationParams = topicParams.extend({ language: LanguageTag });
