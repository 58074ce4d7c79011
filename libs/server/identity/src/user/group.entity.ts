import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A team of users. */
@Entity('groups')
export class GroupEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  /** Takes over the cases of this group, which was deleted; null: it stays. */
  @Column('bigint', { name: 'successor_id', nullable: true })
  successorId!: number | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity('group_members')
export class GroupMemberEntity {
  @PrimaryColumn('bigint', { name: 'group_id' })
  groupId!: number;

  @PrimaryColumn('bigint', { name: 'user_id' })
  userId!: number;
}
