import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { LanguageTag } from '../platform/site.ts';
import { route } from '../route.ts';

/** A host name that a company owns: lower case, no scheme, no port, no path. */
export const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'At most 253 characters.')
  .regex(
    /^(?=.*[a-z])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/,
    'Write a host name such as help.larkspur.example, without https:// and without a path.',
  );

/** What customers can do at a support center. */
export const CenterOffers = z.object({
  /** Write to the company with a form. */
  email: z.boolean(),
  /** Ask in public. */
  questions: z.boolean(),
  /** Sign in, and see their cases. */
  myCases: z.boolean(),
});
export type CenterOffers = z.infer<typeof CenterOffers>;

const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Write a colour such as #8a4b12.');

/** A brand as the public meets it. */
export const SupportCenter = z.object({
  brandId: Id,
  name: z.string(),
  /** Where customers find it. */
  address: z.string(),
  open: z.boolean(),
  /** The first one for whoever speaks none of them. */
  languages: z.array(z.string()),
  offers: CenterOffers,
  /** Host names of its own; links name the first one. */
  hosts: z.array(z.string()),
  /** Null: the colour of the default theme. */
  colour: z.string().nullable(),
  /** The shades that can be read, in light and in dark; where `adjusted`, text has a darker shade than the colour itself. */
  shades: z.object({ light: z.string(), dark: z.string(), adjusted: z.boolean() }),
  /** The address of its picture; null: the name stands in its place. */
  logo: z.string().nullable(),
  changed: z.object({ at: Timestamp, by: z.string() }).nullable(),
});
export type SupportCenter = z.infer<typeof SupportCenter>;

/** Only what is named changes. */
export const ChangeSupportCenter = z
  .object({
    open: z.boolean(),
    languages: z
      .array(LanguageTag)
      .min(1, 'Name at least one language.')
      .max(30, 'At most 30 languages.')
      .refine((tags) => new Set(tags).size === tags.length, 'Name each language once.'),
    offers: CenterOffers.partial(),
    hosts: z
      .array(HostName)
      .max(10, 'At most 10 host names.')
      .refine((hosts) => new Set(hosts).size === hosts.length, 'Name each host once.'),
    colour: Colour.nullable(),
  })
  .partial();
export type ChangeSupportCenter = z.infer<typeof ChangeSupportCenter>;

/** Bytes of a logo. */
export const LOGO_LIMIT = 256 * 1024;

const params = z.object({ brandId: IdParam });

export const supportCentersApi = {
  list: route('GET', '/support-centers', {
    summary: 'List the support centers of the brands that one may see.',
    allow: 'users:view',
    response: z.object({ items: z.array(SupportCenter) }),
  }),
  read: route('GET', '/brands/:brandId/support-center', {
    summary: 'Read where a brand’s support center is, what it offers and how it looks.',
    allow: 'users:view',
    params,
    response: SupportCenter,
  }),
  change: route('PATCH', '/brands/:brandId/support-center', {
    summary: 'Open or close a support center; change its languages, offers, host names or colour.',
    allow: 'brands:manage',
    params,
    body: ChangeSupportCenter,
    response: SupportCenter,
  }),
  setLogo: route('PUT', '/brands/:brandId/logo', {
    summary: 'Give a brand its picture: PNG, JPEG, GIF or WebP, at most 256 kB.',
    allow: 'brands:manage',
    params,
    bytes: 'request',
    response: SupportCenter,
  }),
  removeLogo: route('DELETE', '/brands/:brandId/logo', {
    summary: 'Let the name of the brand stand in place of its picture.',
    allow: 'brands:manage',
    params,
    response: SupportCenter,
  }),
};
