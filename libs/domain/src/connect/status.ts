import { Channel, type CaseStatus, type ValuePair } from '@bureau/contracts';

const STATUSES: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};
/** What organisations call the origin of a case; the first name is sent where an organisation has none of them. */
const CHANNELS: Record<Channel, readonly [string, ...string[]]> = {
  email: ['Email'],
  phone: ['Phone'],
  chat: ['Chat'],
  twitter: ['Twitter', 'X'],
  facebook: ['Facebook'],
  qna: ['Web'],
};

/** The values that Case.Status, Case.Priority and Case.Origin must have there, of each origin one (preflight). */
export const SALESFORCE_STATUSES = Object.values(STATUSES);
export const SALESFORCE_PRIORITIES = ['High', 'Medium', 'Low'] as const;
export const SALESFORCE_ORIGINS = Object.values(CHANNELS);

type Bucket = (typeof SALESFORCE_PRIORITIES)[number];
const BACK: Record<Bucket, number> = { High: 8, Medium: 5, Low: 2 };

export function salesforceStatus(status: string): string | null {
  return new Map<string, string>(Object.entries(STATUSES)).get(status) ?? null;
}

/** Null for a status that the desk does not have, e.g. Escalated. */
export function deskStatus(value: string): CaseStatus | null {
  return keyOf(STATUSES, value);
}

/** 8–10 High, 4–7 Medium, 1–3 Low. */
export function salesforcePriority(priority: number): Bucket {
  if (priority >= 8) return 'High';
  return priority >= 4 ? 'Medium' : 'Low';
}

/** 8, 5 or 2; a priority that is in the same third already stays, or the round trip would make an 8 of every 9. */
export function deskPriority(value: string, present: number | null): number | null {
  const bucket = SALESFORCE_PRIORITIES.find((name) => name.toLowerCase() === value.toLowerCase());
  if (!bucket) return null;
  return present !== null && salesforcePriority(present) === bucket ? present : BACK[bucket];
}

export function salesforceOrigin(channel: string): string | null {
  return new Map<string, readonly string[]>(Object.entries(CHANNELS)).get(channel)?.[0] ?? null;
}

/** What an organisation calls the origin of each channel, where it has a name for it. */
export function originsIn(known: readonly string[]): ValuePair[] {
  return Object.entries(CHANNELS).flatMap(([desk, names]) => {
    const salesforce = known.find((value) => names.some((name) => sameWord(name, value)));
    return salesforce === undefined ? [] : [{ desk, salesforce }];
  });
}

/** The channel of a case that began in Salesforce; one of an origin that the desk does not know is answered by e-mail. */
export function deskChannel(origin: string | null): Channel {
  for (const channel of Channel.options)
    if (origin !== null && CHANNELS[channel].some((name) => sameWord(name, origin))) return channel;
  return 'email';
}

/** Capitals do not count: administrators type these values by hand. */
function keyOf<Key extends string>(table: Record<Key, string>, value: string): Key | null {
  for (const key in table) if (sameWord(table[key], value)) return key;
  return null;
}

function sameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
