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

  /** argon2id, in PHC string format. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
