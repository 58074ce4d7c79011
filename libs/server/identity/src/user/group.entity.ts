import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A team of users. */
@Entity('groups')
export class GroupEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

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
