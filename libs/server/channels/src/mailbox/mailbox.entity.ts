import type { ImapSettings, MailboxState, MailboxSurvey, SmtpSettings } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An address of a brand at which customers write. */
@Entity('mailboxes')
export class MailboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bigint', { name: 'brand_id' })
  brandId!: number;

  /** Lower case, without +detail. */
  @Column('text')
  address!: string;

  /** What customers see as the sender. */
  @Column('text')
  name!: string;

  /** The group that new cases of this mailbox go to. */
  @Column('bigint', { name: 'group_id', nullable: true })
  groupId!: number | null;

  @Column('boolean', { name: 'auto_acknowledge', default: false })
  autoAcknowledge!: boolean;

  /** Whether customers are asked after a case of it was resolved. */
  @Column('text', { default: 'as-brand' })
  survey!: MailboxSurvey;

  /** Null: as the brand has it. */
  @Column('integer', { name: 'survey_after_hours', nullable: true })
  surveyAfterHours!: number | null;

  @Column('boolean', { default: true })
  enabled!: boolean;

  /** Null: the mail comes through this desk's own SMTP receiver. */
  @Column('jsonb', { nullable: true })
  imap!: ImapSettings | null;

  /** Encrypted with the installation's key. */
  @Column('text', { name: 'imap_password_sealed', nullable: true })
  imapPasswordSealed!: string | null;

  /** Null: what it sends leaves through the desk's own server. */
  @Column('jsonb', { nullable: true })
  smtp!: SmtpSettings | null;

  /** Encrypted with the installation's key. */
  @Column('text', { name: 'smtp_password_sealed', nullable: true })
  smtpPasswordSealed!: string | null;

  /** Why its own outbound server cannot be used at present; empty while it can. */
  @Column('text', { name: 'sending_trouble', default: '' })
  sendingTrouble!: string;

  @Column('text', { default: 'ok' })
  state!: MailboxState;

  @Column('text', { name: 'state_reason', default: '' })
  stateReason!: string;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
