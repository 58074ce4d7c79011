import { z } from 'zod';
import { EmailAddress, Id, Timestamp } from '../ids.ts';
import { CustomFieldInput } from '../custom-fields/custom-field.ts';
import { CaseStatus, Channel } from './case.ts';
import { ReplyOnNetwork } from '../social/social-post.ts';
import { ExternalId, LabelChoice, Language } from './update-case.ts';

/** Whom a new case is for, by an address that the customer has or will have from now on. */
const NewCaseCustomer = z.object({ address: EmailAddress, name: z.string().trim().max(200).default('') });

/** Where the company can speak first. */
const SENDABLE: Channel[] = ['email', 'twitter', 'facebook'];

/** A case and its first message. Name the customer by address or by id, the brand by itself or by one of its mailboxes. */
export const OpenCase = z
  .object({
    subject: z.string().trim().min(1, 'Write a subject.').max(500, 'At most 500 characters.'),
    text: z.string().trim().min(1, 'Write the message.').max(500_000, 'At most 500,000 characters.'),
    html: z.string().max(1_000_000).optional(),
    /** `out`: what the company said. It is written down, and sent when `send` says so. */
    direction: z.enum(['in', 'out']).default('in'),
    /**
     * Sends what the company said to the customer, by e-mail or as a private message on X or Facebook as `channel` says;
     * needs cases:reply, and can be taken back like a reply.
     */
    send: z.boolean().default(false),
    /** How it is sent on a network. */
    post: ReplyOnNetwork.optional(),
    channel: Channel.default('email'),
    customer: NewCaseCustomer.optional(),
    customerId: Id.optional(),
    mailboxId: Id.optional(),
    brandId: Id.optional(),
    priority: z.number().int().min(1).max(10).default(4),
    status: CaseStatus.default('new'),
    assigneeId: Id.nullable().default(null),
    /** The group of the mailbox by default. */
    groupId: Id.nullable().optional(),
    description: z.string().max(20_000, 'At most 20,000 characters.').default(''),
    language: Language.nullable().default(null),
    externalId: ExternalId.nullable().default(null),
    labels: z.array(LabelChoice).max(100).default([]),
    customFields: CustomFieldInput.default({}),
    uploadIds: z.array(Id).max(50).default([]),
    /** When it was said, for what comes from elsewhere; now by default. */
    createdAt: Timestamp.optional(),
    /** Business rules are not to run because of this write. */
    suppressRules: z.boolean().default(false),
  })
  .refine(({ customer, customerId }) => (customer === undefined) !== (customerId === undefined), {
    message: 'Name the customer by address, or by id.',
    path: ['customer'],
  })
  .refine(({ send, direction, channel }) => !send || (direction === 'out' && SENDABLE.includes(channel)), {
    message: 'Only what the company says by e-mail, on X or on Facebook (direction: out) can be sent.',
    path: ['send'],
  });
export type OpenCase = z.infer<typeof OpenCase>;
