import { Inject, Injectable } from '@nestjs/common';
import { permits, type Actor, type SalesforceSignInOutcome } from '@bureau/contracts';
import { Authenticator, Clock, InstallationSecret, LOG, ProblemError, unseal, type Log } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { SalesforceFailure } from '../salesforce/salesforce-failure.ts';
import { TokenRequests } from '../salesforce/token-requests.ts';
import { KeepOrganisation } from './keep-organisation.ts';
import type { SignInEntity } from './sign-in.entity.ts';
import { SignInRepository } from './sign-in.repository.ts';

type Administrator = Extract<Actor, { kind: 'user' }>;

/** What Salesforce's redirect carried. */
export type ReturnQuery = Readonly<Record<string, string | undefined>>;

interface End {
  outcome: SalesforceSignInOutcome;
  detail: string;
}

/**
 * A browser comes back from Salesforce (S55): in the session of whoever left, with the state that he left with, in time, and
 * once. Everything else changes nothing. It always ends at a page of the console that says what came of it.
 */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly requests: TokenRequests,
    private readonly keepOrganisation: KeepOrganisation,
    private readonly authenticator: Authenticator,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Where the browser is to go now. */
  async run(request: FastifyRequest, query: ReturnQuery): Promise<string> {
    const actor = await this.administrator(request);
    if (!actor) return pageOf('signed-out');
    const signIn = query['state'] === undefined ? null : await this.signIns.findByState(query['state']);
    if (!signIn) return pageOf('unknown');
    if (signIn.userId !== actor.userId) return pageOf('other-user');

    const now = this.clock.now();
    if (await this.signIns.use(signIn.id, now)) return this.end(signIn, await this.arrive(actor, signIn, query));
    // In time, and yet not to be used: another return was quicker, whatever stood here when this one looked.
    const isUsed = signIn.usedAt !== null || signIn.expiresAt > now;
    return isUsed ? pageOf('unknown') : this.end(signIn, { outcome: 'expired', detail: '' });
  }

  /** Null: nobody who may connect Salesforce is signed in in this browser. */
  private async administrator(request: FastifyRequest): Promise<Administrator | null> {
    const signedIn = await this.authenticator.authenticateCookie(request.headers.cookie);
    if (!signedIn || signedIn.mustSetUpTwoFactor || signedIn.actor.kind !== 'user') return null;
    return permits(signedIn.actor, 'salesforce:manage') ? signedIn.actor : null;
  }

  private async arrive(actor: Administrator, signIn: SignInEntity, query: ReturnQuery): Promise<End> {
    const { code, error, error_description: description = '' } = query;
    if (error === 'access_denied') return { outcome: 'denied', detail: description };
    if (error !== undefined || code === undefined) return { outcome: 'failed', detail: description || (error ?? '') };
    try {
      const { loginUrl, secretsSealed } = signIn;
      const verifier = unseal(this.secret, secretsSealed);
      const brought = await this.requests.withCode(loginUrl, { code, verifier });
      await this.keepOrganisation.run(actor, { loginUrl, signedInBy: 'person', brought });
      return { outcome: 'connected', detail: '' };
    } catch (caught) {
      return this.refusalOf(caught);
    }
  }

  private refusalOf(error: unknown): End {
    if (error instanceof ProblemError && error.code === 'salesforce.other-organisation') {
      const { detail } = error.extra;
      return { outcome: 'other-organisation', detail: typeof detail === 'string' ? detail : '' };
    }
    if (error instanceof SalesforceFailure) {
      const outcome = error.code === 'API_DISABLED_FOR_ORG' ? 'no-api' : 'failed';
      return { outcome, detail: error.message };
    }
    this.log.error({ err: error }, 'A sign-in at Salesforce could not be finished.');
    return { outcome: 'failed', detail: '' };
  }

  private async end({ id }: SignInEntity, end: End): Promise<string> {
    await this.signIns.finish(id, end);
    return pageOf(end.outcome, id);
  }
}

/** The page of the console that shows what came of it; never an address that a request named. */
function pageOf(outcome: SalesforceSignInOutcome, signInId?: number): string {
  const query = new URLSearchParams({ outcome, ...(signInId !== undefined && { signIn: `${signInId}` }) });
  return `/admin/salesforce?${query}`;
}
