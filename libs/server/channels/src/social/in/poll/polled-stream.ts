import type { SocialAccountEntity } from '../../account/social-account.entity.ts';
import type { Form } from '../read/unit.ts';

/** One turn of reading a stream of an account. */
export interface Turn {
  account: SocialAccountEntity;
  /** How far it has been read; null: it never was. */
  cursor: string | null;
  /** When the turn began. */
  now: Date;
  /** Makes a page safe. With `position` it was the last one: rows and cursor are kept in one transaction. */
  keep(form: Form, page: unknown, position?: string): Promise<void>;
}

/** Something of an account that the network does not tell by itself, or not reliably. */
export interface PolledStream {
  /** The name of its cursor. */
  name: string;
  everyMs: number;
  /** From the newest backwards to where it was read before; throws NetworkFailure when it got no further. */
  walk(turn: Turn): Promise<void>;
}
