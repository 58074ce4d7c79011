import { z } from 'zod';
import { CustomFieldValues } from '../custom-fields/custom-field.ts';
import { Id, Timestamp } from '../ids.ts';

export const CustomerSummary = z.object({ id: Id, name: z.string(), address: z.string().nullable() });
export type CustomerSummary = z.infer<typeof CustomerSummary>;

export const ContactType = z.enum(['home', 'work', 'mobile', 'other']);
export type ContactType = z.infer<typeof ContactType>;

/** An e-mail address, telephone number or postal address, and what it is to the customer. */
export const Contact = z.object({ type: ContactType, value: z.string() });
export type Contact = z.infer<typeof Contact>;

/** Who a customer is elsewhere. `externalId` is the network's own id: handles change hands. */
export const CustomerIdentity = z.object({
  network: z.enum(['x', 'facebook']),
  externalId: z.string(),
  handle: z.string(),
  name: z.string(),
  followers: z.number().int().nullable(),
  verified: z.boolean(),
});
export type CustomerIdentity = z.infer<typeof CustomerIdentity>;

/** One row of the list. */
export const CustomerRow = CustomerSummary.extend({
  title: z.string(),
  /** Of this desk, for a picture that was stored; null: draw the initials. No third party is ever asked. */
  avatarUrl: z.string().nullable(),
  company: z.object({ id: Id, name: z.string() }).nullable(),
  blockedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const Customer = CustomerRow.extend({
  firstName: z.string(),
  lastName: z.string(),
  /** E-mail addresses alone, the one that answers go to first. */
  addresses: z.array(z.string()),
  emails: z.array(Contact),
  phoneNumbers: z.array(Contact),
  postalAddresses: z.array(Contact),
  identities: z.array(CustomerIdentity),
  /** The id that another system gave; unique. */
  externalId: z.string().nullable(),
  /** Who it is for a single sign-on; unique. */
  uid: z.string().nullable(),
  background: z.string(),
  language: z.string().nullable(),
  customFields: CustomFieldValues,
  accessPrivatePortal: z.boolean(),
  accessCompanyCases: z.boolean(),
  /** Cases that the reader may see, those in the trash not counted. */
  caseCount: z.number().int(),
  /** Customers that were merged into this one; each merge can be taken back. */
  merged: z.array(CustomerSummary),
});
export type Customer = z.infer<typeof Customer>;
