import { Injectable } from '@nestjs/common';
import type { Permission } from '@bureau/contracts';
import { Database, type SignedIn } from '@bureau/platform';
import { mustSetUp, TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

/** How exactly a token remembers when it was last used. */
const USED_MS = 60_000;

/** What is known of a token `t` of the application `a`, and of the user `u` whom it acts for; it must not have expired at $1. */
export const TOKEN_IN_USE = `
  t.id AS "tokenId", t.scopes, t.last_used_at AS "lastUsedAt", a.id AS "applicationId",
  a.name AS "applicationName", a.rate_limit AS "rateLimit", ${TWO_FACTOR}, ${SIGNED_IN_USER}`;

export const TOKENS_IN_USE = `
  FROM api_tokens t JOIN api_applications a ON a.id = t.application_id
    JOIN users u ON u.id = t.user_id JOIN roles r ON r.id = u.role_id
  WHERE (t.expires_at IS NULL OR t.expires_at > $1) AND u.disabled_at IS NULL`;

export interface TokenInUse extends SignedInUserRow, TwoFactorColumns {
  tokenId: number;
  scopes: Permission[];
  lastUsedAt: Date | null;
  applicationId: number;
  applicationName: string;
  rateLimit: number;
}

/** An application that acts for the user who made its token. */
@Injectable()
export class TokenUse {
  constructor(private readonly database: Database) {}

  /** May what the scopes say and the user may at this moment, on the rows that he sees. */
  async run(token: TokenInUse, now: Date): Promise<SignedIn> {
    await this.remember(token, now);
    const { userId, permissions, access } = actorOf(token);
    const { applicationId, applicationName, rateLimit, scopes } = token;
    const granted = permissions.filter((permission) => scopes.includes(permission));
    return {
      actor: { kind: 'application', applicationId, userId, name: applicationName, permissions: granted, access },
      sessionId: null,
      tokenId: token.tokenId,
      mustSetUpTwoFactor: mustSetUp(token),
      rateLimit,
    };
  }

  private async remember({ tokenId, lastUsedAt }: TokenInUse, now: Date): Promise<void> {
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_MS) return;
    await this.database.run('UPDATE api_tokens SET last_used_at = $2 WHERE id = $1', [tokenId, now]);
  }
}
