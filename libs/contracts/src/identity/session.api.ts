import { z } from 'zod';
import { EmailAddress, Id, IdParam, Timestamp } from '../ids.ts';
import { CaseAccess, Permission } from '../permissions.ts';
import { route } from '../route.ts';
import { Preferences } from './preferences.ts';
import { TwoFactorCode } from './two-factor.ts';
import { User } from './user.ts';
import { isWellKnownPassword } from './well-known-passwords.ts';

export const Password = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.')
  .refine((password) => !isWellKnownPassword(password), { message: 'Everybody knows this one; choose another.' });

export const SignIn = z.object({ email: EmailAddress, password: z.string().min(1, 'Write your password.').max(200) });
export type SignIn = z.infer<typeof SignIn>;

export const Session = z.object({
  user: User,
  permissions: z.array(Permission),
  access: CaseAccess,
  /** Whether I sign in with a second factor, and whether my role demands it: then nothing else is open until I do. */
  twoFactor: z.object({ enabled: z.boolean(), required: z.boolean() }),
  /** Whether I take new cases. */
  available: z.boolean(),
  preferences: Preferences,
  realtimeUrl: z.string(),
});
export type Session = z.infer<typeof Session>;

export const ChangePassword = z.object({
  current: z.string().min(1, 'Write your current password.').max(200),
  next: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** The second step of a sign-in: the challenge of the first, and a code of the authenticator or a recovery code. */
export const SignInWithCode = z.object({ challenge: z.string().min(1).max(100), code: TwoFactorCode });
export type SignInWithCode = z.infer<typeof SignInWithCode>;

/** What 401 session.code-required carries: the first step is done, the second is due by then. */
export const SignInChallenge = z.object({ challenge: z.string(), expiresAt: Timestamp });
export type SignInChallenge = z.infer<typeof SignInChallenge>;

/** A browser that is signed in. */
export const SessionSummary = z.object({
  id: Id,
  createdAt: Timestamp,
  /** To five minutes. */
  lastSeenAt: Timestamp,
  expiresAt: Timestamp,
  userAgent: z.string(),
  /** Where it was last used from: an IPv4 address, or the /64 of an IPv6 one. */
  network: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

const Sessions = z.object({ items: z.array(SessionSummary) });

export const sessionApi = {
  signIn: route('POST', '/session', {
    summary:
      'Sign in and receive the session cookie, or 401 session.code-required with a challenge for the second step.',
    allow: 'public',
    body: SignIn,
    response: Session,
    status: 201,
  }),
  signInWithCode: route('POST', '/session/code', {
    summary: 'Finish a sign-in with a code of the second factor.',
    allow: 'public',
    body: SignInWithCode,
    response: Session,
    status: 201,
  }),
  whoAmI: route('GET', '/session', {
    summary: 'Say who I am.',
    allow: 'signed-in',
    beforeTwoFactor: true,
    response: Session,
  }),
  signOut: route('DELETE', '/session', { summary: 'End this session.', allow: 'public' }),
  changePassword: route('PUT', '/session/password', {
    summary: 'Change my password; every other session of mine ends.',
    allow: 'signed-in',
    beforeTwoFactor: true,
    body: ChangePassword,
  }),
  list: route('GET', '/sessions', {
    summary: 'List the browsers that I am signed in with, latest use first.',
    allow: 'signed-in',
    response: Sessions,
  }),
  end: route('DELETE', '/sessions/:sessionId', {
    summary: 'End one of my sessions.',
    allow: 'signed-in',
    params: z.object({ sessionId: IdParam }),
  }),
  endOthers: route('DELETE', '/sessions', {
    summary: 'End all of my sessions but this one.',
    allow: 'signed-in',
    response: z.object({ ended: z.number().int() }),
  }),
  listOf: route('GET', '/users/:userId/sessions', {
    summary: 'List the sessions of a user.',
    allow: 'users:manage',
    params: z.object({ userId: IdParam }),
    response: Sessions,
  }),
  endOneOf: route('DELETE', '/users/:userId/sessions/:sessionId', {
    summary: 'End a session of a user.',
    allow: 'users:manage',
    params: z.object({ userId: IdParam, sessionId: IdParam }),
  }),
  endAllOf: route('DELETE', '/users/:userId/sessions', {
    summary: 'End all sessions of a user.',
    allow: 'users:manage',
    params: z.object({ userId: IdParam }),
    response: z.object({ ended: z.number().int() }),
  }),
};
