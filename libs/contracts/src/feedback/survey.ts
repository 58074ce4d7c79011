import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { LanguageTag } from '../platform/site.ts';
import { route } from '../route.ts';

/** How customers answer: yes or no, or four steps (product.md 3.10). */
export const RatingType = z.enum(['yes_no', 'four_star']);
export type RatingType = z.infer<typeof RatingType>;

/** 0 poor, 1 fair, 2 good, 3 great. Of yes or no: 0 is no, 3 is yes. */
export const Rating = z.number().int().min(0).max(3);
export type Rating = z.infer<typeof Rating>;

const asText = (atMost: number) =>
  z
    .string()
    .trim()
    .max(atMost, `At most ${atMost.toLocaleString('en')} characters.`)
    .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out characters that are no text.');

/** What is asked, in one language. */
export const SurveyWords = z.strictObject({
  question: asText(300).min(1, 'Write the question.'),
  /** Asked beneath, to be answered in words; empty: nothing more is asked. */
  additionalQuestion: asText(1024).default(''),
});
export type SurveyWords = z.infer<typeof SurveyWords>;

const settings = {
  /** Off: nobody is asked, and no link takes an answer. */
  enabled: z.boolean(),
  ratingType: RatingType,
  /** By language. */
  words: z
    .record(LanguageTag, SurveyWords)
    .refine((words) => Object.keys(words).length > 0, 'Write the question in one language at least.')
    .refine((words) => Object.keys(words).length <= 50, 'At most 50 languages.'),
  /** How long an answer can be given and changed. */
  expiresAfterDays: z
    .number('Give a whole number of days.')
    .int('Give a whole number of days.')
    .min(1, 'At least 1 day.')
    .max(365, 'At most 365 days.'),
  /** The desk asks by itself, by mail, after a case was resolved. */
  automatic: z.boolean(),
  /** How long after; when the case is reopened meanwhile, nobody is asked. */
  sendAfterHours: z
    .number('Give a whole number of hours.')
    .int('Give a whole number of hours.')
    .min(0, 'At least 0 hours.')
    .max(720, 'At most 720 hours.'),
  /** The desk asks about one case at most once in so many days. */
  notAgainDays: z
    .number('Give a whole number of days.')
    .int('Give a whole number of days.')
    .min(0, 'At least 0 days.')
    .max(365, 'At most 365 days.'),
};

/** What a brand asks its customers after a case was resolved. */
export const Survey = z.object({
  brand: z.object({ id: Id, name: z.string() }),
  ...settings,
  /** Null: it is as every brand begins, and nobody has changed it. */
  updatedAt: Timestamp.nullable(),
  changedBy: z.string().nullable(),
});
export type Survey = z.infer<typeof Survey>;

export const WriteSurvey = z.object(settings);
export type WriteSurvey = z.infer<typeof WriteSurvey>;

const params = z.object({ brandId: IdParam });

export const surveysApi = {
  list: route('GET', '/surveys', {
    summary: 'List what each brand that one may see asks its customers.',
    allow: 'feedback:manage',
    response: z.object({ items: z.array(Survey) }),
  }),
  get: route('GET', '/brands/:brandId/survey', {
    summary: 'Read what a brand asks its customers.',
    allow: 'feedback:manage',
    params,
    response: Survey,
    versioned: true,
  }),
  write: route('PUT', '/brands/:brandId/survey', {
    summary: 'Write what a brand asks its customers, and when.',
    allow: 'feedback:manage',
    params,
    body: WriteSurvey,
    response: Survey,
    versioned: true,
  }),
};
