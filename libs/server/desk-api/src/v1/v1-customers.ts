import { z } from 'zod';
import { customMembers, unknownMembers, type Entry, type Told } from './entry.ts';

const Contacts = z.array(z.object({ type: z.string(), value: z.string() }));

/** Each wrapped in what it is: `{ email: { email, customer_contact_type } }`. */
function contacts(listed: unknown, noun: string, member: string): Told[] {
  return Contacts.parse(listed ?? []).map(({ type, value }) => ({
    [noun]: { [member]: value, customer_contact_type: type, ...unknownMembers(['created_at', 'updated_at']) },
  }));
}

export function customerOf(customer: Entry): Told {
  return {
    id: customer.id,
    first_name: customer['first_name'],
    last_name: customer['last_name'],
    emails: contacts(customer['emails'], 'email', 'email'),
    phones: contacts(customer['phone_numbers'], 'phone', 'phone'),
    addresses: contacts(customer['addresses'], 'address', 'location'),
    twitters: [],
    ...customMembers(customer),
  };
}
