import { Injectable } from '@nestjs/common';
import type { AccessToken, Application, CreateApplication, Permission, UpdateApplication } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';

/** The contract `Application`, of `api_applications a`. */
const APPLICATION = `
  a.id, a.name, a.website_url AS "websiteUrl", a.callback_url AS "callbackUrl", a.support_url AS "supportUrl",
  a.rate_limit AS "rateLimit", a.key,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = a.created_by) AS "createdBy",
  (SELECT max(t.last_used_at) FROM api_tokens t WHERE t.application_id = a.id) AS "lastUsedAt",
  (SELECT count(*) FROM api_tokens t WHERE t.application_id = a.id) AS "tokenCount",
  a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.updated_at::text AS version`;

/** The contract `AccessToken`, of `api_tokens t` with its user `u`; $1 is the present. */
const TOKEN = `
  t.id, t.name, json_build_object('id', u.id, 'name', u.name) AS user, t.scopes, t.token,
  t.expires_at AS "expiresAt", coalesce(t.expires_at <= $1, false) AS expired, t.last_used_at AS "lastUsedAt",
  t.created_at AS "createdAt"`;

export interface StoredApplication extends Application {
  /** What `If-Match` is compared with. */
  version: string;
}

export interface TokenToKeep {
  applicationId: number;
  userId: number;
  name: string;
  token: string;
  secretSealed: string;
  bearerHash: Buffer;
  scopes: Permission[];
  expiresAt: Date | null;
}

@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(): Promise<StoredApplication[]> {
    return this.database.rows(`SELECT ${APPLICATION} FROM api_applications a ORDER BY lower(a.name), a.id`);
  }

  find(id: number): Promise<StoredApplication | undefined> {
    return this.database.row(`SELECT ${APPLICATION} FROM api_applications a WHERE a.id = $1`, [id]);
  }

  /** As {@link find}, locked until the end of the transaction. */
  async lock(id: number): Promise<StoredApplication | undefined> {
    await this.database.run('SELECT FROM api_applications WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id);
  }

  /** Undefined when the name is taken. */
  async create(
    { name, websiteUrl, callbackUrl, supportUrl, rateLimit }: CreateApplication,
    { key, secretSealed, userId }: { key: string; secretSealed: string; userId: number | null },
  ): Promise<StoredApplication | undefined> {
    const created = await this.database.row<{ id: number }>(
      `INSERT INTO api_applications (name, website_url, callback_url, support_url, rate_limit, key, secret_sealed, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (lower(name)) DO NOTHING RETURNING id`,
      [name, websiteUrl, callbackUrl, supportUrl, rateLimit, key, secretSealed, userId],
    );
    return created && this.find(created.id);
  }

  /** Whether another application has this name. */
  async isNameTaken(name: string, id: number): Promise<boolean> {
    const sql = 'SELECT FROM api_applications WHERE lower(name) = lower($1) AND id <> $2';
    return (await this.database.row(sql, [name, id])) !== undefined;
  }

  async update(id: number, fields: Required<UpdateApplication>): Promise<void> {
    await this.database.run(
      `UPDATE api_applications SET name = $2, website_url = $3, callback_url = $4, support_url = $5, rate_limit = $6
       WHERE id = $1`,
      [id, fields.name, fields.websiteUrl, fields.callbackUrl, fields.supportUrl, fields.rateLimit],
    );
  }

  async setSecret(id: number, secretSealed: string): Promise<void> {
    await this.database.run('UPDATE api_applications SET secret_sealed = $2 WHERE id = $1', [id, secretSealed]);
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM api_applications WHERE id = $1', [id]);
  }

  tokens(applicationId: number): Promise<AccessToken[]> {
    return this.database.rows(
      `SELECT ${TOKEN} FROM api_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.application_id = $2 ORDER BY t.id DESC`,
      [this.clock.now(), applicationId],
    );
  }

  token(applicationId: number, id: number): Promise<AccessToken | undefined> {
    return this.database.row(
      `SELECT ${TOKEN} FROM api_tokens t JOIN users u ON u.id = t.user_id WHERE t.application_id = $2 AND t.id = $3`,
      [this.clock.now(), applicationId, id],
    );
  }

  async keepToken(token: TokenToKeep): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO api_tokens (application_id, user_id, name, token, secret_sealed, bearer_hash, scopes, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        token.applicationId,
        token.userId,
        token.name,
        token.token,
        token.secretSealed,
        token.bearerHash,
        token.scopes,
        token.expiresAt,
        this.clock.now(),
      ],
    );
    if (!row) throw new Error('The access token was not kept.');
    return row.id;
  }

  async removeToken(id: number): Promise<void> {
    await this.database.run('DELETE FROM api_tokens WHERE id = $1', [id]);
  }
}
