import { Injectable } from '@nestjs/common';
import type { StandardRole } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { RoleEntity } from './role.entity.ts';

@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  find(id: number): Promise<RoleEntity | null> {
    return this.database.repository(RoleEntity).findOneBy({ id });
  }

  /** One of the roles that every desk begins with. */
  async standard(key: StandardRole): Promise<RoleEntity> {
    const role = await this.database.repository(RoleEntity).findOneBy({ key });
    if (!role) throw new Error(`The standard role "${key}" is missing from this desk.`);
    return role;
  }
}
