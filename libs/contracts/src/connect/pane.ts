import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { SalesforceName, SyncObject } from './sync-object.ts';

/** What the pane shows: what the record is linked to, and records found by a rule. */
export const PanePart = z.enum(['contact', 'account', 'cases', 'opportunities', 'activities', 'related']);
export type PanePart = z.infer<typeof PanePart>;

/** A field, or one of a record that it points to: Name, Owner.Name. */
export const FieldPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,79}(\.[A-Za-z][A-Za-z0-9_]{0,79}){0,2}$/, 'Give a field such as Name or Owner.Name.');

/** Which records belong: those whose `field` is what the `equals` of the desk's record is. */
export const PaneMatch = z.object({
  field: FieldPath,
  equals: z.enum(['account', 'contact', 'case', 'email', 'company-name']),
});
export type PaneMatch = z.infer<typeof PaneMatch>;

/** One section of the pane. */
export const PaneSection = z.object({
  id: Id,
  part: PanePart,
  label: z.string(),
  salesforceObject: SalesforceName,
  match: PaneMatch,
  fields: z.array(FieldPath),
  /** Null: the latest first. */
  sort: z.object({ field: FieldPath, descending: z.boolean() }).nullable(),
  limit: z.number().int(),
  /** Who sees it; null: every role that may look into Salesforce at all. */
  roleIds: z.array(Id).nullable(),
  position: z.number().int(),
});
export type PaneSection = z.infer<typeof PaneSection>;

export const WritePaneSection = PaneSection.omit({ id: true, position: true }).extend({
  label: z.string().trim().min(1, 'Write at least one character.').max(100, 'At most 100 characters.'),
  fields: z.array(FieldPath).min(1, 'Choose at least one field.').max(20, 'At most 20 fields.'),
  limit: z.number().int().min(1).max(20, 'At most 20 records.').default(5),
});
export type WritePaneSection = z.infer<typeof WritePaneSection>;

export const AddPaneSection = WritePaneSection.extend({
  /** Before whatever stands there; left out: behind all others. */
  position: z.number().int().min(1).max(1_000).optional(),
});
export type AddPaneSection = z.infer<typeof AddPaneSection>;

/** A value as the pane draws it. */
export const PaneValue = z.object({
  field: z.string(),
  label: z.string(),
  /** As Salesforce's API calls it, e.g. currency, multipicklist. */
  type: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** Of a currency, e.g. EUR; null: none is known. */
  currency: z.string().nullable(),
});
export type PaneValue = z.infer<typeof PaneValue>;

export const PaneRecord = z.object({
  salesforceId: z.string(),
  name: z.string(),
  url: z.string(),
  values: z.array(PaneValue),
});
export type PaneRecord = z.infer<typeof PaneRecord>;

export const Pane = z.object({
  /** Null: no organisation is connected. */
  organisation: z.object({ name: z.string(), url: z.string() }).nullable(),
  sections: z.array(
    z.object({
      id: Id,
      part: PanePart,
      label: z.string(),
      records: z.array(PaneRecord),
      /** There are more than are shown. */
      more: z.boolean(),
      /** Why it shows nothing; empty: it does, or there is nothing. */
      problem: z.string(),
    }),
  ),
  /** When Salesforce was asked; up to a minute ago unless `refresh` was said. */
  at: Timestamp.nullable(),
});
export type Pane = z.infer<typeof Pane>;

/** An object of the organisation that a section can show. */
export const PaneObject = z.object({ name: SalesforceName, label: z.string() });
export type PaneObject = z.infer<typeof PaneObject>;

/** A field that a section can show or ask for: one of the object, or of a record that it points to. */
export const PaneField = z.object({ path: FieldPath, label: z.string(), type: z.string() });
export type PaneField = z.infer<typeof PaneField>;

const sectionParams = z.object({ sectionId: IdParam });

export const salesforcePaneApi = {
  get: route('GET', '/salesforce/pane/:object/:deskId', {
    summary: 'Read what Salesforce knows around a case, a customer or a company, as far as your role sees it.',
    allow: 'salesforce:view',
    params: z.object({ object: SyncObject, deskId: IdParam }),
    query: z.object({ refresh: z.stringbool().optional() }),
    response: Pane,
  }),
  sections: route('GET', '/salesforce/pane-sections', {
    summary: 'Read what the pane shows, and to whom.',
    allow: 'salesforce:manage',
    response: z.object({ items: z.array(PaneSection) }),
  }),
  objects: route('GET', '/salesforce/pane-objects', {
    summary: 'List the objects of the organisation that the pane can show.',
    allow: 'salesforce:manage',
    response: z.object({ items: z.array(PaneObject) }),
  }),
  fields: route('GET', '/salesforce/pane-objects/:salesforceObject/fields', {
    summary: 'List the fields of an object that the pane can show, and those of the records that it points to.',
    allow: 'salesforce:manage',
    params: z.object({ salesforceObject: SalesforceName }),
    response: z.object({ items: z.array(PaneField) }),
  }),
  add: route('POST', '/salesforce/pane-sections', {
    summary: 'Add a section to the pane.',
    allow: 'salesforce:manage',
    body: AddPaneSection,
    response: PaneSection,
    status: 201,
  }),
  update: route('PUT', '/salesforce/pane-sections/:sectionId', {
    summary: 'Change a section of the pane.',
    allow: 'salesforce:manage',
    params: sectionParams,
    body: WritePaneSection,
    response: PaneSection,
  }),
  remove: route('DELETE', '/salesforce/pane-sections/:sectionId', {
    summary: 'Take a section out of the pane.',
    allow: 'salesforce:manage',
    params: sectionParams,
  }),
};
