import { Injectable } from '@nestjs/common';
import {
  authorizable,
  type Actor,
  type AllowApplication,
  type Allowed,
  type Authorization,
  type Denied,
} from '@bureau/contracts';
import { callbackWith } from '@bureau/domain';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { newCode, newSecret } from '../application/new-secret.ts';
import { userOf } from '../session/user-of.ts';
import { AuthorizationRepository } from './authorization.repository.ts';

/** What a person says to an application that asks to act for her (RFC 5849 §2.2); only she herself, never a program for her. */
@Injectable()
export class DecideAuthorization {
  constructor(private readonly authorizations: AuthorizationRepository) {}

  /** Throws permission.denied, authorization.gone, authorization.denied. */
  async look(actor: Actor, token: string): Promise<Authorization> {
    const { permissions } = userOf(actor);
    const { name, websiteUrl, supportUrl, callback, expiresAt } = await this.asked(token);
    return {
      application: { name, websiteUrl, supportUrl },
      scopes: authorizable(permissions),
      returnsTo: callback && new URL(callback).host,
      expiresAt,
    };
  }

  /** Throws as {@link look}, and request.invalid for scopes that nobody may allow, or she has not got. */
  @Transactional()
  async allow(actor: Actor, token: string, { scopes }: AllowApplication): Promise<Allowed> {
    const { userId, permissions } = userOf(actor);
    const { callback } = await this.asked(token);
    const own = authorizable(permissions);
    const beyond = scopes.filter((scope) => !own.includes(scope));
    if (beyond.length > 0) {
      throw new InvalidInput([{ path: 'scopes', message: `You cannot allow this: ${beyond.join(', ')}.` }]);
    }
    const verifier = callback === null ? newCode() : newSecret();
    if (!(await this.authorizations.allow(token, { userId, scopes, verifier }))) {
      throw new ProblemError('authorization.gone');
    }
    if (callback === null) return { redirectTo: null, code: verifier };
    return { redirectTo: callbackWith(callback, { oauth_token: token, oauth_verifier: verifier }), code: null };
  }

  /** Throws as {@link look}. */
  @Transactional()
  async deny(actor: Actor, token: string): Promise<Denied> {
    userOf(actor);
    const { callback } = await this.asked(token);
    if (!(await this.authorizations.deny(token))) throw new ProblemError('authorization.gone');
    const told = { oauth_token: token, oauth_problem: 'user_refused' };
    return { redirectTo: callback && callbackWith(callback, told) };
  }

  private async asked(token: string) {
    const asked = await this.authorizations.asked(token);
    if (!asked || asked.answered) throw new ProblemError('authorization.gone');
    if (asked.denied) throw new ProblemError('authorization.denied');
    return asked;
  }
}
