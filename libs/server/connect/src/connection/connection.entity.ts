import type { Preflight, SalesforceState, SyncObject } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The organisation of Salesforce that the desk is kept in step with; earlier ones are disconnected. */
@Entity('salesforce_connections')
export class ConnectionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text', { name: 'org_id' })
  orgId!: string;

  @Column('text', { name: 'org_name' })
  orgName!: string;

  @Column('text', { name: 'org_edition', default: '' })
  orgEdition!: string;

  @Column('boolean', { name: 'is_sandbox', default: false })
  isSandbox!: boolean;

  /** Without a slash at the end. */
  @Column('text', { name: 'instance_url' })
  instanceUrl!: string;

  @Column('text', { name: 'login_url' })
  loginUrl!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'user_name', default: '' })
  userName!: string;

  @Column('text')
  username!: string;

  @Column('text', { name: 'signed_in_by' })
  signedInBy!: 'person' | 'key';

  /** {@link SalesforceKeys}, encrypted with the installation's key; null once they are given back. */
  @Column('text', { name: 'tokens_sealed', nullable: true })
  tokensSealed!: string | null;

  @Column('timestamptz', { name: 'renewing_since', nullable: true })
  renewingSince!: Date | null;

  @Column('text', { default: 'ok' })
  state!: SalesforceState;

  @Column('text', { name: 'state_reason', default: '' })
  stateReason!: string;

  @Column('boolean', { default: false })
  enabled!: boolean;

  /** What was new or edited since then goes across; null: it was never enabled. */
  @Column('timestamptz', { name: 'enabled_at', nullable: true })
  enabledAt!: Date | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  @Column('boolean', { name: 'person_accounts', default: false })
  personAccounts!: boolean;

  /** API name of the field that holds the desk's id; null: records are matched instead. */
  @Column('jsonb', { name: 'external_ids' })
  externalIds!: Record<SyncObject, string | null>;

  @Column('jsonb', { nullable: true })
  preflight!: Preflight | null;

  @Column('timestamptz', { name: 'connected_at' })
  connectedAt!: Date;

  @Column('bigint', { name: 'connected_by', nullable: true })
  connectedBy!: number | null;

  @Column('timestamptz', { name: 'disconnected_at', nullable: true })
  disconnectedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
