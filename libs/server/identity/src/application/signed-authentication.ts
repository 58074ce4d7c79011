import { Injectable } from '@nestjs/common';
import { readOAuth1, type OAuth1Said, type Pairs } from '@bureau/domain';
import { Clock, Database, Every, ProblemError, statement, type SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { SignatureCheck, TOLERANCE_MS } from './signature-check.ts';
import { TOKEN_IN_USE, TOKENS_IN_USE, TokenUse, type TokenInUse } from './token-use.ts';

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

/** OAuth 1.0a with HMAC-SHA1 (RFC 5849): the token of an application that signs what it asks. */
@Injectable()
export class SignedAuthentication {
  constructor(
    private readonly database: Database,
    private readonly tokenUse: TokenUse,
    private readonly signatures: SignatureCheck,
    private readonly clock: Clock,
  ) {}

  /**
   * By the pairs of the header; without one, by those of the query. Throws session.signature-refused: wrong in any way, not
   * of now, or sent before.
   */
  async run(header: Pairs | undefined, request: FastifyRequest): Promise<SignedIn> {
    const said = readOAuth1(header ?? queryOf(request));
    if (!said || !this.signatures.isOfNow(said)) throw refused();
    const now = this.clock.now();
    const token = await this.database.row<SignedToken>(FIND, [now, said.token, said.consumerKey]);
    if (!token || !this.signatures.isRight(said, { request, parameters: header ?? [], secrets: token }))
      throw refused();
    if (!(await this.isFirst(said, token))) throw refused();
    return this.tokenUse.run(token, now);
  }

  /** What is too old to be taken need not be remembered. */
  @Every('1h', 'oauth.sweep')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 2 * TOLERANCE_MS);
    await this.database.run('DELETE FROM oauth_nonces WHERE at < $1', [before]);
  }

  /** Whether nobody has sent it before; of two at once, one is first. */
  private async isFirst({ nonce, timestamp }: OAuth1Said, { tokenId }: SignedToken): Promise<boolean> {
    return (await this.database.run(REMEMBER, [tokenId, nonce, new Date(timestamp * 1000)])) === 1;
  }
}

/** Whether a request is signed in its query. */
export function isSignedInQuery(request: FastifyRequest): boolean {
  return request.originalUrl.includes('oauth_signature=');
}

function queryOf({ originalUrl }: FastifyRequest): Pairs {
  return [...new URLSearchParams(originalUrl.split(/\?(.*)/s)[1])];
}

function refused(): ProblemError {
  return new ProblemError('session.signature-refused');
}
