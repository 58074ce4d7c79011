import type { PostRoute } from '@bureau/cases';
import type { DeliveryState } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The handing over of one outbound message to the outside. */
@Entity('deliveries')
export class DeliveryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bigint', { name: 'message_id' })
  messageId!: number;

  @Column('bigint', { name: 'case_id' })
  caseId!: number;

  @Column('text', { default: 'pending' })
  state!: DeliveryState;

  /** Envelope recipients, frozen when the agent sent. */
  @Column('text', { array: true })
  recipients!: string[];

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Until when the agent can take the message back. */
  @Column('timestamptz', { name: 'undo_until', nullable: true })
  undoUntil!: Date | null;

  /** While pending, the next attempt; while sending, when the claim of the worker runs out. */
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  /** When a worker began to hand it over. */
  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  /** When the end of the message was about to leave, in the latest attempt: from then on it may have arrived. */
  @Column('timestamptz', { name: 'ending_at', nullable: true })
  endingAt!: Date | null;

  /** The message that was sent in its place. */
  @Column('bigint', { name: 'replaced_by', nullable: true })
  replacedBy!: number | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** When a person asked to try again. */
  @Column('timestamptz', { name: 'retried_at', nullable: true })
  retriedAt!: Date | null;

  /** The receiver's words. */
  @Column('text', { nullable: true })
  response!: string | null;

  /** How it leaves on a network; null: by mail. */
  @Column('jsonb', { nullable: true })
  route!: PostRoute | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
