import { z } from 'zod';

const Host = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Write the name of the ${what} server.`)
    .max(255, 'At most 255 characters.')
    .regex(/^[A-Za-z0-9._:-]+$/, 'Write only the name of the server, such as mail.example.com.');

const Port = z
  .number({ error: 'Write a port number.' })
  .int('Write a port number.')
  .min(1, 'A port is between 1 and 65535.')
  .max(65535, 'A port is between 1 and 65535.');

/** Written, never read back. */
export const ServerPassword = z.string().max(500, 'At most 500 characters.');

export const ImapSettings = z.object({
  host: Host('IMAP'),
  port: Port.default(993),
  /** Encrypted from the first byte; otherwise from the moment that the server offers it. */
  tls: z.boolean().default(true),
  user: z.string().min(1, 'Write the user name.').max(255, 'At most 255 characters.'),
  folder: z.string().min(1, 'Write the name of the folder.').max(255, 'At most 255 characters.').default('INBOX'),
  /** What the first connection imports: nothing (0), the mail of the last N days, or everything (null). */
  importDays: z.number().int().min(0).max(3650, 'At most ten years.').nullable().default(0),
});
export type ImapSettings = z.infer<typeof ImapSettings>;

/** How a connection to an SMTP server is encrypted: from the first byte, on demand but always, or not at all. */
export const SmtpTls = z.enum(['implicit', 'starttls', 'none']);
export type SmtpTls = z.infer<typeof SmtpTls>;

/** A server of the mailbox's own that takes what it sends. */
export const SmtpSettings = z.object({
  host: Host('SMTP'),
  port: Port.default(587),
  tls: SmtpTls.default('starttls'),
  /** Empty: the server takes mail from this desk without a sign-in. */
  user: z.string().max(255, 'At most 255 characters.').default(''),
});
export type SmtpSettings = z.infer<typeof SmtpSettings>;
