import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Permission } from '@bureau/contracts';
import { Clock, Database, ProblemError, statement, type SignedIn } from '@bureau/platform';
import { mustSetUp, TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

/** How exactly a token remembers when it was last used. */
const USED_MS = 60_000;

const FIND = statement(
  'tokens.find',
  `SELECT t.id AS "tokenId", t.scopes, t.last_used_at AS "lastUsedAt", a.id AS "applicationId",
     a.name AS "applicationName", a.rate_limit AS "rateLimit", ${TWO_FACTOR}, ${SIGNED_IN_USER}
   FROM api_tokens t JOIN api_applications a ON a.id = t.application_id
     JOIN users u ON u.id = t.user_id JOIN roles r ON r.id = u.role_id
   WHERE t.bearer_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > $2) AND u.disabled_at IS NULL`,
);

interface FoundToken extends SignedInUserRow, TwoFactorColumns {
  tokenId: number;
  scopes: Permission[];
  lastUsedAt: Date | null;
  applicationId: number;
  applicationName: string;
  rateLimit: number;
}

/** `Authorization: Bearer` (RFC 6750): an application that acts for the user who made its token. */
@Injectable()
export class BearerAuthentication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** May what the scopes say and the user may at this moment, on the rows that he sees. Throws session.token-refused. */
  async run(token: string): Promise<SignedIn> {
    const now = this.clock.now();
    const found = await this.database.row<FoundToken>(FIND, [bearerHash(token), now]);
    if (!found) throw new ProblemError('session.token-refused');
    await this.remember(found, now);

    const { userId, permissions, access } = actorOf(found);
    const { applicationId, applicationName, rateLimit, scopes } = found;
    const granted = permissions.filter((permission) => scopes.includes(permission));
    return {
      actor: { kind: 'application', applicationId, userId, name: applicationName, permissions: granted, access },
      sessionId: null,
      mustSetUpTwoFactor: mustSetUp(found),
      rateLimit,
    };
  }

  private async remember({ tokenId, lastUsedAt }: FoundToken, now: Date): Promise<void> {
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_MS) return;
    await this.database.run('UPDATE api_tokens SET last_used_at = $2 WHERE id = $1', [tokenId, now]);
  }
}

/** What the database knows of a bearer token: 256 random bits need no slow hash. */
export function bearerHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
