import { z } from 'zod';
import { IdParam, Timestamp } from '../ids.ts';
import { LanguageTag } from '../platform/site.ts';
import { route } from '../route.ts';

/** What a theme consists of: frame, parts of it, and a template for each page, by Desk.com's names. */
export const ThemeTemplateName = z.enum([
  'layout',
  'header',
  'footer',
  'contact_us',
  'page_index',
  'page_topic',
  'page_article',
  'page_search_result',
  'email_new',
  'email_pre_create',
  'email_submitted',
  'question_new',
  'question_pre_create',
  'question_show',
  'chat_new',
  'chat_pre_create',
  'myportal_index',
  'myportal_show',
  'myaccount',
  'login',
  'registration',
  'forgot_password',
  'password_reset',
  'authentication_verification',
  'customer_feedback',
  'customer_feedback_completed',
  'error',
]);
export type ThemeTemplateName = z.infer<typeof ThemeTemplateName>;

const changed = z.object({ at: Timestamp, by: z.string() }).nullable();

/** One template of a brand's theme: its own, or that of the default theme. */
export const ThemeTemplate = z.object({
  name: ThemeTemplateName,
  isOwn: z.boolean(),
  /** Counts its own versions; 0 when it never had one. */
  version: z.number().int(),
  changed,
});
export type ThemeTemplate = z.infer<typeof ThemeTemplate>;

export const ThemeTemplateSource = ThemeTemplate.extend({
  /** Liquid, as it is drawn at present. */
  source: z.string(),
  /** That of the default theme. */
  original: z.string(),
});
export type ThemeTemplateSource = z.infer<typeof ThemeTemplateSource>;

/** Null source: from then on the default theme's. */
export const ThemeVersion = z.object({
  version: z.number().int(),
  source: z.string().nullable(),
  at: Timestamp,
  by: z.string(),
});
export type ThemeVersion = z.infer<typeof ThemeVersion>;

export const TEMPLATE_LIMIT = 200_000;

const source = z.string().max(TEMPLATE_LIMIT, 'At most 200,000 characters.');
/** Null: back to the default theme's. */
export const SaveThemeTemplate = z.object({ source: source.nullable() });
export type SaveThemeTemplate = z.infer<typeof SaveThemeTemplate>;

export const PreviewThemeTemplate = z.object({
  source,
  language: LanguageTag.optional(),
  /** The page to show it on, below the brand: `/customer/portal/articles/12-brewing`. Without it one that uses the template. */
  path: z
    .string()
    .max(500)
    .regex(/^\/[^\s\\]*$/, 'Begin with a slash.')
    .optional(),
});
export type PreviewThemeTemplate = z.infer<typeof PreviewThemeTemplate>;

/** What is wrong with a template, and where; lines and columns count from 1. */
export const ThemeProblem = z.object({ line: z.number().int().nullable(), message: z.string() });
export type ThemeProblem = z.infer<typeof ThemeProblem>;

export const ThemePreview = z.object({
  /** The whole page; null when the template fails, or no page can be found to show it on. */
  html: z.string().nullable(),
  path: z.string().nullable(),
  problem: ThemeProblem.nullable(),
});
export type ThemePreview = z.infer<typeof ThemePreview>;

/** A text of the support center in one language. */
export const CenterText = z.object({
  key: z.string(),
  /** What everybody has. */
  original: z.string(),
  /** What this brand says instead; null: the original. */
  own: z.string().nullable(),
});
export type CenterText = z.infer<typeof CenterText>;

/** Text by key; null: the original again. */
export const ChangeCenterTexts = z.object({
  texts: z.record(
    z.string().regex(/^[a-z0-9_]{1,60}$/, 'There is no such text.'),
    z.string().trim().min(1, 'Write the text.').max(1000, 'At most 1,000 characters.').nullable(),
  ),
});
export type ChangeCenterTexts = z.infer<typeof ChangeCenterTexts>;

const brand = z.object({ brandId: IdParam });
const template = brand.extend({ template: ThemeTemplateName });
const texts = brand.extend({ language: LanguageTag });

export const themesApi = {
  list: route('GET', '/brands/:brandId/theme', {
    summary: 'List the templates of a brand’s theme, and which of them are its own.',
    allow: 'themes:manage',
    params: brand,
    response: z.object({ items: z.array(ThemeTemplate) }),
  }),
  read: route('GET', '/brands/:brandId/theme/:template', {
    summary: 'Read a template.',
    allow: 'themes:manage',
    params: template,
    response: ThemeTemplateSource,
  }),
  save: route('PUT', '/brands/:brandId/theme/:template', {
    summary: 'Give a brand its own template, or that of the default theme again; every version is kept.',
    allow: 'themes:manage',
    params: template,
    body: SaveThemeTemplate,
    response: ThemeTemplateSource,
  }),
  versions: route('GET', '/brands/:brandId/theme/:template/versions', {
    summary: 'Read the versions of a template, the newest first.',
    allow: 'themes:manage',
    params: template,
    response: z.object({ items: z.array(ThemeVersion) }),
  }),
  preview: route('POST', '/brands/:brandId/theme/:template/preview', {
    summary: 'Draw a page with a template that is not saved yet, on what the support center has.',
    allow: 'themes:manage',
    params: template,
    body: PreviewThemeTemplate,
    response: ThemePreview,
    idempotent: false,
  }),
  texts: route('GET', '/brands/:brandId/center-texts/:language', {
    summary: 'Read the texts of a support center in a language.',
    allow: 'themes:manage',
    params: texts,
    response: z.object({ items: z.array(CenterText) }),
  }),
  changeTexts: route('PATCH', '/brands/:brandId/center-texts/:language', {
    summary: 'Say something else, or the original again.',
    allow: 'themes:manage',
    params: texts,
    body: ChangeCenterTexts,
    response: z.object({ items: z.array(CenterText) }),
  }),
};
