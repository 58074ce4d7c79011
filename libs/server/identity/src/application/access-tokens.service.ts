import { Injectable } from '@nestjs/common';
import {
  permits,
  type AccessToken,
  type AccessTokenSecret,
  type Actor,
  type Application,
  type CreateAccessToken,
} from '@bureau/contracts';
import { Clock, InstallationSecret, InvalidInput, ProblemError, seal, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { userOf } from '../session/user-of.ts';
import { ApplicationRepository } from './application.repository.ts';
import { bearerHash } from './bearer-authentication.ts';
import { newBearerToken, newPublicKey, newSecret } from './new-secret.ts';

/** The tokens of API applications. The bearer token is hashed; the token secret is sealed, for signatures. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** Throws application.not-found. */
  async list(applicationId: number): Promise<{ items: AccessToken[] }> {
    await this.application(applicationId);
    return { items: await this.applications.tokens(applicationId) };
  }

  /**
   * A token that acts for the user himself: a token cannot make others that outlive it. Throws application.not-found,
   * permission.denied, request.invalid for a scope that the user has not got or an expiry in the past.
   */
  @Transactional()
  async create(actor: Actor, applicationId: number, input: CreateAccessToken): Promise<AccessTokenSecret> {
    const { userId } = userOf(actor);
    const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
    this.check(actor, input, expiresAt);
    const application = await this.application(applicationId);

    const [tokenSecret, bearerToken] = [newSecret(), newBearerToken()];
    const id = await this.applications.keepToken({
      ...{ applicationId, userId, name: input.name, scopes: input.scopes, expiresAt },
      token: newPublicKey(),
      secretSealed: seal(this.secret, tokenSecret),
      bearerHash: bearerHash(bearerToken),
    });
    const accessToken = await this.token(applicationId, id);

    await this.tell(actor, application, { after: { identifier: accessToken.token, scopes: input.scopes } });
    return { accessToken, tokenSecret, bearerToken };
  }

  /** Throws application.not-found, token.not-found. */
  @Transactional()
  async revoke(actor: Actor, applicationId: number, id: number): Promise<void> {
    const application = await this.application(applicationId);
    const { token, scopes } = await this.token(applicationId, id);
    await this.applications.removeToken(id);
    await this.tell(actor, application, { before: { identifier: token, scopes } });
  }

  private check(actor: Actor, { scopes }: CreateAccessToken, expiresAt: Date | null): void {
    const beyond = scopes.filter((scope) => !permits(actor, scope));
    if (beyond.length > 0) {
      const message = `You may not do this yourself: ${beyond.join(', ')}.`;
      throw new InvalidInput([{ path: 'scopes', message }]);
    }
    if (expiresAt && expiresAt <= this.clock.now()) {
      throw new InvalidInput([{ path: 'expiresAt', message: 'Choose a time to come.' }]);
    }
  }

  private async application(id: number): Promise<Application> {
    const application = await this.applications.find(id);
    if (!application) throw new ProblemError('application.not-found');
    return application;
  }

  private async token(applicationId: number, id: number): Promise<AccessToken> {
    const token = await this.applications.token(applicationId, id);
    if (!token) throw new ProblemError('token.not-found');
    return token;
  }

  private tell(
    actor: Actor,
    { id, name }: Application,
    { before, after }: { before?: TokenFields; after?: TokenFields },
  ): Promise<void> {
    return this.audit.record(actor, {
      noun: 'application',
      id,
      name,
      action: after ? 'changed' : 'revoked',
      before,
      after,
    });
  }
}

interface TokenFields {
  [field: string]: unknown;
  /** Of the token; the log hides what is called a token. */
  identifier: string;
  scopes: string[];
}
