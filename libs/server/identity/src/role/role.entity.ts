import type { CaseScope, Permission, StandardRole } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An editable set of permissions, and which cases its users see. */
@Entity('roles')
export class RoleEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  /** Null for a role that this desk made itself. */
  @Column('text', { nullable: true })
  key!: StandardRole | null;

  /** Unique without regard to case. */
  @Column('text')
  name!: string;

  @Column('text', { default: '' })
  description!: string;

  /** Whoever may everything may also what a later version adds. */
  @Column('boolean', { default: false })
  everything!: boolean;

  @Column('text', { array: true, default: [] })
  permissions!: Permission[];

  @Column('text', { name: 'case_scope', default: 'all' })
  caseScope!: CaseScope;

  @Column('boolean', { name: 'own_brands_only', default: false })
  ownBrandsOnly!: boolean;

  @Column('boolean', { name: 'two_factor_required', default: false })
  twoFactorRequired!: boolean;

  @Column('integer', { default: 0 })
  position!: number;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
