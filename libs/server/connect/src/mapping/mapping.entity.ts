import type { MappableType, Mapping, SyncObject, ValuePair } from '@bureau/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A custom field of the desk and the field of Salesforce that means the same. */
@Entity('salesforce_mappings')
export class MappingEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  object!: SyncObject;

  /** E.g. custom.region. */
  @Column('text', { name: 'desk_field' })
  deskField!: string;

  @Column('text', { name: 'salesforce_field' })
  salesforceField!: string;

  @Column('text')
  type!: MappableType;

  @Column('text', { default: 'both' })
  direction!: Mapping['direction'];

  @Column('jsonb')
  values!: ValuePair[];

  @Column('boolean', { default: true })
  enabled!: boolean;

  /** What the field there was when somebody last looked. */
  @Column('text', { name: 'describe_hash' })
  describeHash!: string;

  /** Why it does nothing at the moment; empty: it works. */
  @Column('text', { default: '' })
  problem!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
