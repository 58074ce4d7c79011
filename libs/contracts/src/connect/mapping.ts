import { z } from 'zod';
import { CustomFieldType } from '../custom-fields/custom-field.ts';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { SalesforceName, SyncDirection, SyncObject } from './sync-object.ts';

/** The type that a custom field of the desk must have; `integer` matches nothing in Salesforce. */
export const MappableType = CustomFieldType.exclude(['integer']);
export type MappableType = z.infer<typeof MappableType>;

/** Why a field of Salesforce cannot be mapped, though the pane may show it. */
export const MappingRefusal = z.enum([
  'auto-number',
  'formula',
  'roll-up',
  'lookup',
  'master-detail',
  'currency',
  'number',
  'percent',
  'date-time',
  'time',
  'email',
  'phone',
  'url',
  'text-area',
  'long-text-area',
  'rich-text',
  'encrypted',
  'geolocation',
  'address',
  'multi-select',
  'compound-part',
  'read-only',
  'system',
  'built-in',
  'combobox',
  'base64',
  'id',
  'unknown',
]);
export type MappingRefusal = z.infer<typeof MappingRefusal>;

export const PicklistValue = z.object({ value: z.string(), label: z.string(), active: z.boolean() });
export type PicklistValue = z.infer<typeof PicklistValue>;

/** A field of an object of Salesforce, as the user that the desk speaks for sees it. */
export const SalesforceField = z.object({
  name: SalesforceName,
  label: z.string(),
  /** As Salesforce's API calls it, e.g. `textarea`. */
  type: z.string(),
  /** As its set-up calls it, e.g. "Text Area (Long)". */
  setUpType: z.string(),
  /** The type of a desk's field that it goes with; null: none, for the reason in `refusal`. */
  goesWith: MappableType.nullable(),
  refusal: MappingRefusal.nullable(),
  /** Ways that are open: a field that the user may not edit only comes to the desk. */
  ways: z.array(SyncDirection.exclude(['off'])),
  /** Most characters of a text; null: no limit of its own. */
  length: z.number().int().nullable(),
  /** Of a picklist. */
  values: z.array(PicklistValue),
  /** Other values than these are refused there. */
  restricted: z.boolean(),
});
export type SalesforceField = z.infer<typeof SalesforceField>;

/** A field of the desk that can be mapped: a custom field of the object. */
export const DeskField = z.object({
  /** E.g. custom.region. */
  key: z.string(),
  label: z.string(),
  type: MappableType,
  choices: z.array(z.string()),
});
export type DeskField = z.infer<typeof DeskField>;

/** One choice of the desk and the picklist value that means the same. */
export const ValuePair = z.object({ desk: z.string().min(1).max(255), salesforce: z.string().min(1).max(255) });
export type ValuePair = z.infer<typeof ValuePair>;

/** A pair that works at every desk without anybody's doing. */
export const StandardMapping = z.object({
  object: SyncObject,
  deskField: z.string(),
  deskLabel: z.string(),
  salesforceField: SalesforceName,
  salesforceLabel: z.string(),
  direction: SyncDirection,
  /** The user may not see or edit it, say; empty: it works. */
  problem: z.string(),
});
export type StandardMapping = z.infer<typeof StandardMapping>;

/** A pair that an administrator made. */
export const Mapping = z.object({
  id: Id,
  object: SyncObject,
  deskField: z.string(),
  deskLabel: z.string(),
  salesforceField: SalesforceName,
  salesforceLabel: z.string(),
  type: MappableType,
  direction: SyncDirection.exclude(['off']),
  /** Of a list. A value without a pair is an error of that field alone. */
  values: z.array(ValuePair),
  enabled: z.boolean(),
  /** Why it does nothing at the moment; empty: it works. The others go on. */
  problem: z.string(),
});
export type Mapping = z.infer<typeof Mapping>;

const values = z
  .array(ValuePair)
  .max(1_000, 'At most 1,000 values.')
  .refine((pairs) => new Set(pairs.map(({ desk }) => desk)).size === pairs.length, {
    message: 'Give every choice of the desk once.',
  });

const direction = SyncDirection.exclude(['off']);

export const CreateMapping = z.object({
  object: SyncObject,
  deskField: z.string().max(100),
  salesforceField: SalesforceName,
  direction: direction.default('both'),
  /** Absent: values with the same name belong together. */
  values: values.optional(),
});
export type CreateMapping = z.infer<typeof CreateMapping>;

/** Only what is named changes. */
export const ChangeMapping = z.object({
  direction: direction.optional(),
  values: values.optional(),
  enabled: z.boolean().optional(),
});
export type ChangeMapping = z.infer<typeof ChangeMapping>;

/** All that the page of one object shows. */
export const MappingsOfObject = z.object({
  /** API name and label there, e.g. Contact. */
  salesforceObject: z.object({ name: SalesforceName, label: z.string() }),
  standard: z.array(StandardMapping),
  mappings: z.array(Mapping),
  deskFields: z.array(DeskField),
  salesforceFields: z.array(SalesforceField),
  /** Fields of any type that the pane shows of a linked record, in order. */
  displayed: z.array(SalesforceName),
});
export type MappingsOfObject = z.infer<typeof MappingsOfObject>;

export const DisplayFields = z.object({
  fields: z
    .array(SalesforceName)
    .max(50, 'At most 50 fields.')
    .refine((names) => new Set(names).size === names.length, 'Name every field once.'),
});
export type DisplayFields = z.infer<typeof DisplayFields>;

const objectParams = z.object({ object: SyncObject });
const mappingParams = z.object({ mappingId: IdParam });

export const salesforceMappingsApi = {
  ofObject: route('GET', '/salesforce/objects/:object/mappings', {
    summary: 'Read which fields of an object belong together, and which could.',
    allow: 'salesforce:manage',
    params: objectParams,
    response: MappingsOfObject,
  }),
  create: route('POST', '/salesforce/mappings', {
    summary: 'Map a field of the desk to one of Salesforce.',
    allow: 'salesforce:manage',
    body: CreateMapping,
    response: Mapping,
    status: 201,
  }),
  update: route('PATCH', '/salesforce/mappings/:mappingId', {
    summary: 'Change direction or values of a mapping, or turn it on or off.',
    allow: 'salesforce:manage',
    params: mappingParams,
    body: ChangeMapping,
    response: Mapping,
  }),
  remove: route('DELETE', '/salesforce/mappings/:mappingId', {
    summary: 'Delete a mapping; the values on both sides stay.',
    allow: 'salesforce:manage',
    params: mappingParams,
  }),
  display: route('PUT', '/salesforce/objects/:object/displayed', {
    summary: 'Choose the fields, of any type, that the pane shows of a linked record.',
    allow: 'salesforce:manage',
    params: objectParams,
    body: DisplayFields,
    response: DisplayFields,
  }),
};
