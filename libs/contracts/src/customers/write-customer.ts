import { z } from 'zod';
import { ExternalId, Language } from '../cases/update-case.ts';
import { CustomFieldInput } from '../custom-fields/custom-field.ts';
import { EmailAddress, Id } from '../ids.ts';
import { ContactType, CustomerIdentity } from './customer.ts';

const line = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `At most ${limit} characters.`)
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), 'Leave out control characters.');

const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `At most ${limit.toLocaleString('en')} characters.`)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'Leave out characters that are no text.');

/** Each value once, the type of the last that says so. */
function distinct<T extends { value: string }>(sent: T[]): T[] {
  return [...new Map(sent.map((contact) => [contact.value, contact])).values()];
}

const type = ContactType.default('other');

const LowerCaseAddress = EmailAddress.transform((address) => address.toLowerCase());
const PostalAddress = words(1_000).refine((text) => text !== '', 'Write an address.');
const Phone = line(50).refine((number) => (number.match(/\d/g) ?? []).length >= 3, 'Write a telephone number.');

const IdentityInput = CustomerIdentity.extend({
  externalId: ExternalId,
  handle: line(200).default(''),
  name: line(200).default(''),
  followers: z.number().int().min(0).max(2_147_483_647).nullable().default(null),
  verified: z.boolean().default(false),
});

const fields = {
  firstName: line(100),
  lastName: line(100),
  /** As shown; left out, first and last name. */
  name: line(200),
  title: line(200),
  /** Replaces all; an address belongs to one customer. */
  emails: z
    .array(z.object({ type, value: LowerCaseAddress }))
    .max(50, 'At most 50.')
    .transform(distinct),
  /** Which of the e-mail addresses answers go to; left out, the one that there was, or the first. */
  address: LowerCaseAddress,
  phoneNumbers: z
    .array(z.object({ type, value: Phone }))
    .max(50, 'At most 50.')
    .transform(distinct),
  postalAddresses: z
    .array(z.object({ type, value: PostalAddress }))
    .max(50, 'At most 50.')
    .transform(distinct),
  /** Replaces all; an identity belongs to one customer. */
  identities: z.array(IdentityInput).max(20, 'At most 20.'),
  externalId: ExternalId.nullable(),
  uid: ExternalId.nullable(),
  background: words(20_000),
  language: Language.nullable(),
  customFields: CustomFieldInput,
  companyId: Id.nullable(),
  accessPrivatePortal: z.boolean(),
  accessCompanyCases: z.boolean(),
  /** Mail of a blocked customer stays in the intake ledger and opens nothing. */
  blocked: z.boolean(),
};

/** At least a name or a way to reach them. Without a company, the domain of an e-mail address finds one. */
export const CreateCustomer = z
  .object(fields)
  .partial()
  .refine(
    ({ name, firstName, lastName, emails, phoneNumbers, identities }) =>
      [name, firstName, lastName].some(Boolean) || [emails, phoneNumbers, identities].some((set) => set?.length),
    { path: ['name'], message: 'Write a name, an e-mail address or a telephone number.' },
  );
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/** What is not named stays. */
export const UpdateCustomer = z
  .object(fields)
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateCustomer = z.infer<typeof UpdateCustomer>;
