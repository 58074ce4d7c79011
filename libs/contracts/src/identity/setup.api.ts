import { z } from 'zod';
import { EmailAddress } from '../ids.ts';
import { route } from '../route.ts';
import { Password, Session } from './session.api.ts';

export const SetUpDesk = z.object({
  setupToken: z.string().min(1, 'Open the set-up page with the link that the start printed.').max(100),
  name: z.string().trim().min(1, 'Write your name.').max(100),
  email: EmailAddress,
  password: Password,
  company: z.string().trim().min(1, 'Write the name of your company.').max(100),
  mailbox: EmailAddress,
});
export type SetUpDesk = z.infer<typeof SetUpDesk>;

export const setupApi = {
  state: route('GET', '/setup', {
    summary: 'Say whether this desk still waits for its first administrator.',
    allow: 'public',
    response: z.object({ needed: z.boolean() }),
  }),
  run: route('POST', '/setup', {
    summary: 'Create the first administrator, brand and mailbox of an empty desk.',
    allow: 'public',
    body: SetUpDesk,
    response: Session,
    status: 201,
  }),
};
