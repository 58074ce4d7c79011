import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A signed-in browser. The token itself is only in the cookie; here is its SHA-256. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('bigint', { name: 'user_id' })
  userId!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('text', { name: 'user_agent', default: '' })
  userAgent!: string;

  /** Where it was last used from, as {@link networkOf} says. */
  @Column('text', { default: '' })
  network!: string;
}
