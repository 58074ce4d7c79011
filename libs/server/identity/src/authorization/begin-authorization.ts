import { Injectable } from '@nestjs/common';
import { isCallbackOf } from '@bureau/domain';
import { InstallationSecret, seal } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { newSecret } from '../application/new-secret.ts';
import { AuthorizationRepository } from './authorization.repository.ts';
import { ProveApplication } from './prove-application.ts';
import { TokenProblem } from './token-problem.ts';

/** A person is given a code to carry over, instead of her browser an address to go to. */
const OUT_OF_BAND = 'oob';

/** Gives an application a request token (RFC 5849 §2.1): a question that it may have a person answer. */
@Injectable()
export class BeginAuthorization {
  constructor(
    private readonly prove: ProveApplication,
    private readonly authorizations: AuthorizationRepository,
    private readonly secret: InstallationSecret,
  ) {}

  /** Throws session.signature-refused, {@link TokenProblem} for a callback that is not the application's. */
  async run(request: FastifyRequest): Promise<{ token: string; secret: string }> {
    const { said, found } = await this.prove.run(request, ({ token, consumerKey }) =>
      token === '' ? this.authorizations.application(consumerKey) : Promise.resolve(undefined),
    );
    const callback = callbackOf(said.callback, found.callbackUrl);
    const [token, secret] = [newSecret(), newSecret()];
    const secretSealed = seal(this.secret, secret);
    await this.authorizations.keep({ applicationId: found.applicationId, token, secretSealed, callback });
    return { token, secret };
  }
}

/** Clients older than OAuth 1.0a say nothing of it: theirs is the registered one. */
function callbackOf(asked: string | null, registered: string | null): string | null {
  if (asked === OUT_OF_BAND) return null;
  if (asked === null || asked === '') return registered;
  if (registered !== null && isCallbackOf(registered, asked)) return asked;
  throw new TokenProblem(
    'parameter_rejected',
    'oauth_callback is neither the callback address of the application, nor below it, nor oob.',
  );
}
