import { Injectable } from '@nestjs/common';
import { permits } from '@bureau/contracts';
import { InstallationSecret, seal, Transactional } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { ApplicationRepository } from '../application/application.repository.ts';
import { bearerHash } from '../application/bearer-authentication.ts';
import { newBearerToken, newPublicKey, newSecret } from '../application/new-secret.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { UserRepository } from '../user/user.repository.ts';
import { AuthorizationRepository } from './authorization.repository.ts';
import { ProveApplication } from './prove-application.ts';
import { TokenProblem } from './token-problem.ts';

/** Gives an application the access token that a person allowed (RFC 5849 §2.3), for the request token and its verifier, once. */
@Injectable()
export class FinishAuthorization {
  constructor(
    private readonly prove: ProveApplication,
    private readonly authorizations: AuthorizationRepository,
    private readonly applications: ApplicationRepository,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
  ) {}

  /** Throws session.signature-refused, {@link TokenProblem}: one answer for every kind of verifier that is not the right one. */
  async run(request: FastifyRequest): Promise<{ token: string; secret: string }> {
    const { said } = await this.prove.run(request, ({ consumerKey, token }) =>
      this.authorizations.pending(consumerKey, token),
    );
    const { token, verifier } = said;
    const mayGuess = verifier !== null && verifier !== '' && (await this.authorizations.countGuess(token));
    const made = mayGuess ? await this.exchange(token, verifier) : undefined;
    if (made) return made;
    throw new TokenProblem('token_rejected', 'Nobody has allowed this, or oauth_verifier is wrong.');
  }

  @Transactional()
  private async exchange(token: string, verifier: string): Promise<{ token: string; secret: string } | undefined> {
    const allowed = await this.authorizations.spend(token, verifier);
    const actor = allowed && (await this.users.actor(allowed.userId));
    const application = allowed && (await this.applications.find(allowed.applicationId));
    if (!allowed || !actor || !application) return undefined;
    const { applicationId, userId } = allowed;
    const scopes = allowed.scopes.filter((scope) => permits(actor, scope));
    const made = { token: newPublicKey(), secret: newSecret() };
    await this.applications.keepToken({
      ...{ applicationId, userId, name: '', token: made.token, scopes, expiresAt: null },
      secretSealed: seal(this.secret, made.secret),
      // Nobody is told: what signs its requests needs no other way.
      bearerHash: bearerHash(newBearerToken()),
    });
    const { name } = application;
    const after = { identifier: made.token, scopes };
    await this.audit.record(actor, { noun: 'application', id: applicationId, name, action: 'changed', after });
    return made;
  }
}
