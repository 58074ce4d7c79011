import type { Network, SocialAccountState, SocialImports } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An account on X or a page on Facebook that the company speaks through. */
@Entity('social_accounts')
export class SocialAccountEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  network!: Network;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  /** Without the @. */
  @Column('text')
  handle!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'avatar_sha256', nullable: true })
  avatarSha256!: string | null;

  @Column('bigint', { name: 'brand_id' })
  brandId!: number;

  @Column('bigint', { name: 'group_id', nullable: true })
  groupId!: number | null;

  @Column('boolean', { name: 'is_default', default: false })
  isDefault!: boolean;

  @Column('jsonb')
  imports!: SocialImports;

  /** {@link AccountKeys}, encrypted with the installation's key; null once they are given back. */
  @Column('text', { name: 'tokens_sealed', nullable: true })
  tokensSealed!: string | null;

  /** When the access token has to be renewed; null: it does not run out. */
  @Column('timestamptz', { name: 'tokens_expire_at', nullable: true })
  tokensExpireAt!: Date | null;

  @Column('text', { array: true, default: [] })
  scopes!: string[];

  @Column('text', { default: 'ok' })
  state!: SocialAccountState;

  @Column('text', { name: 'state_reason', default: '' })
  stateReason!: string;

  /** From when on it counts: what was said before is no work for anybody. */
  @Column('timestamptz', { name: 'connected_at' })
  connectedAt!: Date;

  @Column('bigint', { name: 'connected_by', nullable: true })
  connectedBy!: number | null;

  @Column('timestamptz', { name: 'last_event_at', nullable: true })
  lastEventAt!: Date | null;

  @Column('timestamptz', { name: 'last_polled_at', nullable: true })
  lastPolledAt!: Date | null;

  /** The network's name for our subscription; null: it does not tell us by itself. */
  @Column('text', { name: 'subscription_id', nullable: true })
  subscriptionId!: string | null;

  /** It could not be listened to for a while: what was said meanwhile has to be fetched. */
  @Column('boolean', { default: false })
  backfill!: boolean;

  /** The network lets it write more than others: 25,000 signs on X. */
  @Column('boolean', { name: 'long_posts', default: false })
  longPosts!: boolean;

  /** Since when its keys are being renewed; what is left over says that somebody was interrupted. */
  @Column('timestamptz', { name: 'renewing_since', nullable: true })
  renewingSince!: Date | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
