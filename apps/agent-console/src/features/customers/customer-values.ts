import type { Contact, Customer, UpdateCustomer } from '@bureau/contracts';
import type { CustomFieldInput } from '../../pieces/custom-field-inputs/index.ts';

/** What the form of a customer holds. */
export interface CustomerValues {
  firstName: string;
  lastName: string;
  name: string;
  title: string;
  emails: readonly Contact[];
  /** Where answers go. */
  address: string | null;
  phoneNumbers: readonly Contact[];
  postalAddresses: readonly Contact[];
  company: { id: number; name: string } | null;
  language: string;
  background: string;
  externalId: string;
  accessPrivatePortal: boolean;
  accessCompanyCases: boolean;
  customFields: CustomFieldInput;
}

const nobody: CustomerValues = {
  firstName: '',
  lastName: '',
  name: '',
  title: '',
  emails: [],
  address: null,
  phoneNumbers: [],
  postalAddresses: [],
  company: null,
  language: '',
  background: '',
  externalId: '',
  accessPrivatePortal: false,
  accessCompanyCases: false,
  customFields: {},
};

/** A customer as the form shows it; without one, an empty form. */
export function valuesOf(customer: Customer | null): CustomerValues {
  if (customer === null) return nobody;
  const { firstName, lastName, name, title, emails, address, phoneNumbers, postalAddresses, company } = customer;
  return {
    ...nobody,
    ...{ firstName, lastName, name, title, emails, address, phoneNumbers, postalAddresses, company },
    language: customer.language ?? '',
    background: customer.background,
    externalId: customer.externalId ?? '',
    accessPrivatePortal: customer.accessPrivatePortal,
    accessCompanyCases: customer.accessCompanyCases,
    customFields: customer.customFields,
  };
}

/** What the desk is sent. Lines that were left empty are left out. */
export function bodyOf(values: CustomerValues): UpdateCustomer {
  const { company, language, externalId, address, ...rest } = values;
  const filled = (contacts: readonly Contact[]) => contacts.filter(({ value }) => value.trim() !== '');
  const emails = filled(values.emails);
  return {
    ...rest,
    name: values.name.trim() || [values.firstName, values.lastName].join(' ').trim(),
    emails,
    ...(address !== null && emails.some(({ value }) => value === address) && { address }),
    phoneNumbers: filled(values.phoneNumbers),
    postalAddresses: filled(values.postalAddresses),
    companyId: company?.id ?? null,
    language: language.trim() || null,
    externalId: externalId.trim() || null,
    customFields: { ...values.customFields },
  };
}
