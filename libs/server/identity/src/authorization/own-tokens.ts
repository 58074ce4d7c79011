import { Injectable } from '@nestjs/common';
import type { Actor, OwnAccessToken } from '@bureau/contracts';
import { ProblemError, Transactional } from '@bureau/platform';
import { ApplicationRepository } from '../application/application.repository.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { userOf } from '../session/user-of.ts';
import { AuthorizationRepository } from './authorization.repository.ts';

/** The tokens with which applications act for somebody, as he sees them himself, whoever made them. */
@Injectable()
export class OwnTokens {
  constructor(
    private readonly authorizations: AuthorizationRepository,
    private readonly applications: ApplicationRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws permission.denied for a program. */
  async list(actor: Actor): Promise<{ items: OwnAccessToken[] }> {
    return { items: await this.authorizations.tokensOf(userOf(actor).userId) };
  }

  /** Throws permission.denied, token.not-found. */
  @Transactional()
  async end(actor: Actor, id: number): Promise<void> {
    const token = (await this.authorizations.tokensOf(userOf(actor).userId)).find((one) => one.id === id);
    if (!token) throw new ProblemError('token.not-found');
    await this.applications.removeToken(id);
    const { application, scopes } = token;
    const before = { identifier: token.token, scopes };
    await this.audit.record(actor, { ...{ noun: 'application', action: 'revoked' }, ...application, before });
  }
}
