import { Controller } from '@nestjs/common';
import { usersApi, type Group, type User } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { UserRepository } from './user.repository.ts';

@Controller()
export class UsersController {
  constructor(private readonly users: UserRepository) {}

  @Handles(usersApi.list)
  async list(): Promise<{ items: User[] }> {
    return { items: await this.users.list() };
  }

  @Handles(usersApi.groups)
  async groups(): Promise<{ items: Group[] }> {
    return { items: await this.users.groups() };
  }
}
