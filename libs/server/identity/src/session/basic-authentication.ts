import { Injectable } from '@nestjs/common';
import { Clock, Database, InstallationSecret, ProblemError, statement, type SignedIn } from '@bureau/platform';
import { mustSetUp, TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';
import { SignIn } from './sign-in.ts';

const REMEMBERED_MS = 60_000;
const REMEMBERED_AT_MOST = 1000;

interface Remembered {
  userId: number;
  passwordHash: string;
  until: number;
}

/** The user, as long as the password is still the one of this hash. */
const FIND = statement(
  'basic.find',
  `SELECT ${SIGNED_IN_USER}, ${TWO_FACTOR} FROM users u JOIN roles r ON r.id = u.role_id
   WHERE u.id = $1 AND u.disabled_at IS NULL AND u.password_hash = $2`,
);

/**
 * `Authorization: Basic` (RFC 7617) for clients that are no browsers. argon2 takes tens of milliseconds by design, so
 * good credentials are remembered for a minute under a keyed hash; the user is still read on every request.
 */
@Injectable()
export class BasicAuthentication {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly signIn: SignIn,
    private readonly database: Database,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** The user. Throws session.refused, session.throttled, and session.basic-refused for a user with a second factor. */
  async run(credentials: string, ip: string): Promise<SignedIn> {
    const { email, password } = parseBasic(credentials);
    const key = this.secret.sign('basic-cache', `${email}\n${password}`);
    const now = this.clock.now().getTime();
    const known = this.remembered.get(key);
    const signedIn = known && known.until > now ? await this.find(known) : undefined;
    if (signedIn) return signedIn;

    const { userId } = await this.signIn.run({ email, password }, ip);
    const passwordHash = await this.passwordHash(userId);
    const fresh = await this.find({ userId, passwordHash });
    if (!fresh) throw new ProblemError('session.refused');
    if (this.remembered.size >= REMEMBERED_AT_MOST) this.remembered.clear();
    this.remembered.set(key, { userId, passwordHash, until: now + REMEMBERED_MS });
    return fresh;
  }

  forget(): void {
    this.remembered.clear();
  }

  private async find({ userId, passwordHash }: Pick<Remembered, 'userId' | 'passwordHash'>) {
    const row = await this.database.row<SignedInUserRow & TwoFactorColumns>(FIND, [userId, passwordHash]);
    if (row?.twoFactorEnabled) throw new ProblemError('session.basic-refused');
    return row && { actor: actorOf(row), sessionId: null, mustSetUpTwoFactor: mustSetUp(row) };
  }

  private async passwordHash(userId: number): Promise<string> {
    const sql = 'SELECT password_hash AS hash FROM users WHERE id = $1';
    return (await this.database.row<{ hash: string | null }>(sql, [userId]))?.hash ?? '';
  }
}

function parseBasic(credentials: string): { email: string; password: string } {
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || text.includes('\0')) throw new ProblemError('session.refused');
  return { email: text.slice(0, colon), password: text.slice(colon + 1) };
}
