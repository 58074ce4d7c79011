import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OwnAccessToken, Permission } from '@bureau/contracts';
import { Clock, Database, Every } from '@bureau/platform';
import { TOLERANCE_MS } from '../application/signature-check.ts';

/** For so long an application may wait for its answer, and then again for its token. */
const MINUTES = 10;
/** Verifiers that an application may show. */
const GUESSES = 5;

/** An application that asks for a token. */
export interface AskingApplication {
  applicationId: number;
  callbackUrl: string | null;
  consumerSecretSealed: string;
  tokenSecretSealed: null;
}

/** A request whose token the application would like to have exchanged. */
export interface PendingRequest {
  applicationId: number;
  consumerSecretSealed: string;
  tokenSecretSealed: string;
}

/** What a person allowed, with the number of the application that may now have it. */
interface AllowedRequest {
  applicationId: number;
  userId: number;
  scopes: Permission[];
}

interface AskedRequest {
  name: string;
  websiteUrl: string | null;
  supportUrl: string | null;
  callback: string | null;
  denied: boolean;
  answered: boolean;
  expiresAt: string;
}

@Injectable()
export class AuthorizationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  application(key: string): Promise<AskingApplication | undefined> {
    return this.database.row(
      `SELECT id AS "applicationId", callback_url AS "callbackUrl", secret_sealed AS "consumerSecretSealed",
         NULL AS "tokenSecretSealed"
       FROM api_applications WHERE key = $1`,
      [key],
    );
  }

  /** A request that is neither too old nor exchanged, whatever was answered. */
  pending(key: string, token: string): Promise<PendingRequest | undefined> {
    return this.database.row(
      `SELECT a.id AS "applicationId", a.secret_sealed AS "consumerSecretSealed", q.secret_sealed AS "tokenSecretSealed"
       FROM oauth_requests q JOIN api_applications a ON a.id = q.application_id
       WHERE a.key = $1 AND q.token_hash = $2 AND q.expires_at > $3`,
      [key, hashOf(token), this.clock.now()],
    );
  }

  /** Whether nobody has sent this before; of two at once, one is first. */
  async isFirst(applicationId: number, { nonce, timestamp }: { nonce: string; timestamp: number }): Promise<boolean> {
    const at = new Date(timestamp * 1000);
    const sql =
      'INSERT INTO oauth_request_nonces (application_id, nonce, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    return (await this.database.run(sql, [applicationId, nonce, at])) === 1;
  }

  async keep(request: {
    applicationId: number;
    token: string;
    secretSealed: string;
    callback: string | null;
  }): Promise<void> {
    const { applicationId, token, secretSealed, callback } = request;
    await this.database.run(
      `INSERT INTO oauth_requests (token_hash, application_id, secret_sealed, callback, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [hashOf(token), applicationId, secretSealed, callback, this.soon()],
    );
  }

  asked(token: string): Promise<AskedRequest | undefined> {
    return this.database.row(
      `SELECT a.name, a.website_url AS "websiteUrl", a.support_url AS "supportUrl", q.callback, q.denied,
         q.user_id IS NOT NULL AS answered, q.expires_at AS "expiresAt"
       FROM oauth_requests q JOIN api_applications a ON a.id = q.application_id
       WHERE q.token_hash = $1 AND q.expires_at > $2`,
      [hashOf(token), this.clock.now()],
    );
  }

  /** False when it was answered already, or is too old. */
  async allow(
    token: string,
    { userId, scopes, verifier }: { userId: number; scopes: Permission[]; verifier: string },
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE oauth_requests SET user_id = $2, scopes = $3, verifier_hash = $4, expires_at = $5
       WHERE token_hash = $1 AND user_id IS NULL AND NOT denied AND expires_at > $6`,
      [hashOf(token), userId, scopes, hashOf(verifier), this.soon(), this.clock.now()],
    );
    return changed > 0;
  }

  /** As {@link allow}. */
  async deny(token: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE oauth_requests SET denied = true
       WHERE token_hash = $1 AND user_id IS NULL AND NOT denied AND expires_at > $2`,
      [hashOf(token), this.clock.now()],
    );
    return changed > 0;
  }

  /** Counts a verifier before it is looked at, so that many at once are no more than many in a row; false after too many. */
  async countGuess(token: string): Promise<boolean> {
    const sql = 'UPDATE oauth_requests SET guesses = guesses + 1 WHERE token_hash = $1 AND guesses < $2';
    return (await this.database.run(sql, [hashOf(token), GUESSES])) > 0;
  }

  /** What was allowed, once; undefined when nothing was, or the verifier is another one. */
  spend(token: string, verifier: string): Promise<AllowedRequest | undefined> {
    return this.database.row(
      `WITH spent AS (DELETE FROM oauth_requests WHERE token_hash = $1 AND verifier_hash = $2 AND expires_at > $3 RETURNING *)
       SELECT application_id AS "applicationId", user_id AS "userId", scopes FROM spent`,
      [hashOf(token), hashOf(verifier), this.clock.now()],
    );
  }

  tokensOf(userId: number): Promise<OwnAccessToken[]> {
    return this.database.rows(
      `SELECT t.id, t.name, json_build_object('id', a.id, 'name', a.name) AS application, t.scopes, t.token,
         t.expires_at AS "expiresAt", coalesce(t.expires_at <= $1, false) AS expired, t.last_used_at AS "lastUsedAt",
         t.created_at AS "createdAt"
       FROM api_tokens t JOIN api_applications a ON a.id = t.application_id WHERE t.user_id = $2 ORDER BY t.id DESC`,
      [this.clock.now(), userId],
    );
  }

  @Every('1h', 'oauth-requests.sweep')
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.run('DELETE FROM oauth_requests WHERE expires_at <= $1', [now]);
    const before = new Date(now.getTime() - 2 * TOLERANCE_MS);
    await this.database.run('DELETE FROM oauth_request_nonces WHERE at < $1', [before]);
  }

  private soon(): Date {
    return new Date(this.clock.now().getTime() + MINUTES * 60_000);
  }
}

/** 256 random bits need no slow hash; a code that is typed lives for minutes and five guesses. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
