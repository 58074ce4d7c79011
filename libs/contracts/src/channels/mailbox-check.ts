import { z } from 'zod';
import { EmailAddress, Id, Timestamp } from '../ids.ts';
import { ImapSettings, ServerPassword, SmtpSettings } from './mail-servers.ts';

/** What is tried. A password that is not named is the kept one of `mailboxId`, for the same server only. */
export const CheckMailbox = z.object({
  mailboxId: Id.optional(),
  address: EmailAddress,
  imap: ImapSettings.extend({ password: ServerPassword.optional() }).nullable().default(null),
  /** `desk`: the server that the desk itself sends through. */
  smtp: z
    .union([z.literal('desk'), SmtpSettings.extend({ password: ServerPassword.optional() })])
    .nullable()
    .default(null),
});
export type CheckMailbox = z.infer<typeof CheckMailbox>;

/** The steps of each side, in their order; IMAP ends with the folder, SMTP with the sender. */
export const CheckStepName = z.enum(['name', 'connect', 'encryption', 'sign-in', 'folder', 'sender']);
export type CheckStepName = z.infer<typeof CheckStepName>;

/** Everything that a step can find. */
export const CheckFinding = z.enum([
  'name-unknown',
  'name-forbidden',
  'refused',
  'no-answer',
  'unreachable',
  'hung-up',
  'other-service',
  'not-welcome',
  'plain-port',
  'encrypted-port',
  'not-encrypted',
  'no-starttls',
  'certificate-expired',
  'certificate-early',
  'certificate-name',
  'certificate-self-signed',
  'certificate-unknown',
  'encryption-failed',
  'password-missing',
  'password-wrong',
  'app-password',
  'sign-in-demanded',
  'sign-in-not-offered',
  'folder-missing',
  'sender-refused',
  'said',
]);
export type CheckFinding = z.infer<typeof CheckFinding>;

export const CheckStep = z.object({
  side: z.enum(['imap', 'smtp']),
  step: CheckStepName,
  state: z.enum(['ok', 'warning', 'failed', 'skipped']),
  /** How long it took, in milliseconds. */
  ms: z.number().int(),
  /** What was found where all is not well; null otherwise. */
  finding: CheckFinding.nullable(),
  /** What is wrong and what to do, in a sentence or two; or what was found, e.g. the version of TLS. */
  message: z.string(),
  /** What the sentence names: host, port, folder, said … */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CheckStep = z.infer<typeof CheckStep>;

/** What is in the folder that mail will be fetched from. */
export const FolderFacts = z.object({
  path: z.string(),
  messages: z.number().int(),
  oldestAt: Timestamp.nullable(),
  newestAt: Timestamp.nullable(),
  /** How many mails an import of so many days would bring. */
  within: z.array(z.object({ days: z.number().int(), messages: z.number().int() })),
});
export type FolderFacts = z.infer<typeof FolderFacts>;

export const MailboxCheck = z.object({
  /** Nothing failed. */
  ok: z.boolean(),
  steps: z.array(CheckStep),
  /** The folders of the mailbox, at most 200; empty when nobody could sign in. */
  folders: z.array(z.string()),
  folder: FolderFacts.nullable(),
});
export type MailboxCheck = z.infer<typeof MailboxCheck>;
