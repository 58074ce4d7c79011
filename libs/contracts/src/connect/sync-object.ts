import { z } from 'zod';
import { Id } from '../ids.ts';

/** What is kept in step, in the desk's words: Account, Contact (or person account) and Case in Salesforce. */
export const SyncObject = z.enum(['company', 'customer', 'case']);
export type SyncObject = z.infer<typeof SyncObject>;

/** What hangs on a case and goes with it: CaseComment, EmailMessage, Task and FeedItem in Salesforce. */
export const SyncChild = z.enum(['note', 'email', 'activity', 'post']);
export type SyncChild = z.infer<typeof SyncChild>;

/** An id of Salesforce, as it answers with: 15 signs and 3 that make it safe against capitals. */
export const SalesforceId = z
  .string()
  .regex(/^[a-zA-Z0-9]{18}$/, 'Give the id of a Salesforce record, 18 letters and digits.');
export type SalesforceId = z.infer<typeof SalesforceId>;

/** The API name of an object or a field of Salesforce; nothing else ever gets into a query. */
export const SalesforceName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,79}$/, 'Give the API name, such as Region__c.');
export type SalesforceName = z.infer<typeof SalesforceName>;

/** A value in the one form in which both sides are compared (domain/connect/canonical.ts). */
export const SyncValue = z.union([z.string(), z.boolean(), z.null()]);
export type SyncValue = z.infer<typeof SyncValue>;

/** Which way something goes. */
export const SyncWay = z.enum(['to_salesforce', 'to_desk']);
export type SyncWay = z.infer<typeof SyncWay>;

/** Which ways are open. */
export const SyncDirection = z.enum(['both', 'to_salesforce', 'to_desk', 'off']);
export type SyncDirection = z.infer<typeof SyncDirection>;

/** A record of the desk that can be linked, as people know it; its name may be empty, and null when it is gone. */
export const SyncRecord = z.object({ object: SyncObject, deskId: Id, name: z.string().nullable() });
export type SyncRecord = z.infer<typeof SyncRecord>;

/** Records of the desk that values name by their id in Salesforce, by that id. What is linked to none is not there. */
export const NamedRecords = z.record(z.string(), SyncRecord);
export type NamedRecords = z.infer<typeof NamedRecords>;

/** Why something did not go: the code of Salesforce or of the desk, what it said, and the fields that it is about. */
export const SyncProblem = z.object({
  /** E.g. FIELD_CUSTOM_VALIDATION_EXCEPTION. */
  code: z.string(),
  /** How it is dealt with (domain/connect/error-classes.ts), e.g. `data`, `config`, `transient`. */
  kind: z.string(),
  /** What Salesforce said, word for word. */
  message: z.string(),
  /** API names; empty: the whole record. */
  fields: z.array(z.string()),
});
export type SyncProblem = z.infer<typeof SyncProblem>;
