import type { ActorStamp, AutomaticKind, MailAddress, MessagePurpose, SenderCheck } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something said between customer and company on a channel. */
@Entity('messages')
export class MessageEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bigint', { name: 'case_id' })
  caseId!: number;

  @Column('integer')
  sequence!: number;

  @Column('text')
  direction!: 'in' | 'out';

  @Column('text', { default: 'message' })
  purpose!: MessagePurpose;

  @Column('text', { default: 'email' })
  channel!: string;

  @Column('text', { default: '' })
  subject!: string;

  @Column('text', { default: '' })
  text!: string;

  /** Characters of `text` that are new; what follows is quoted history and signatures. */
  @Column('integer', { name: 'visible_length', default: 0 })
  visibleLength!: number;

  /** As it came, for inbound mail; as sent, for ours. Never shown without being sanitised. */
  @Column('text', { nullable: true })
  html!: string | null;

  @Column('text', { name: 'safe_html', nullable: true })
  safeHtml!: string | null;

  /** The version of the rules that made `safeHtml`; 0 when it was not made yet. */
  @Column('smallint', { name: 'safe_version', default: 0 })
  safeVersion!: number;

  @Column('boolean', { name: 'has_remote_images', default: false })
  hasRemoteImages!: boolean;

  @Column('text', { name: 'from_name', default: '' })
  fromName!: string;

  @Column('text', { name: 'from_address', default: '' })
  fromAddress!: string;

  @Column('jsonb', { name: 'recipients_to', default: [] })
  to!: MailAddress[];

  @Column('jsonb', { name: 'recipients_cc', default: [] })
  cc!: MailAddress[];

  /** Empty for mail that came in. */
  @Column('jsonb', { name: 'recipients_bcc', default: [] })
  bcc!: MailAddress[];

  /** Without angle brackets. */
  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('text', { name: 'in_reply_to', nullable: true })
  inReplyTo!: string | null;

  @Column('text', { name: 'reference_ids', array: true, default: [] })
  references!: string[];

  @Column('text', { nullable: true })
  automatic!: AutomaticKind | null;

  @Column('jsonb', { nullable: true })
  sender!: SenderCheck | null;

  @Column('jsonb', { default: [] })
  notices!: string[];

  @Column('jsonb', { nullable: true })
  author!: ActorStamp | null;

  @Column('bigint', { name: 'user_id', nullable: true })
  userId!: number | null;

  @Column('bigint', { name: 'customer_id', nullable: true })
  customerId!: number | null;

  @Column('bigint', { name: 'intake_id', nullable: true })
  intakeId!: number | null;

  /** Where it belongs when no merge had taken it elsewhere; null: where it is. */
  @Column('bigint', { name: 'home_case_id', nullable: true })
  homeCaseId!: number | null;

  /** The customer's portal does not show it. */
  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt!: Date | null;

  @Column('bigint', { name: 'hidden_by', nullable: true })
  hiddenBy!: number | null;

  /** The content is gone. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  @Column('bigint', { name: 'erased_by', nullable: true })
  erasedBy!: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
