import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';

/** What carries custom fields. */
export const CustomFieldOwner = z.enum(['case', 'customer', 'company']);
export type CustomFieldOwner = z.infer<typeof CustomFieldOwner>;

export const CustomFieldType = z.enum(['text', 'list', 'boolean', 'integer', 'date']);
export type CustomFieldType = z.infer<typeof CustomFieldType>;

/** The value of a custom field: text and lists are strings, dates are YYYY-MM-DD. */
export const CustomFieldValue = z.union([z.string(), z.boolean(), z.number().int()]);
export type CustomFieldValue = z.infer<typeof CustomFieldValue>;

/** Key of the field → value; a field without a value is absent. */
export const CustomFieldValues = z.record(z.string(), CustomFieldValue);
export type CustomFieldValues = z.infer<typeof CustomFieldValues>;

/**
 * What a writer may send: typed values or their text ("true", "42"), null or "" to clear. Fields that are not named stay.
 * The definitions of the fields decide what is right; see `mergeCustomFields` in domain.
 */
export const CustomFieldInput = z
  .record(z.string().max(64), z.union([z.string().max(10_000), z.boolean(), z.number(), z.null()]))
  .refine((values) => Object.keys(values).length <= 500, 'At most 500 fields at once.');
export type CustomFieldInput = z.infer<typeof CustomFieldInput>;

export const CustomField = z.object({
  id: Id,
  owner: CustomFieldOwner,
  /** snake_case, made of the first label; never changes. */
  key: z.string(),
  label: z.string(),
  type: CustomFieldType,
  /** Of a list, in order; levels are divided by «::», e.g. "Support::Testing". */
  choices: z.array(z.string()),
  /** One that is not active keeps its data, shows them, and takes no new ones. */
  active: z.boolean(),
  position: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type CustomField = z.infer<typeof CustomField>;
