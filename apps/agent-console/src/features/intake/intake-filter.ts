import { FATES } from '@bureau/contracts';
import type { Fate, IntakeItem } from '@bureau/contracts';

/** Which items of the intake are listed; lives in the address of the page. */
export interface IntakeFilter {
  fate?: Fate;
  mailboxId?: number;
  /** An account on a network. */
  socialAccountId?: number;
  day?: string;
  /** Words that the reason, the sender or the subject must contain. */
  words?: string;
}

/** Reads a filter from the address; what makes no sense is left out. */
export function intakeFilterOf(search: Record<string, unknown>): IntakeFilter {
  const { fate, mailboxId, socialAccountId, day, words } = search;
  return {
    fate: FATES.find((known) => known === fate),
    mailboxId: idOf(mailboxId),
    socialAccountId: idOf(socialAccountId),
    day: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    words: typeof words === 'string' && words !== '' ? words : undefined,
  };
}

function idOf(written: unknown): number | undefined {
  const id = Number(written);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** Whether an item contains all the words, in reason, sender or subject, in any case. */
export function containsWords(item: IntakeItem, words: string | undefined): boolean {
  if (words === undefined) return true;
  const text = `${item.reason} ${item.from} ${item.subject}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
