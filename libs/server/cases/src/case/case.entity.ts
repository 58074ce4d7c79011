import type { CaseStatus, Channel } from '@bureau/contracts';
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

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;

  @Column('timestamptz', { name: 'active_at', default: () => 'now()' })
  activeAt!: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('boolean', { default: false })
  demo!: boolean;
}
