import type { ContactType } from '@bureau/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who asks. */
@Entity('customers')
export class CustomerEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  /** As shown; by default the first and last name. */
  @Column('text')
  name!: string;

  @Column('text', { name: 'first_name', default: '' })
  firstName!: string;

  @Column('text', { name: 'last_name', default: '' })
  lastName!: string;

  @Column('text', { default: '' })
  title!: string;

  /** Where answers go; one of the customer's addresses. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('bigint', { name: 'company_id', nullable: true })
  companyId!: number | null;

  /** The id that another system gave. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  /** Who it is for a single sign-on. */
  @Column('text', { nullable: true })
  uid!: string | null;

  @Column('text', { default: '' })
  background!: string;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('boolean', { name: 'access_private_portal', default: false })
  accessPrivatePortal!: boolean;

  @Column('boolean', { name: 'access_company_cases', default: false })
  accessCompanyCases!: boolean;

  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt!: Date | null;

  @Column('text', { name: 'avatar_sha256', nullable: true })
  avatarSha256!: string | null;

  /** Who this customer turned out to be. */
  @Column('bigint', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: number | null;

  @Column('jsonb', { name: 'custom_fields', default: {} })
  customFields!: Record<string, unknown>;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

/** An e-mail address in lower case; it belongs to one customer. */
@Entity('customer_addresses')
export class CustomerAddressEntity {
  @PrimaryColumn('text')
  address!: string;

  @Column('bigint', { name: 'customer_id' })
  customerId!: number;

  @Column('text', { default: 'other' })
  type!: ContactType;

  @Column('integer', { default: 0 })
  position!: number;

  /** Whose it is when no merge had taken it elsewhere; null: where it is. */
  @Column('bigint', { name: 'home_customer_id', nullable: true })
  homeCustomerId!: number | null;

  /** When whoever reads it has proven it; null: nobody has. */
  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;
}
