import { z } from 'zod';
import { QuotingStyle } from './people.ts';

const Attachment = z.object({
  fileName: z.string().min(1).max(1000),
  contentType: z.string().optional(),
  base64: z.base64(),
  /** Content-ID: makes it an inline image that the HTML shows with cid:… */
  cid: z.string().optional(),
});

const Recipients = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().join(', '))
  .refine((list) => list.includes('@'), 'Name at least one recipient, like support@larkspur.example.');

const shared = {
  text: z.string().default(''),
  html: z.string().optional(),
  cc: Recipients.optional(),
  attachments: z.array(Attachment).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  /** Fixed for a test that wants to send the same Message-ID twice. */
  messageId: z.string().optional(),
  /** Someone else pretends to be this person: no signature, and an envelope of a foreign domain. */
  forged: z.boolean().default(false),
};

/** A new mail by a customer. */
export const CustomerMail = z.object({
  ...shared,
  to: Recipients,
  subject: z.string().default(''),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).optional(),
});
export type CustomerMail = z.infer<typeof CustomerMail>;
export type CustomerMailInput = z.input<typeof CustomerMail>;

/** An answer to a mail in the customer's mailbox; subject, recipient and threading headers come from that mail. */
export const CustomerReply = z.object({
  ...shared,
  subject: z.string().optional(),
  to: Recipients.optional(),
  quoting: QuotingStyle.optional(),
});
export type CustomerReply = z.infer<typeof CustomerReply>;
export type CustomerReplyInput = z.input<typeof CustomerReply>;

/** These bytes with this envelope; `from` '' is the null sender. */
export const RawMail = z.object({
  from: z.union([z.literal(''), z.email()]),
  to: z.union([z.email(), z.array(z.email()).min(1)]).transform((given) => [given].flat()),
  raw: z.base64().transform((base64) => Buffer.from(base64, 'base64')),
});
export type RawMail = z.infer<typeof RawMail>;

export type SentMail = {
  /** In the sender's mailbox; null for raw submissions of nobody known here. */
  id: string | null;
  messageId: string;
  /** The desk's last words, like "250 OK". */
  response: string;
};
