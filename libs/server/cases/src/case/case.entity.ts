import type { CaseStatus, Channel, RatingType, RouteStatus } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A customer's request and everything said and done about it. */
@Entity('cases')
export class CaseEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bigint', { name: 'brand_id' })
  brandId!: number;

  /** Where the customer wrote to, and where answers come from. */
  @Column('bigint', { name: 'mailbox_id', nullable: true })
  mailboxId!: number | null;

  @Column('bigint', { name: 'customer_id' })
  customerId!: number;

  @Column('text')
  subject!: string;

  /** The beginning of the latest message, at most 200 characters. */
  @Column('text', { default: '' })
  excerpt!: string;

  @Column('text', { default: 'new' })
  status!: CaseStatus;

  /** 1 (lowest) to 10. */
  @Column('smallint', { default: 4 })
  priority!: number;

  @Column('text', { default: 'email' })
  channel!: Channel;

  @Column('bigint', { name: 'assignee_id', nullable: true })
  assigneeId!: number | null;

  @Column('bigint', { name: 'group_id', nullable: true })
  groupId!: number | null;

  /** Grows by one with every item of the feed. */
  @Column('integer', { default: 0 })
  sequence!: number;

  /** Since when the customer waits; null when it is the customer's turn. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince!: Date | null;

  @Column('boolean', { name: 'delivery_trouble', default: false })
  deliveryTrouble!: boolean;

  /** The closed case that this one continues. */
  @Column('bigint', { name: 'continues_case_id', nullable: true })
  continuesCaseId!: number | null;

  @Column('bigint', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: number | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('text', { default: '' })
  description!: string;

  /** Two letters, perhaps with a country: de, en_us. */
  @Column('text', { nullable: true })
  language!: string | null;

  /** In the order in which they were applied. */
  @Column('bigint', { name: 'label_ids', array: true, default: [] })
  labelIds!: number[];

  @Column('jsonb', { name: 'custom_fields', default: {} })
  customFields!: Record<string, unknown>;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('timestamptz', { name: 'replied_at', nullable: true })
  repliedAt!: Date | null;

  /** The latest change that a person can see. */
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  /** When an agent last opened it to work on it. */
  @Column('timestamptz', { name: 'worked_at', nullable: true })
  workedAt!: Date | null;

  @Column('text', { name: 'route_status', nullable: true })
  routeStatus!: RouteStatus | null;

  @Column('bigint', { name: 'locked_by', nullable: true })
  lockedBy!: number | null;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'snoozed_at', nullable: true })
  snoozedAt!: Date | null;

  /** Null while snoozed: until the customer writes. */
  @Column('timestamptz', { name: 'snoozed_until', nullable: true })
  snoozedUntil!: Date | null;

  @Column('timestamptz', { name: 'spam_at', nullable: true })
  spamAt!: Date | null;

  @Column('integer', { name: 'inbound_count', default: 0 })
  inboundCount!: number;

  @Column('integer', { name: 'outbound_count', default: 0 })
  outboundCount!: number;

  @Column('integer', { name: 'note_count', default: 0 })
  noteCount!: number;

  @Column('integer', { name: 'attachment_count', default: 0 })
  attachmentCount!: number;

  @Column('timestamptz', { name: 'first_opened_at', nullable: true })
  firstOpenedAt!: Date | null;

  @Column('timestamptz', { name: 'first_resolved_at', nullable: true })
  firstResolvedAt!: Date | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** Counted by the database. */
  @Column('integer', { name: 'resolution_count', default: 0 })
  resolutionCount!: number;

  /** What the customer last said of what was done: 0 to 3, on which scale, and when. */
  @Column('smallint', { nullable: true })
  rating!: number | null;

  @Column('text', { name: 'rating_type', nullable: true })
  ratingType!: RatingType | null;

  @Column('timestamptz', { name: 'rated_at', nullable: true })
  ratedAt!: Date | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;

  @Column('timestamptz', { name: 'active_at', default: () => 'now()' })
  activeAt!: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** The account on a network that it came through, and answers leave through. */
  @Column('bigint', { name: 'social_account_id', nullable: true })
  socialAccountId!: number | null;

  /** Whose conversation it is there (domain, `socialKeyOf`). */
  @Column('text', { name: 'social_key', nullable: true })
  socialKey!: string | null;

  @Column('boolean', { default: false })
  demo!: boolean;
}
