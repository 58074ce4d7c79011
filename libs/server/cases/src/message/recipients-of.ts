import type { MailAddress } from '@bureau/contracts';
import { distinctRecipients, ownAmong, type Recipients } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';

/** Addresses as an agent gave them. */
export interface GivenRecipients {
  to?: readonly string[] | undefined;
  cc?: readonly string[] | undefined;
  bcc?: readonly string[] | undefined;
}

/**
 * Whom a message goes to: those given, each once, or `customer` when no `to` is.
 * Throws request.invalid, naming the field, for a mailbox of ours: the mail would come back as a case.
 */
export function recipientsOf(
  given: GivenRecipients,
  { customer, ownAddresses }: { customer: MailAddress | null; ownAddresses: readonly string[] },
): Recipients {
  const errors = (['to', 'cc', 'bcc'] as const).flatMap((field) =>
    ownAmong(given[field] ?? [], ownAddresses).map((index) => ({
      path: `${field}.${index}`,
      message: 'This is a mailbox of this desk; leave it out, answers come here anyway.',
    })),
  );
  if (errors.length > 0) throw new InvalidInput(errors);

  const named = (addresses: readonly string[] = []): MailAddress[] =>
    addresses.map((address) =>
      customer && address.toLowerCase() === customer.address.toLowerCase()
        ? customer
        : { name: '', address: address.toLowerCase() },
    );
  const to = given.to === undefined && customer ? [customer] : named(given.to);
  return distinctRecipients({ to, cc: named(given.cc), bcc: named(given.bcc) });
}
