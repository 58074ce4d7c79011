/** What a customer is called, in parts. */
export interface CustomerNames {
  firstName: string;
  lastName: string;
}

/**
 * First and last name of a name as mail writes it: "Ana Ferreira", "Ferreira, Ana". What is no name of a person (an
 * address, one word) is a first name only when it is a word.
 */
export function splitName(name: string): CustomerNames {
  const plain = name.replace(/\s+/g, ' ').trim();
  if (plain.includes('@')) return { firstName: '', lastName: '' };
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(plain) ?? [];
  if (last !== undefined && first !== undefined) return { firstName: first, lastName: last };
  const [head = '', ...rest] = plain.split(' ');
  return { firstName: head, lastName: rest.join(' ') };
}

/** How a customer without a display name of his own is shown: his names, else the first of what else is known. */
export function displayName({ firstName, lastName }: CustomerNames, others: readonly (string | undefined)[]): string {
  return [`${firstName} ${lastName}`.trim(), ...others].find(Boolean) ?? 'Unknown';
}
