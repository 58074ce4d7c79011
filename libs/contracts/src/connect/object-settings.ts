import { z } from 'zod';
import { Conditions } from '../automation/conditions.ts';
import { route } from '../route.ts';
import { SalesforceId, SalesforceName, SyncDirection, SyncObject } from './sync-object.ts';

/** Whose value counts at the first link, where both sides have one; afterwards Salesforce wins only over a change of both. */
export const FirstLink = z.enum(['salesforce', 'desk']);
export type FirstLink = z.infer<typeof FirstLink>;

/**
 * What is deleted on one side is never deleted on the other. `keep`: it stays there alone; `recreate`: an edit there makes
 * it anew here.
 */
export const OnDeletion = z.enum(['keep', 'recreate']);
export type OnDeletion = z.infer<typeof OnDeletion>;

/** How one object is kept in step. */
export const ObjectSettings = z.object({
  object: SyncObject,
  direction: SyncDirection,
  createInSalesforce: z.boolean(),
  updateInSalesforce: z.boolean(),
  createInDesk: z.boolean(),
  updateInDesk: z.boolean(),
  /** Of the desk's record; an empty group is met by all. */
  conditionsToSalesforce: Conditions,
  /** Of Salesforce's record: fields are `salesforce.` and the API name, e.g. salesforce.Type. */
  conditionsToDesk: Conditions,
  /** Only what a rule or macro has said "sync to Salesforce" of begins to go there; linked ones go on. */
  onlyWhenSet: z.boolean(),
  /** Of records that the desk creates there; null: the user's default. */
  recordTypeId: SalesforceId.nullable(),
  firstLink: FirstLink,
  onDeletion: OnDeletion,
});
export type ObjectSettings = z.infer<typeof ObjectSettings>;

/** Only what is named changes. */
export const ChangeObjectSettings = ObjectSettings.omit({ object: true }).partial();
export type ChangeObjectSettings = z.infer<typeof ChangeObjectSettings>;

/** A kind of record that the organisation has and the user may make. */
export const RecordType = z.object({ id: SalesforceId, name: z.string(), isDefault: z.boolean() });
export type RecordType = z.infer<typeof RecordType>;

/** What conditions of Salesforce's records can ask for. */
export const SalesforceConditionField = z.object({
  /** As conditions name it, e.g. salesforce.Type. */
  key: z.string(),
  name: SalesforceName,
  label: z.string(),
  type: z.enum(['text', 'choice', 'boolean', 'date']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type SalesforceConditionField = z.infer<typeof SalesforceConditionField>;

/** What the organisation offers for the settings of one object. */
export const ObjectChoices = z.object({
  recordTypes: z.array(RecordType),
  conditionFields: z.array(SalesforceConditionField),
});
export type ObjectChoices = z.infer<typeof ObjectChoices>;

const params = z.object({ object: SyncObject });

export const salesforceSettingsApi = {
  list: route('GET', '/salesforce/objects', {
    summary: 'Read how companies, customers and cases are kept in step.',
    allow: 'salesforce:manage',
    response: z.object({ items: z.array(ObjectSettings) }),
  }),
  update: route('PATCH', '/salesforce/objects/:object', {
    summary: 'Change how one object is kept in step.',
    allow: 'salesforce:manage',
    params,
    body: ChangeObjectSettings,
    response: ObjectSettings,
  }),
  choices: route('GET', '/salesforce/objects/:object/choices', {
    summary: 'Read what the organisation offers for the settings of an object.',
    allow: 'salesforce:manage',
    params,
    response: ObjectChoices,
  }),
};
