import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who works here. */
@Entity('users')
export class UserEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  /** Unique without regard to case. */
  @Column('text')
  email!: string;

  @Column('bigint', { name: 'role_id' })
  roleId!: number;

  /** What customers read; empty: the name. */
  @Column('text', { name: 'public_name', default: '' })
  publicName!: string;

  /** Plain text below what he writes to customers, above the signature of the brand. */
  @Column('text', { default: '' })
  signature!: string;

  /** Takes new cases. */
  @Column('boolean', { default: true })
  available!: boolean;

  /** argon2id, in PHC string format. Null until an invitation is accepted. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
