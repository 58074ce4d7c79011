import type { Customer } from '@bureau/contracts';

/** What a merge brings to the customer that stays. */
export interface MergePreview {
  emails: string[];
  phones: string[];
  identities: string[];
  cases: number;
}

/** What the other has and the one that stays has not; the server decides the same way (merge-gains in domain). */
export function previewOf(stays: Customer, goes: Customer): MergePreview {
  const emails = new Set(stays.addresses);
  const phones = new Set(stays.phoneNumbers.map(({ value }) => value));
  const identities = new Set(stays.identities.map(({ network, externalId }) => `${network} ${externalId}`));
  return {
    emails: goes.addresses.filter((address) => !emails.has(address)),
    phones: goes.phoneNumbers.map(({ value }) => value).filter((value) => !phones.has(value)),
    identities: goes.identities
      .filter(({ network, externalId }) => !identities.has(`${network} ${externalId}`))
      .map(({ handle, name, externalId }) => handle || name || externalId),
    cases: goes.caseCount,
  };
}
