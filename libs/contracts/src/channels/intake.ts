import { z } from 'zod';
import { FATES } from '../choices.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { SenderCheck } from '../cases/feed.ts';
import { Network } from '../social/social-account.ts';

/** What became of an inbound thing. `waiting`: it is safe, and its turn comes. */
export const Fate = z.enum(FATES);
export type Fate = z.infer<typeof Fate>;

/** The account on a network that something came to; null: it came by mail or by a page. */
const IntakeAccount = z.object({ id: Id, network: Network, handle: z.string(), name: z.string() }).nullable();

export const IntakeItem = z.object({
  id: Id,
  /** Where it came from: smtp, imap:support@larkspur.example, web-form, x:7, facebook:8 … */
  source: z.string(),
  externalId: z.string(),
  receivedAt: Timestamp,
  fate: Fate,
  reason: z.string(),
  /** The case it became part of, or is suggested for when held. */
  caseId: Id.nullable(),
  messageId: Id.nullable(),
  mailbox: z.object({ id: Id, address: z.string() }).nullable(),
  account: IntakeAccount,
  from: z.string(),
  subject: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  attempts: z.number().int(),
  sender: SenderCheck.nullable(),
});
export type IntakeItem = z.infer<typeof IntakeItem>;

/** The balance of one mailbox, or account, and day: seen = waiting + message + duplicate + held + suppressed + failed. */
export const IntakeBalance = z.object({
  day: z.string(),
  mailbox: z.object({ id: Id, address: z.string() }).nullable(),
  account: IntakeAccount,
  seen: z.number().int(),
  waiting: z.number().int(),
  message: z.number().int(),
  duplicate: z.number().int(),
  held: z.number().int(),
  suppressed: z.number().int(),
  failed: z.number().int(),
});
export type IntakeBalance = z.infer<typeof IntakeBalance>;

const intakeParams = z.object({ intakeId: IdParam });

export const intakeApi = {
  list: route('GET', '/intake', {
    summary: 'List what arrived, the newest first, with its fate and the reason.',
    allow: 'intake:view',
    query: PageQuery.extend({
      fate: Fate.optional(),
      mailboxId: IdParam.optional(),
      socialAccountId: IdParam.optional(),
      caseId: IdParam.optional(),
      day: z.iso.date().optional(),
    }),
    response: pageOf(IntakeItem),
  }),
  balance: route('GET', '/intake/balance', {
    summary: 'The balance per mailbox and day (UTC).',
    allow: 'intake:view',
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(14) }),
    response: z.object({ items: z.array(IntakeBalance) }),
  }),
  get: route('GET', '/intake/:intakeId', {
    summary: 'Read one intake item.',
    allow: 'intake:view',
    params: intakeParams,
    response: IntakeItem,
  }),
  raw: route('GET', '/intake/:intakeId/raw', {
    summary: 'Download the bytes as they were received.',
    allow: 'intake:view',
    params: intakeParams,
    bytes: 'response',
  }),
  run: route('POST', '/intake/:intakeId/run', {
    summary: 'Run an item again that is failed, held or suppressed.',
    allow: 'intake:manage',
    params: intakeParams,
    response: IntakeItem,
    status: 202,
  }),
  accept: route('POST', '/intake/:intakeId/accept', {
    summary: 'Accept a held item: into the case it is suggested for, or as a case of its own.',
    allow: 'cases:update',
    params: intakeParams,
    body: z.object({ into: z.enum(['suggested-case', 'new-case']) }),
    response: IntakeItem,
  }),
  dismiss: route('POST', '/intake/:intakeId/dismiss', {
    summary: 'Dismiss a held item: it stays in the ledger as suppressed.',
    allow: 'cases:update',
    params: intakeParams,
    response: IntakeItem,
  }),
};

export const intakeEvents = {
  'intake.settled': z.object({ intakeId: Id, fate: Fate, caseId: Id.nullable() }),
} as const;
