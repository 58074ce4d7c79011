import { z } from 'zod';
import { Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** A language as the web names it (BCP 47), such as en or pt-BR. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'Write a language such as en, de or pt-BR.');

/** A time zone of the IANA database, such as Europe/Lisbon, by its own spelling. */
export const TimeZone = z.string().trim().refine(isTimeZone, 'Name a time zone such as Europe/Lisbon.');

const name = z
  .string()
  .trim()
  .max(100, 'At most 100 characters.')
  .refine((words) => !/\p{Cc}/u.test(words) && words.isWellFormed(), 'Leave out control characters.');

/** What the whole desk has in common, whatever the brand. */
export const Site = z.object({
  /** What `{{site.company_name}}` says; empty until somebody has said it. */
  companyName: z.string(),
  /** Null until somebody has said it: until then the desk reckons in UTC. */
  timeZone: z.string().nullable(),
  /** The languages that the desk speaks with customers. */
  languages: z.array(z.string()),
  /** One of them: for customers whose language it does not speak, or does not know. */
  defaultLanguage: z.string(),
  updatedAt: Timestamp,
});
export type Site = z.infer<typeof Site>;

/** Only what is named changes. */
export const ChangeSite = z
  .object({
    companyName: name.min(1, 'Write the name of the company.'),
    timeZone: TimeZone,
    languages: z
      .array(LanguageTag)
      .min(1, 'Name at least one language.')
      .max(50, 'At most 50 languages.')
      .transform((tags) => [...new Set(tags)]),
    defaultLanguage: LanguageTag,
  })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one of companyName, timeZone, languages, defaultLanguage.',
  });
export type ChangeSite = z.infer<typeof ChangeSite>;

export const siteApi = {
  read: route('GET', '/site', {
    summary: 'Read what the whole desk has in common: company, time zone, languages.',
    allow: 'signed-in',
    response: Site,
    versioned: true,
  }),
  change: route('PATCH', '/site', {
    summary: 'Change company, time zone or languages of the desk.',
    allow: 'settings:manage',
    body: ChangeSite,
    response: Site,
    versioned: true,
  }),
};

function isTimeZone(zone: string): boolean {
  try {
    return zone.length > 0 && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
