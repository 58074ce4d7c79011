import type { ConnectionRefusal, Network } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An administrator who is away at the network's sign-in page, and what he brought back. */
@Entity('social_connections')
export class SocialConnectionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  network!: Network;

  /** SHA-256 of what the network hands back. */
  @Column('bytea', { name: 'state_hash' })
  stateHash!: Buffer;

  @Column('bigint', { name: 'user_id' })
  userId!: number;

  @Column('bigint', { name: 'brand_id' })
  brandId!: number;

  /** The account whose access is renewed; null: a new one. */
  @Column('bigint', { name: 'account_id', nullable: true })
  accountId!: number | null;

  @Column('text', { name: 'secrets_sealed' })
  secretsSealed!: string;

  /** A list of {@link BroughtAccount}; null until the browser is back, and once they are chosen. */
  @Column('text', { name: 'candidates_sealed', nullable: true })
  candidatesSealed!: string | null;

  /** Empty: none. */
  @Column('text', { default: '' })
  refusal!: ConnectionRefusal | '';

  @Column('text', { name: 'refusal_detail', default: '' })
  refusalDetail!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
