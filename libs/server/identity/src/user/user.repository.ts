import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';
import type { Repository } from 'typeorm';
import { GroupEntity, GroupMemberEntity } from './group.entity.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow, type UserActor } from './signed-in-user.ts';
import { UserEntity } from './user.entity.ts';

const ACTOR = statement(
  'users.actor',
  `SELECT ${SIGNED_IN_USER} FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1 AND u.disabled_at IS NULL`,
);

@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  /** Whatever the case of the letters. Disabled users are found too. */
  findByEmail(email: string): Promise<UserEntity | null> {
    return this.users.createQueryBuilder('user').where('lower(user.email) = lower(:email)', { email }).getOne();
  }

  async findActive(id: number): Promise<UserEntity | null> {
    const user = await this.users.findOneBy({ id });
    return user && user.disabledAt === null ? user : null;
  }

  /** The user as an actor, with the rights of this moment; undefined when he may not sign in. */
  async actor(id: number): Promise<UserActor | undefined> {
    const row = await this.database.row<SignedInUserRow>(ACTOR, [id]);
    return row && actorOf(row);
  }

  save(
    user: Pick<UserEntity, 'name' | 'email' | 'roleId' | 'passwordHash'> & Partial<UserEntity>,
  ): Promise<UserEntity> {
    return this.users.save(this.users.create(user));
  }

  async setPassword(id: number, passwordHash: string): Promise<void> {
    await this.database.run('UPDATE users SET password_hash = $2, updated_at = now() WHERE id = $1', [
      id,
      passwordHash,
    ]);
  }

  async rename(id: number, name: string): Promise<void> {
    await this.database.run('UPDATE users SET name = $2 WHERE id = $1', [id, name]);
  }

  async any(): Promise<boolean> {
    return (await this.database.row('SELECT 1 FROM users LIMIT 1')) !== undefined;
  }

  /** One that stays: nothing is given to a group that goes. */
  async groupExists(id: number): Promise<boolean> {
    return (await this.database.row('SELECT 1 FROM groups WHERE id = $1 AND successor_id IS NULL', [id])) !== undefined;
  }

  async createGroup(name: string, { userIds, demo }: { userIds: number[]; demo: boolean }): Promise<number> {
    const group = await this.database.repository(GroupEntity).save({ name, demo });
    const members = userIds.map((userId) => ({ groupId: group.id, userId }));
    await this.database.repository(GroupMemberEntity).insert(members);
    return group.id;
  }

  private get users(): Repository<UserEntity> {
    return this.database.repository(UserEntity);
  }
}
