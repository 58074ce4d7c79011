import type { Fate, SenderCheck } from '@bureau/contracts';
import type { Form } from '../social/in/read/unit.ts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What the outside said about a mail besides its bytes. */
export interface MailEnvelope {
  /** MAIL FROM; empty for the null sender, null for fetched mail. */
  from: string | null;
  recipients: string[];
  /** Address and name of the client that handed it over; null for fetched mail. */
  ip: string | null;
  helo: string | null;
  /** IMAP only: where it was found. */
  folder?: string;
  uid?: number;
  uidValidity?: string;
  /** IMAP only: it was there before the mailbox was first connected, so nobody answers it by itself. */
  imported?: boolean;
  /** X and Facebook only: where in the bytes the unit stands, and how it is to be read. */
  social?: { form: Form; pointer: string };
}

/** One inbound thing as it arrived, and what became of it. */
@Entity('intake_items')
export class IntakeItemEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  source!: string;

  /** Unique within the source. */
  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('bigint', { name: 'mailbox_id', nullable: true })
  mailboxId!: number | null;

  /** The account of X or Facebook that it came to. */
  @Column('bigint', { name: 'social_account_id', nullable: true })
  socialAccountId!: number | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('jsonb')
  envelope!: MailEnvelope;

  @Column('text', { name: 'raw_sha256' })
  rawSha256!: string;

  /** Bytes. */
  @Column('bigint')
  size!: number;

  @Column('text', { default: 'waiting' })
  fate!: Fate;

  @Column('text', { default: '' })
  reason!: string;

  /** The case it became part of; for a held item the one it is suggested for. */
  @Column('bigint', { name: 'case_id', nullable: true })
  caseId!: number | null;

  /** Where it belongs when no merge had taken it elsewhere; null: where it is. */
  @Column('bigint', { name: 'home_case_id', nullable: true })
  homeCaseId!: number | null;

  @Column('bigint', { name: 'message_id', nullable: true })
  messageId!: number | null;

  /** The Message-ID header, without angle brackets. */
  @Column('text', { name: 'mail_message_id', nullable: true })
  mailMessageId!: string | null;

  /** SHA-256 over what the mail says, whatever way it came. */
  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

  @Column('text', { name: 'from_address', default: '' })
  fromAddress!: string;

  @Column('text', { default: '' })
  subject!: string;

  @Column('jsonb', { nullable: true })
  sender!: SenderCheck | null;

  /** Whom an automatic answer may go to (RFC 3834 §2); null: nobody. */
  @Column('text', { name: 'answer_to', nullable: true })
  answerTo!: string | null;

  /** «Name: value» of each line that the desk reads; business rules ask for them. */
  @Column('jsonb', { default: [] })
  headers!: string[];

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('boolean', { default: false })
  demo!: boolean;
}
