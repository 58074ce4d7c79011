import type { CaseStatus, Channel } from '@bureau/contracts';

const STATUSES: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};
const CHANNELS: Record<Channel, string> = {
  email: 'Email',
  phone: 'Phone',
  chat: 'Chat',
  twitter: 'Twitter',
  facebook: 'Facebook',
  qna: 'Web',
};

/** The values that Case.Status, Case.Priority and Case.Origin must have there (preflight). */
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
  return new Map<string, string>(Object.entries(CHANNELS)).get(channel) ?? null;
}

/** The channel of a case that began in Salesforce; one of an origin that the desk does not know is answered by e-mail. */
export function deskChannel(origin: string | null): Channel {
  return (origin === null ? null : keyOf(CHANNELS, origin)) ?? 'email';
}

/** Capitals do not count: administrators type these values by hand. */
function keyOf<Key extends string>(table: Record<Key, string>, value: string): Key | null {
  for (const key in table) if (table[key].toLowerCase() === value.toLowerCase()) return key;
  return null;
}
