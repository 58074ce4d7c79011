import type { Conditions, FirstLink, OnDeletion, SyncDirection, SyncObject } from '@bureau/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one object is kept in step; there is a row for each. */
@Entity('salesforce_object_settings')
export class ObjectSettingsEntity {
  @PrimaryColumn('text')
  object!: SyncObject;

  @Column('text', { default: 'both' })
  direction!: SyncDirection;

  @Column('boolean', { name: 'create_in_salesforce', default: true })
  createInSalesforce!: boolean;

  @Column('boolean', { name: 'update_in_salesforce', default: true })
  updateInSalesforce!: boolean;

  @Column('boolean', { name: 'create_in_desk', default: true })
  createInDesk!: boolean;

  @Column('boolean', { name: 'update_in_desk', default: true })
  updateInDesk!: boolean;

  @Column('jsonb', { name: 'conditions_to_salesforce' })
  conditionsToSalesforce!: Conditions;

  @Column('jsonb', { name: 'conditions_to_desk' })
  conditionsToDesk!: Conditions;

  @Column('boolean', { name: 'only_when_set', default: false })
  onlyWhenSet!: boolean;

  @Column('text', { name: 'record_type_id', nullable: true })
  recordTypeId!: string | null;

  @Column('text', { name: 'first_link', default: 'salesforce' })
  firstLink!: FirstLink;

  @Column('text', { name: 'on_deletion', default: 'keep' })
  onDeletion!: OnDeletion;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
