import { ContactType, UpdateCustomer } from '@bureau/contracts';
import { z } from 'zod';
import { Anything, textOf } from '../resource/body.ts';
import { links, linkTo } from '../resource/links.ts';

/** A kind of address that there is not, such as customers made up themselves, is another one. */
const Contacts = z
  .union([z.array(z.looseObject({ type: ContactType.catch('other').default('other') })), z.unknown()])
  .optional();

/** Lists replace unless they say otherwise. */
const ListAction = z.enum(['append', 'replace']).nullish();

export const CustomerBody = z.object({
  first_name: Anything,
  last_name: Anything,
  display_name: UpdateCustomer.shape.name.nullable(),
  title: Anything,
  /** Of a company that there is, or a new one; a link says it better. */
  company_name: z.string().nullish(),
  external_id: Anything,
  uid: Anything,
  background: Anything,
  language: Anything,
  custom_fields: Anything,
  access_private_portal: Anything,
  access_company_cases: Anything,
  emails: Contacts,
  phone_numbers: Contacts,
  addresses: Contacts,
  emails_update_action: ListAction,
  phone_numbers_update_action: ListAction,
  addresses_update_action: ListAction,
  _links: links({ company: linkTo('companies') }),
});
export type CustomerBody = z.output<typeof CustomerBody>;

/** What the verbs call the fields → what clients call them. */
export const CUSTOMER_NAMES: Record<string, string> = {
  name: 'first_name',
  firstName: 'first_name',
  lastName: 'last_name',
  externalId: 'external_id',
  customFields: 'custom_fields',
  accessPrivatePortal: 'access_private_portal',
  accessCompanyCases: 'access_company_cases',
  phoneNumbers: 'phone_numbers',
  postalAddresses: 'addresses',
  companyId: '_links.company',
};

/** What was sent, in the words of the verb that changes customers, not yet understood. */
export function wantedOf(body: CustomerBody): Record<string, unknown> {
  return {
    firstName: textOf(body.first_name),
    lastName: textOf(body.last_name),
    name: body.display_name ?? undefined,
    title: textOf(body.title),
    externalId: body.external_id,
    uid: body.uid,
    background: textOf(body.background),
    language: body.language,
    customFields: body.custom_fields ?? undefined,
    accessPrivatePortal: body.access_private_portal ?? undefined,
    accessCompanyCases: body.access_company_cases ?? undefined,
    emails: body.emails ?? undefined,
    phoneNumbers: body.phone_numbers ?? undefined,
    postalAddresses: body.addresses ?? undefined,
    companyId: body._links.company,
  };
}
