import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type SalesforceLogin } from '@bureau/contracts';
import { Clock, Every, InstallationSecret, InvalidInput, ProblemError, seal } from '@bureau/platform';
import { SalesforceApp } from '../salesforce/salesforce-app.ts';
import { myDomainOf } from './login-host.ts';
import { SignInRepository } from './sign-in.repository.ts';

/** How long somebody may take to sign in. */
export const SIGN_IN_MS = 15 * 60_000;

/** What the desk asks for: the API, to be there when nobody is, who it is, and the feed. */
const SCOPES = 'api refresh_token id chatter_api';

/** Sends an administrator to Salesforce to sign in. What he may finish is bound to him, to one return, and to a quarter of an hour. */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly app: SalesforceApp,
    private readonly signIns: SignInRepository,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** Throws salesforce.not-configured, request.invalid (an address where nobody can sign in). */
  async run(actor: Actor, login: SalesforceLogin): Promise<{ url: string }> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    if (!this.app.configured) throw new ProblemError('salesforce.not-configured');

    const loginUrl = this.placeOf(login);
    const verifier = this.app.newVerifier();
    const state = randomBytes(32).toString('base64url');
    const url = this.app
      .oauth(loginUrl, verifier)
      .getAuthorizationUrl({ scope: SCOPES, state, code_challenge_method: 'S256', prompt: 'login consent' });

    const expiresAt = new Date(this.clock.now().getTime() + SIGN_IN_MS);
    await this.signIns.add({ userId, loginUrl, state, secretsSealed: seal(this.secret, verifier), expiresAt });
    return { url };
  }

  @Every('1h', 'salesforce-sign-ins.sweep')
  async sweep(): Promise<void> {
    await this.signIns.sweep(new Date(this.clock.now().getTime() - SIGN_IN_MS));
  }

  private placeOf(login: SalesforceLogin): string {
    if (login.host === 'my-domain') {
      const place = myDomainOf(login.address);
      if ('problem' in place) throw new InvalidInput([{ path: 'address', message: place.problem }]);
      // Salesforce that is played on this machine is one place, whatever it is called.
      return this.app.isSandbox ? this.app.loginUrl : place.url;
    }
    return login.host === 'production' || this.app.isSandbox ? this.app.loginUrl : 'https://test.salesforce.com';
  }
}
