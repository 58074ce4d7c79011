import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { readOAuth1, signatureBase, signatureKey, type OAuth1Header } from '@bureau/domain';
import {
  Clock,
  CONFIG,
  Database,
  Every,
  InstallationSecret,
  ProblemError,
  statement,
  unseal,
  type Config,
  type SignedIn,
} from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { TOKEN_IN_USE, TOKENS_IN_USE, TokenUse, type TokenInUse } from './token-use.ts';

/** How far the clock of a client may be wrong, in either direction. */
const TOLERANCE_MS = 5 * 60_000;

const FIND = statement(
  'tokens.find-signed',
  `SELECT ${TOKEN_IN_USE}, a.secret_sealed AS "consumerSecretSealed", t.secret_sealed AS "tokenSecretSealed"
   ${TOKENS_IN_USE} AND t.token = $2 AND a.key = $3`,
);

const REMEMBER = statement(
  'oauth.remember',
  'INSERT INTO oauth_nonces (token_id, nonce, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

interface SignedToken extends TokenInUse {
  consumerSecretSealed: string;
  tokenSecretSealed: string;
}

/** `Authorization: OAuth` (OAuth 1.0a with HMAC-SHA1, RFC 5849): the token of an application that signs what it asks. */
@Injectable()
export class SignedAuthentication {
  constructor(
    private readonly database: Database,
    private readonly tokenUse: TokenUse,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws session.signature-refused: wrong in any way, not of now, or sent before. */
  async run(credentials: string, request: FastifyRequest): Promise<SignedIn> {
    const now = this.clock.now();
    const header = readOAuth1(credentials);
    if (!header || Math.abs(now.getTime() - header.timestamp * 1000) > TOLERANCE_MS) throw refused();
    const token = await this.database.row<SignedToken>(FIND, [now, header.token, header.consumerKey]);
    if (!token || !this.isSigned(header, token, request)) throw refused();
    if (!(await this.isFirst(header, token))) throw refused();
    return this.tokenUse.run(token, now);
  }

  /** What is too old to be taken need not be remembered. */
  @Every('1h', 'oauth.sweep')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 2 * TOLERANCE_MS);
    await this.database.run('DELETE FROM oauth_nonces WHERE at < $1', [before]);
  }

  /**
   * Signed over the address as the client called it: as the request says it, or a trusted proxy, or as the desk is known
   * outside, for proxies that pass on neither scheme nor host.
   */
  private isSigned(header: OAuth1Header, token: SignedToken, request: FastifyRequest): boolean {
    const { consumerSecretSealed, tokenSecretSealed } = token;
    const key = signatureKey(unseal(this.secret, consumerSecretSealed), unseal(this.secret, tokenSecretSealed));
    const given = Buffer.from(header.signature, 'base64');
    return this.originsOf(request).some((origin) => {
      const { method, originalUrl: address } = request;
      const base = signatureBase({ method, origin, address, parameters: header.parameters });
      const right = createHmac('sha1', key).update(base).digest();
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }

  private originsOf({ protocol, host }: FastifyRequest): string[] {
    const called = `${protocol}://${host}`;
    const known = new URL(this.config.publicUrl).origin;
    return [...new Set([...(URL.canParse(called) ? [new URL(called).origin] : []), known])];
  }

  /** Whether nobody has sent it before; of two at once, one is first. */
  private async isFirst({ nonce, timestamp }: OAuth1Header, { tokenId }: SignedToken): Promise<boolean> {
    return (await this.database.run(REMEMBER, [tokenId, nonce, new Date(timestamp * 1000)])) === 1;
  }
}

function refused(): ProblemError {
  return new ProblemError('session.signature-refused');
}
