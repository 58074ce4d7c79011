import { z } from 'zod';
import { EmailAddress, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { Password } from './session.api.ts';

/** What the link in a mail ends with. It is sent in bodies only: addresses of requests are written into logs. */
const token = z.string().max(200);

export const OpenLink = z.object({ token });

/** Whom a link is for, and until when. */
export const LinkOwner = z.object({ name: z.string(), email: z.string(), expiresAt: Timestamp });
export type LinkOwner = z.infer<typeof LinkOwner>;

export const AcceptInvitation = z.object({
  token,
  name: z.string().trim().min(1, 'Write your name.').max(100, 'At most 100 characters.'),
  password: Password,
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const ResetPassword = z.object({ token, password: Password });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const invitationsApi = {
  look: route('POST', '/invitations/look', {
    summary: 'Say whom an invitation is for.',
    allow: 'public',
    body: OpenLink,
    response: LinkOwner,
  }),
  accept: route('POST', '/invitations/accept', {
    summary: 'Accept an invitation: choose name and password, then sign in.',
    allow: 'public',
    body: AcceptInvitation,
  }),
};

export const passwordResetsApi = {
  request: route('POST', '/password-resets', {
    summary: 'Ask for a link to set a new password, good for one hour. The answer is the same for every address.',
    allow: 'public',
    body: z.object({ email: EmailAddress }),
    status: 202,
  }),
  look: route('POST', '/password-resets/look', {
    summary: 'Say whose password a link sets.',
    allow: 'public',
    body: OpenLink,
    response: LinkOwner,
  }),
  complete: route('POST', '/password-resets/complete', {
    summary: 'Set a new password with a link; all sessions of the user and all other links end.',
    allow: 'public',
    body: ResetPassword,
  }),
};
