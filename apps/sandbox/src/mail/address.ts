import parseAddresses from 'nodemailer/lib/addressparser';

export type NamedAddress = { name: string; address: string };

/** E-mail addresses are compared without regard to case, as every large provider does. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** The part after the last @, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  return normalAddress(address).split('@').slice(1).at(-1) ?? '';
}

/** Reads "Ana Ferreira <ana@cafemail.example>, tom@ashby.example"; a missing name is taken from the address. */
export function parsePeople(list: string): NamedAddress[] {
  return parseAddresses(list, { flatten: true })
    .filter((entry) => domainOf(entry.address) !== '')
    .map((entry) => ({ name: entry.name || nameFrom(entry.address), address: normalAddress(entry.address) }));
}

/** "maya.okafor@brightmail.example" → "Maya Okafor". */
export function nameFrom(address: string): string {
  const local = address.split('@')[0] ?? address;
  const words = local.split(/[._+-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || address;
}
