import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, ProblemError, statement, type SignedIn } from '@bureau/platform';
import { TOKEN_IN_USE, TOKENS_IN_USE, TokenUse, type TokenInUse } from './token-use.ts';

const FIND = statement('tokens.find', `SELECT ${TOKEN_IN_USE} ${TOKENS_IN_USE} AND t.bearer_hash = $2`);

/** `Authorization: Bearer` (RFC 6750). */
@Injectable()
export class BearerAuthentication {
  constructor(
    private readonly database: Database,
    private readonly tokenUse: TokenUse,
    private readonly clock: Clock,
  ) {}

  /** Throws session.token-refused. */
  async run(token: string): Promise<SignedIn> {
    const now = this.clock.now();
    const found = await this.database.row<TokenInUse>(FIND, [now, bearerHash(token)]);
    if (!found) throw new ProblemError('session.token-refused');
    return this.tokenUse.run(found, now);
  }
}

/** What the database knows of a bearer token: 256 random bits need no slow hash. */
export function bearerHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
