import type { IntakeItem } from '@bureau/contracts';
import { handleOf } from '../../pieces/post/index.ts';
import { intakeWords as words } from './intake.words.ts';

type Place = Pick<IntakeItem, 'mailbox' | 'account'>;

/** The mailbox or the account on a network that something came to. */
export function placeOf({ mailbox, account }: Place): string {
  if (account === null) return mailbox?.address ?? words.noMailbox;
  return `${words.networks[account.network]} · ${handleOf(account, account.network) || account.name}`;
}

/** As people call it; ids and the ways of mail stay what the ledger calls them. */
export function sourceOf({ source, account }: Pick<IntakeItem, 'source' | 'account'>): string {
  return account === null ? source : `${words.networks[account.network]} (${source})`;
}
