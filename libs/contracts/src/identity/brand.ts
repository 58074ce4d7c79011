import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** One face of the company. */
export const Brand = z.object({
  id: Id,
  name: z.string(),
  /** The word that names the brand in addresses of its support center. */
  slug: z.string(),
  /** Plain text below every reply. */
  signature: z.string(),
  /** The mailbox that answers where a case has no other; null: the first one of the brand. */
  defaultMailboxId: Id.nullable(),
});
export type Brand = z.infer<typeof Brand>;

/** With who serves it: users directly, and groups with all their members; and what belongs to it. */
export const BrandDetails = Brand.extend({
  userIds: z.array(Id),
  groupIds: z.array(Id),
  mailboxIds: z.array(Id),
  /** Who changed it last; null: nobody since it was added. */
  changed: z.object({ at: Timestamp, by: z.string() }).nullable(),
});
export type BrandDetails = z.infer<typeof BrandDetails>;

const fields = {
  name: z.string().trim().min(1, 'Write the name.').max(100, 'At most 100 characters.'),
  slug: z
    .string()
    .trim()
    .max(60, 'At most 60 characters.')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens, such as larkspur-coffee.'),
  signature: z.string().max(2000, 'At most 2000 characters.'),
};

export const CreateBrand = z.object({ ...fields, signature: fields.signature.default('') });
export type CreateBrand = z.infer<typeof CreateBrand>;

/** Only what is named changes. The default mailbox is one of the brand's own. */
export const ChangeBrand = z.object({ ...fields, defaultMailboxId: Id.nullable() }).partial();
export type ChangeBrand = z.infer<typeof ChangeBrand>;

const params = z.object({ brandId: IdParam });

/** Who serves a brand is said at the user or the group. */
export const brandsApi = {
  list: route('GET', '/brands', {
    summary: 'List the brands that one may see.',
    allow: 'users:view',
    response: z.object({ items: z.array(BrandDetails) }),
  }),
  read: route('GET', '/brands/:brandId', {
    summary: 'Read a brand and who serves it.',
    allow: 'users:view',
    params,
    response: BrandDetails,
    versioned: true,
  }),
  create: route('POST', '/brands', {
    summary: 'Add a brand.',
    allow: 'brands:manage',
    body: CreateBrand,
    response: BrandDetails,
    status: 201,
  }),
  change: route('PATCH', '/brands/:brandId', {
    summary: 'Change a brand.',
    allow: 'brands:manage',
    params,
    body: ChangeBrand,
    response: BrandDetails,
    versioned: true,
  }),
  remove: route('DELETE', '/brands/:brandId', {
    summary: 'Delete a brand that has neither cases nor mailboxes.',
    allow: 'brands:manage',
    params,
  }),
};
