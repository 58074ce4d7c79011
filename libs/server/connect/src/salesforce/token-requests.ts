import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import { z } from 'zod';
import { SalesforceApp } from './salesforce-app.ts';
import { failureOf, SalesforceFailure } from './salesforce-failure.ts';
import type { KeptKeys } from './key.repository.ts';

/** What the token endpoint hands out. */
export interface TokenAnswer {
  accessToken: string;
  /** Null: none, or the one that was sent stays good. */
  refreshToken: string | null;
  /** Without a slash at the end; checked to be a place of Salesforce. */
  instanceUrl: string;
  organisationId: string;
  userId: string;
}

const Answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  instance_url: z.url(),
  /** …/id/00D…/005… */
  id: z.string().regex(/\/id\/00D[a-zA-Z0-9]{12,15}\/005[a-zA-Z0-9]{12,15}$/),
});

/** An assertion lives for three minutes at most. */
const ASSERTION_S = 150;

/** Asks Salesforce for keys. Every method throws SalesforceFailure; its status says whether there was an answer. */
@Injectable()
export class TokenRequests {
  constructor(
    private readonly app: SalesforceApp,
    private readonly clock: Clock,
  ) {}

  /** With what a browser brought back. */
  withCode(loginUrl: string, { code, verifier }: { code: string; verifier: string }): Promise<TokenAnswer> {
    return this.ask(() => this.app.oauth(loginUrl, verifier).requestToken(code));
  }

  /** With the desk's own key: JWT bearer, RFC 7523. */
  async withKey(loginUrl: string): Promise<TokenAnswer> {
    const assertion = await this.assertion(loginUrl);
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    return this.ask(() => this.app.oauth(loginUrl).requestToken({ grant_type, assertion }));
  }

  /** New keys in the place of ones that are over. */
  renew({ loginUrl, signedInBy }: KeptKeys, refreshToken: string | null): Promise<TokenAnswer> {
    if (signedInBy === 'key') return this.withKey(loginUrl);
    if (refreshToken === null) throw refused('Salesforce gave no key to renew the access with (scope refresh_token).');
    return this.ask(() => this.app.oauth(loginUrl).refreshToken(refreshToken));
  }

  /** Gives keys back; whoever has them can do nothing with them any more. */
  async revoke(loginUrl: string, token: string): Promise<void> {
    try {
      await this.app.oauth(loginUrl).revokeToken(token);
    } catch (error) {
      throw tokenFailureOf(error);
    }
  }

  private async ask(work: () => Promise<unknown>): Promise<TokenAnswer> {
    const answer = await work().catch((error: unknown) => {
      throw tokenFailureOf(error);
    });
    const parsed = Answer.safeParse(answer);
    if (!parsed.success) throw strange('Salesforce answered with no keys.');
    const { access_token, refresh_token, instance_url, id } = parsed.data;
    const place = new URL(instance_url);
    if (!this.app.allows(place)) throw strange(`${place.origin} is no place of Salesforce.`);
    const [organisationId = '', userId = ''] = id.split('/').slice(-2);
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? null,
      ...{ instanceUrl: place.origin, organisationId, userId },
    };
  }

  private async assertion(loginUrl: string): Promise<string> {
    const { key } = this.app;
    if (!key) throw refused('SF_JWT_USERNAME and SF_JWT_KEY_FILE are not set.');
    const pem = await readFile(key.file, 'utf8').catch((error: unknown) => {
      throw refused(`The key file ${key.file} cannot be read.`, error);
    });
    const exp = Math.floor(this.clock.now().getTime() / 1000) + ASSERTION_S;
    const claims = { iss: this.app.clientId, sub: key.username, aud: loginUrl, exp };
    const signed = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encoded).join('.');
    try {
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(pem, 'base64url')}`;
    } catch (error) {
      throw refused(`The key file ${key.file} holds no RSA key.`, error);
    }
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** jsforce throws errors whose name is the code of OAuth; an answer of another kind has ERROR_HTTP_… for one. */
function tokenFailureOf(error: unknown): SalesforceFailure {
  if (error instanceof SalesforceFailure) return error;
  const name = error instanceof Error ? error.name : '';
  const status = Number(/^ERROR_HTTP_(\d+)$/.exec(name)?.[1]) || (/^[a-z_]+$/.test(name) ? 400 : null);
  const failure = failureOf(error, status);
  if (status === null) return failure;
  const complaint = { code: name, message: failure.message, fields: [], recordIds: [] };
  return new SalesforceFailure([complaint], status, { cause: error });
}

function refused(message: string, cause?: unknown): SalesforceFailure {
  return new SalesforceFailure([{ code: 'invalid_grant', message, fields: [], recordIds: [] }], 400, { cause });
}

function strange(message: string): SalesforceFailure {
  return new SalesforceFailure([{ code: 'STRANGE_ANSWER', message, fields: [], recordIds: [] }], null);
}
