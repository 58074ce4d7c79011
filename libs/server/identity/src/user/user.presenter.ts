import type { User } from '@bureau/contracts';
import type { UserEntity } from './user.entity.ts';

export function presentUser({ id, name, email, role }: UserEntity): User {
  return { id, name, email, role };
}
