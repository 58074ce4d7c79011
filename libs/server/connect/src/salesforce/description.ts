import { z } from 'zod';

const PicklistEntry = z.object({
  value: z.string(),
  label: z
    .string()
    .nullish()
    .transform((label) => label ?? ''),
  active: z.boolean().default(true),
  defaultValue: z.boolean().default(false),
});

/** One field of a description, as much of it as the desk looks at. */
export const DescribedField = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  length: z.number().int().default(0),
  custom: z.boolean().default(false),
  nillable: z.boolean().default(true),
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  calculated: z.boolean().default(false),
  calculatedFormula: z.string().nullish().default(null),
  autoNumber: z.boolean().default(false),
  htmlFormatted: z.boolean().default(false),
  cascadeDelete: z.boolean().default(false),
  externalId: z.boolean().default(false),
  unique: z.boolean().default(false),
  caseSensitive: z.boolean().default(false),
  nameField: z.boolean().default(false),
  compoundFieldName: z.string().nullish().default(null),
  extraTypeInfo: z.string().nullish().default(null),
  relationshipName: z.string().nullish().default(null),
  referenceTo: z.array(z.string()).default([]),
  restrictedPicklist: z.boolean().default(false),
  dependentPicklist: z.boolean().default(false),
  controllerName: z.string().nullish().default(null),
  picklistValues: z.array(PicklistEntry).default([]),
});
export type DescribedField = z.infer<typeof DescribedField>;

const RecordTypeInfo = z.object({
  recordTypeId: z.string(),
  name: z.string(),
  developerName: z.string().default(''),
  available: z.boolean().default(true),
  active: z.boolean().default(true),
  defaultRecordTypeMapping: z.boolean().default(false),
  master: z.boolean().default(false),
});
export type RecordTypeInfo = z.infer<typeof RecordTypeInfo>;

/** An object as the user that the desk speaks for sees it: what he may not read is not in it. */
export const Description = z.object({
  name: z.string(),
  label: z.string(),
  keyPrefix: z.string().nullish().default(null),
  queryable: z.boolean().default(true),
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  feedEnabled: z.boolean().default(false),
  fields: z.array(DescribedField),
  recordTypeInfos: z.array(RecordTypeInfo).default([]),
});
export type Description = z.infer<typeof Description>;
