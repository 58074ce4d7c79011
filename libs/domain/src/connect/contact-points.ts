import type { Contact, ContactType } from '@bureau/contracts';

/** What a customer can be reached by, of which Salesforce keeps one of each kind. */
export interface ContactPoints {
  /** Where answers go; one of `emails`. */
  address: string | null;
  emails: readonly Contact[];
  phoneNumbers: readonly Contact[];
}

/** The one e-mail address that a Contact can have: the one that answers go to. */
export function firstEmail({ address, emails }: ContactPoints): string | null {
  return address ?? emails[0]?.value ?? null;
}

/** The first telephone number of a kind: work is Phone there, the others HomePhone, MobilePhone, OtherPhone. */
export function firstPhone({ phoneNumbers }: ContactPoints, type: ContactType): string | null {
  return phoneNumbers.find((phone) => phone.type === type)?.value ?? null;
}

/**
 * The address that Salesforce has takes the place of the one that answers went to; the others stay. Null takes that one
 * away: the next moves up (and goes to Salesforce as the customer's address).
 */
export function withFirstEmail(points: ContactPoints, value: string | null): Pick<ContactPoints, 'address' | 'emails'> {
  const emails = replaced(points.emails, (email) => email.value === firstEmail(points), {
    type: points.emails.find((email) => email.value === firstEmail(points))?.type ?? 'work',
    value,
  });
  return { emails, address: value ?? emails[0]?.value ?? null };
}

/** The same for the first number of a kind. A number that was there as another kind becomes one of this kind. */
export function withFirstPhone(
  points: ContactPoints,
  type: ContactType,
  value: string | null,
): Pick<ContactPoints, 'phoneNumbers'> {
  return { phoneNumbers: replaced(points.phoneNumbers, (phone) => phone.type === type, { type, value }) };
}

/** A value stands in a list once. */
function replaced(
  list: readonly Contact[],
  isOld: (contact: Contact) => boolean,
  { type, value }: { type: ContactType; value: string | null },
): Contact[] {
  const at = list.findIndex(isOld);
  const others = list.filter((contact, index) => index !== at && contact.value !== value);
  if (value === null) return others;
  const place = list.slice(0, Math.max(at, 0)).filter((contact) => contact.value !== value).length;
  return [...others.slice(0, place), { type, value }, ...others.slice(place)];
}
