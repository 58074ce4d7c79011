import { z } from 'zod';
import { Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** Bounds of the settings, for those who check and for those who explain. */
export const SIGN_IN_LIMITS = {
  passwordLength: { least: 10, most: 64 },
  sessionHours: { least: 1, most: 8760 },
  idleMinutes: { least: 15, most: 129_600 },
} as const;

const { passwordLength, sessionHours, idleMinutes } = SIGN_IN_LIMITS;

export const EmailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'At most 253 characters.')
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'Write a domain such as example.com.',
  );

const fields = {
  /** Characters that a new password has at least; those that people have stay good. */
  minPasswordLength: z
    .number()
    .int('Write a whole number.')
    .min(passwordLength.least, 'At least 10 characters.')
    .max(passwordLength.most, 'At most 64 characters.'),
  /** Of everybody; a role can demand it of its users alone. */
  twoFactorRequired: z.boolean(),
  /** How long after the sign-in a session ends in any case. */
  sessionHours: z
    .number()
    .int('Write a whole number.')
    .min(sessionHours.least, 'At least 1 hour.')
    .max(sessionHours.most, 'At most 8,760 hours, which is a year.'),
  /** How long a session lasts without being used; it is remembered to five minutes. */
  idleMinutes: z
    .number()
    .int('Write a whole number.')
    .min(idleMinutes.least, 'At least 15 minutes.')
    .max(idleMinutes.most, 'At most 129,600 minutes, which is 90 days.'),
  /** Domains of the addresses to which people may be invited; empty: any. Subdomains are domains of their own. */
  emailDomains: z.array(EmailDomain).max(100, 'At most 100 domains.'),
};

export const SignInSettings = z.object({ ...fields, emailDomains: z.array(z.string()), updatedAt: Timestamp });
export type SignInSettings = z.infer<typeof SignInSettings>;

/** Only what is named changes. */
export const ChangeSignInSettings = z.strictObject(fields).partial();
export type ChangeSignInSettings = z.infer<typeof ChangeSignInSettings>;

export const signInSettingsApi = {
  read: route('GET', '/sign-in-settings', {
    summary: 'Read how people sign in to this desk.',
    allow: 'roles:manage',
    response: SignInSettings,
    versioned: true,
  }),
  change: route('PATCH', '/sign-in-settings', {
    summary: 'Change how people sign in to this desk; sessions that are too old by the new rules end at once.',
    allow: 'roles:manage',
    body: ChangeSignInSettings,
    response: SignInSettings,
    versioned: true,
  }),
};
