import { z } from 'zod';
import { EmailAddress } from '../ids.ts';
import { CaseAccess, Permission } from '../permissions.ts';
import { route } from '../route.ts';
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
  realtimeUrl: z.string(),
});
export type Session = z.infer<typeof Session>;

export const ChangePassword = z.object({
  current: z.string().min(1, 'Write your current password.').max(200),
  next: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const sessionApi = {
  signIn: route('POST', '/session', {
    summary: 'Sign in and receive the session cookie.',
    allow: 'public',
    body: SignIn,
    response: Session,
    status: 201,
  }),
  whoAmI: route('GET', '/session', { summary: 'Say who I am.', allow: 'signed-in', response: Session }),
  signOut: route('DELETE', '/session', { summary: 'End this session.', allow: 'public' }),
  changePassword: route('PUT', '/session/password', {
    summary: 'Change my password; every other session of mine ends.',
    allow: 'signed-in',
    body: ChangePassword,
  }),
};
