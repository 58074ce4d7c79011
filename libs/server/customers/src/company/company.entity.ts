import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Whom customers belong to; found by the domain of their address. */
@Entity('companies')
export class CompanyEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('jsonb', { name: 'custom_fields', default: {} })
  customFields!: Record<string, unknown>;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
