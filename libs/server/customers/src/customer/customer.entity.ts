import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who asks. */
@Entity('customers')
export class CustomerEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  /** Where answers go; one of the customer's addresses. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('bigint', { name: 'company_id', nullable: true })
  companyId!: number | null;

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
}

/** Whom customers belong to; found by the domain of their address. */
@Entity('companies')
export class CompanyEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
