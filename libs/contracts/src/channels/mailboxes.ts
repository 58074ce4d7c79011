import { z } from 'zod';
import { EmailAddress, Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { CheckMailbox, MailboxCheck } from './mailbox-check.ts';
import { ImapSettings, ServerPassword, SmtpSettings } from './mail-servers.ts';

export const MailboxState = z.enum(['ok', 'connecting', 'trouble', 'paused']);
export type MailboxState = z.infer<typeof MailboxState>;

/** Whether customers are asked after a case of it was resolved: as its brand does, in any case, or not at all. */
export const MailboxSurvey = z.enum(['as-brand', 'send', 'never']);
export type MailboxSurvey = z.infer<typeof MailboxSurvey>;

/** How far the import of what was there before has come, in mails. */
export const ImportProgress = z.object({ done: z.number().int(), total: z.number().int() });
export type ImportProgress = z.infer<typeof ImportProgress>;

export const Mailbox = z.object({
  id: Id,
  brand: z.object({ id: Id, name: z.string() }),
  address: z.string(),
  name: z.string(),
  /** Null: mail comes in through this desk's own SMTP receiver. */
  imap: ImapSettings.nullable(),
  /** Null: mail leaves through the desk's own server. */
  smtp: SmtpSettings.nullable(),
  groupId: Id.nullable(),
  autoAcknowledge: z.boolean(),
  survey: MailboxSurvey,
  /** How many hours after, where it is sent in any case; null: as the brand has it. */
  surveyAfterHours: z.number().int().nullable(),
  enabled: z.boolean(),
  /** What the brand's answers come from where a case has no other mailbox. */
  isDefault: z.boolean(),
  state: MailboxState,
  stateReason: z.string(),
  /** Why its own outbound server cannot be used at present; empty while it can. */
  sendingTrouble: z.string(),
  /** Null: nothing was imported. */
  imported: ImportProgress.nullable(),
  lastReceivedAt: Timestamp.nullable(),
  /** Who changed its settings last; null: nobody since it was added. */
  changed: z.object({ at: Timestamp, by: z.string() }).nullable(),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** `password` is written, never read back. */
const imap = ImapSettings.extend({ password: ServerPassword.optional() }).nullable();
const smtp = SmtpSettings.extend({ password: ServerPassword.optional() }).nullable();

const surveyAfterHours = z
  .number('Give a whole number of hours.')
  .int('Give a whole number of hours.')
  .min(0, 'At least 0 hours.')
  .max(720, 'At most 720 hours.')
  .nullable();

const Fields = z.object({
  brandId: Id,
  address: EmailAddress,
  name: z.string().trim().min(1, 'Write the name that customers see.').max(100, 'At most 100 characters.'),
  imap: imap.default(null),
  groupId: Id.nullable().default(null),
  autoAcknowledge: z.boolean().default(false),
  survey: MailboxSurvey.default('as-brand'),
  surveyAfterHours: surveyAfterHours.default(null),
  enabled: z.boolean().default(true),
});

export const CreateMailbox = Fields.extend({ smtp: smtp.optional() });
export type CreateMailbox = z.infer<typeof CreateMailbox>;

/** Only what is named changes. */
export const UpdateMailbox = z.object({
  name: Fields.shape.name.optional(),
  imap: imap.optional(),
  smtp: smtp.optional(),
  groupId: Id.nullable().optional(),
  autoAcknowledge: z.boolean().optional(),
  survey: MailboxSurvey.optional(),
  surveyAfterHours: surveyAfterHours.optional(),
  enabled: z.boolean().optional(),
});
export type UpdateMailbox = z.infer<typeof UpdateMailbox>;

/** A mail from a mailbox to itself. */
export const MailboxTest = z.object({
  sentAt: Timestamp,
  /** What the server said when it did not take the mail; empty: it took it. */
  refusal: z.string(),
  /** When it came back; null: not yet. */
  returnedAt: Timestamp.nullable(),
});
export type MailboxTest = z.infer<typeof MailboxTest>;

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
  remove: route('DELETE', '/mailboxes/:mailboxId', {
    summary: 'Delete a mailbox; its cases stay, and another mailbox of the brand answers for them.',
    allow: 'mailboxes:manage',
    params: mailboxParams,
    query: z.object({
      /** What answers for its cases from now on; without it, the brand's default mailbox. */
      casesTo: IdParam.optional(),
    }),
  }),
  check: route('POST', '/mailboxes/check', {
    summary:
      'Try mail servers step by step and say what is wrong; with `Accept: application/x-ndjson` each step is a line as soon as it is known, and the last line is the whole answer.',
    allow: 'mailboxes:manage',
    body: CheckMailbox,
    response: MailboxCheck,
    idempotent: false,
  }),
  test: route('POST', '/mailboxes/:mailboxId/test', {
    summary: 'Send a mail from a mailbox to itself.',
    allow: 'mailboxes:manage',
    params: mailboxParams,
    response: MailboxTest,
  }),
  testResult: route('GET', '/mailboxes/:mailboxId/test', {
    summary: 'Say whether the latest test mail of a mailbox has come back.',
    allow: 'mailboxes:view',
    params: mailboxParams,
    response: z.object({ test: MailboxTest.nullable() }),
  }),
};
