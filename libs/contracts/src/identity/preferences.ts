import { z } from 'zod';
import { CONSOLE_LANGUAGES } from '../choices.ts';
import { changedPreferences } from './changed-preferences.ts';
import { Id } from '../ids.ts';
import { route } from '../route.ts';

/** The languages that the console speaks. */
export const ConsoleLanguage = z.enum(CONSOLE_LANGUAGES);
export type ConsoleLanguage = z.infer<typeof ConsoleLanguage>;

export const Theme = z.enum(['auto', 'light', 'dark', 'high-contrast']);
export type Theme = z.infer<typeof Theme>;

/** How high the rows of lists are. */
export const Density = z.enum(['comfortable', 'compact']);
export type Density = z.infer<typeof Density>;

/** Where the console goes once a reply is sent: nowhere, to the next case of the filter, or back to the list. */
export const AfterSend = z.enum(['stay', 'next', 'list']);
export type AfterSend = z.infer<typeof AfterSend>;

/** What the send button makes of the case; `last`: what it made of it the last time in this browser. */
export const SendChoice = z.enum(['last', 'open', 'pending', 'resolved']);
export type SendChoice = z.infer<typeof SendChoice>;

/** An IANA time zone that this machine knows, such as Europe/Berlin. */
const TimeZone = z
  .string()
  .max(100, 'At most 100 characters.')
  .refine(isTimeZone, { message: 'Write an IANA time zone such as Europe/Berlin.' });

/** The ways in which news of one kind reach somebody; all switched off: not at all, not even in the list. */
export const NotifyBy = z.object({
  /** The list behind the bell, and its count. */
  inApp: z.boolean(),
  /** A notification of the browser, while the console is not in front. */
  browser: z.boolean(),
  sound: z.boolean(),
});
export type NotifyBy = z.infer<typeof NotifyBy>;

const fields = {
  /** Null: as the browser asks for, as far as the console speaks it. */
  language: ConsoleLanguage.nullable(),
  /** Null: as the browser's. */
  timeZone: TimeZone.nullable(),
  /** Null, both: nothing chosen yet, so as this browser has it. */
  theme: Theme.nullable(),
  density: Density.nullable(),
  /** While somebody is not available, news only wait in the list. */
  quietWhileAway: z.boolean(),
  /** While somebody types, too. */
  quietWhileWriting: z.boolean(),
  /** Ask before a reply goes out that has fewer characters than `shortReplyBelow`. */
  confirmShortReplies: z.boolean(),
  shortReplyBelow: z.number().int('Write a whole number.').min(1, 'At least 1.').max(500, 'At most 500.'),
  afterSend: AfterSend,
  sendChoice: SendChoice,
};

export const Preferences = z.object({
  ...fields,
  notifications: z.object({ mention: NotifyBy, assignment: NotifyBy, message: NotifyBy }),
});
export type Preferences = z.infer<typeof Preferences>;

/** Only what is named changes, also within `notifications`. What nobody knows is refused. */
const ChangeNotifyBy = z.strictObject(NotifyBy.shape).partial();
export const ChangePreferences = z.strictObject({
  ...z.object(fields).partial().shape,
  notifications: z
    .strictObject({ mention: ChangeNotifyBy, assignment: ChangeNotifyBy, message: ChangeNotifyBy })
    .partial()
    .optional(),
});
export type ChangePreferences = z.infer<typeof ChangePreferences>;

/** What holds for whoever has chosen nothing yet. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  timeZone: null,
  theme: null,
  density: null,
  quietWhileAway: true,
  quietWhileWriting: true,
  confirmShortReplies: false,
  shortReplyBelow: 20,
  afterSend: 'stay',
  sendChoice: 'last',
  notifications: {
    mention: { inApp: true, browser: true, sound: true },
    assignment: { inApp: true, browser: true, sound: false },
    message: { inApp: true, browser: false, sound: false },
  },
};

/** What was stored, as this version understands it: what is missing or unknown is as the desk proposes. */
export function preferencesFrom(stored: unknown): Preferences {
  const known = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  let preferences = DEFAULT_PREFERENCES;
  for (const [name, value] of Object.entries(known)) {
    const one = ChangePreferences.safeParse({ [name]: value });
    if (one.success) preferences = changedPreferences(preferences, one.data);
  }
  return preferences;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const Availability = z.object({ available: z.boolean() });
export type Availability = z.infer<typeof Availability>;

/** Each person's own, and only in person: an application that acts for somebody may read them. */
export const preferencesApi = {
  read: route('GET', '/users/me/preferences', {
    summary: 'Read how the console is to look, speak and call for me.',
    allow: 'signed-in',
    response: Preferences,
  }),
  change: route('PATCH', '/users/me/preferences', {
    summary: 'Change my preferences; what is not named stays.',
    allow: 'signed-in',
    body: ChangePreferences,
    response: Preferences,
  }),
  setAvailability: route('PUT', '/users/me/availability', {
    summary: 'Say whether I take new cases; colleagues see it.',
    allow: 'signed-in',
    body: Availability,
    response: Availability,
  }),
};

export const preferenceEvents = {
  /** News for the other windows of the same person, in the room `user:ID`. */
  'preferences.changed': z.object({ userId: Id }),
  /** News for everybody who sees colleagues, in the room `users`. */
  'user.availability-changed': z.object({ userId: Id, available: z.boolean() }),
  /** A name or a signature is another one; in the room `users`. */
  'user.changed': z.object({ userId: Id }),
} as const;
