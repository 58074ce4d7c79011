import type { SalesforceSignInOutcome } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An administrator who is away at the sign-in page of Salesforce. */
@Entity('salesforce_sign_ins')
export class SignInEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  /** SHA-256 of what Salesforce hands back. */
  @Column('bytea', { name: 'state_hash' })
  stateHash!: Buffer;

  @Column('bigint', { name: 'user_id' })
  userId!: number;

  @Column('text', { name: 'login_url' })
  loginUrl!: string;

  /** The verifier of PKCE, encrypted; empty once it is used. */
  @Column('text', { name: 'secrets_sealed' })
  secretsSealed!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  /** Null: nobody came back yet. */
  @Column('text', { nullable: true })
  outcome!: SalesforceSignInOutcome | null;

  @Column('text', { default: '' })
  detail!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
