import { Injectable } from '@nestjs/common';
import { Clock, InstallationSecret, ProblemError } from '@bureau/platform';
import type { UserActor } from '../user/signed-in-user.ts';
import { UserRepository } from '../user/user.repository.ts';
import { SignIn } from './sign-in.ts';

const REMEMBERED_MS = 60_000;
const REMEMBERED_AT_MOST = 1000;

interface Remembered {
  userId: number;
  passwordHash: string;
  until: number;
}

/**
 * `Authorization: Basic` (RFC 7617) for clients that are no browsers. argon2 takes tens of milliseconds by design, so
 * good credentials are remembered for a minute under a keyed hash; the user is still read on every request.
 */
@Injectable()
export class BasicAuthentication {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly signIn: SignIn,
    private readonly users: UserRepository,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** The user, or a `session.refused` problem. */
  async run(header: string, ip: string): Promise<UserActor> {
    const { email, password } = parseBasic(header);
    const key = this.secret.sign('basic-cache', `${email}\n${password}`);
    const now = this.clock.now().getTime();
    const known = this.remembered.get(key);
    if (known && known.until > now) {
      const actor = await this.users.actorWithPassword(known.userId, known.passwordHash);
      if (actor) return actor;
    }
    const actor = await this.signIn.run({ email, password }, ip);
    const passwordHash = await this.users.passwordHash(actor.userId);
    if (this.remembered.size >= REMEMBERED_AT_MOST) this.remembered.clear();
    this.remembered.set(key, { userId: actor.userId, passwordHash, until: now + REMEMBERED_MS });
    return actor;
  }

  forget(): void {
    this.remembered.clear();
  }
}

function parseBasic(header: string): { email: string; password: string } {
  const text = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || text.includes('\0')) throw new ProblemError('session.refused');
  return { email: text.slice(0, colon), password: text.slice(colon + 1) };
}
