import { z } from 'zod';
import { EmailAddress, Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';

export const ImapSettings = z.object({
  host: z.string().trim().min(1, 'Write the name of the IMAP server.').max(255),
  port: z.number().int().min(1).max(65535).default(993),
  tls: z.boolean().default(true),
  user: z.string().min(1, 'Write the user name.').max(255),
  folder: z.string().min(1).max(255).default('INBOX'),
  /** What the first connection imports: nothing, or the mail of the last N days. */
  importDays: z.number().int().min(0).max(365).default(0),
});
export type ImapSettings = z.infer<typeof ImapSettings>;

export const MailboxState = z.enum(['ok', 'connecting', 'trouble', 'paused']);
export type MailboxState = z.infer<typeof MailboxState>;

export const Mailbox = z.object({
  id: Id,
  brand: z.object({ id: Id, name: z.string() }),
  address: z.string(),
  name: z.string(),
  /** Null: mail comes in through this desk's own SMTP receiver. */
  imap: ImapSettings.nullable(),
  groupId: Id.nullable(),
  autoAcknowledge: z.boolean(),
  enabled: z.boolean(),
  state: MailboxState,
  stateReason: z.string(),
  lastReceivedAt: Timestamp.nullable(),
});
export type Mailbox = z.infer<typeof Mailbox>;

const Fields = z.object({
  brandId: Id,
  address: EmailAddress,
  name: z.string().trim().min(1, 'Write the name that customers see.').max(100),
  /** `password` is written, never read back. */
  imap: ImapSettings.extend({ password: z.string().max(500).optional() })
    .nullable()
    .default(null),
  groupId: Id.nullable().default(null),
  autoAcknowledge: z.boolean().default(false),
  enabled: z.boolean().default(true),
});

export const CreateMailbox = Fields;
export type CreateMailbox = z.infer<typeof CreateMailbox>;

export const UpdateMailbox = z.object({
  name: Fields.shape.name.optional(),
  imap: ImapSettings.extend({ password: z.string().max(500).optional() })
    .nullable()
    .optional(),
  groupId: Id.nullable().optional(),
  autoAcknowledge: z.boolean().optional(),
  enabled: z.boolean().optional(),
});
export type UpdateMailbox = z.infer<typeof UpdateMailbox>;

const mailboxParams = z.object({ mailboxId: IdParam });

export const mailboxesApi = {
  list: route('GET', '/mailboxes', {
    summary: 'List the mailboxes and how they are.',
    allow: 'mailboxes:view',
    response: z.object({ items: z.array(Mailbox) }),
  }),
  create: route('POST', '/mailboxes', {
    summary: 'Add a mailbox.',
    allow: 'mailboxes:manage',
    body: CreateMailbox,
    response: Mailbox,
    status: 201,
  }),
  update: route('PATCH', '/mailboxes/:mailboxId', {
    summary: 'Change a mailbox.',
    allow: 'mailboxes:manage',
    params: mailboxParams,
    body: UpdateMailbox,
    response: Mailbox,
  }),
};
