import { Injectable } from '@nestjs/common';
import { pairsOfHeader, readOAuth1, type OAuth1Said } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { SignatureCheck } from '../application/signature-check.ts';
import { AuthorizationRepository } from './authorization.repository.ts';
import { formOf } from './form-of.ts';

/** Whom a request for a token claims to be of, and the secrets that would prove it. */
interface Claimed {
  applicationId: number;
  consumerSecretSealed: string;
  tokenSecretSealed: string | null;
}

/** Finds out whether a request for a token was signed by the application that it names, now, and for the first time. */
@Injectable()
export class ProveApplication {
  constructor(
    private readonly signatures: SignatureCheck,
    private readonly authorizations: AuthorizationRepository,
  ) {}

  /** `find` says whose request it claims to be. Throws session.signature-refused: one answer for every kind of wrong. */
  async run<Found extends Claimed>(
    request: FastifyRequest,
    find: (said: OAuth1Said) => Promise<Found | undefined>,
  ): Promise<{ said: OAuth1Said; found: Found }> {
    const parameters = [...headerOf(request), ...formOf(request)];
    const query = [...new URLSearchParams(request.originalUrl.split(/\?(.*)/s)[1])];
    const said = readOAuth1([...parameters, ...query]);
    if (!said || !this.signatures.isOfNow(said)) throw refused();
    const found = await find(said);
    if (!found || !this.signatures.isRight(said, { request, parameters, secrets: found })) throw refused();
    if (!(await this.authorizations.isFirst(found.applicationId, said))) throw refused();
    return { said, found };
  }
}

function headerOf({ headers: { authorization = '' } }: FastifyRequest) {
  const [, credentials] = /^oauth +(.*)$/is.exec(authorization) ?? [];
  return (credentials === undefined ? null : pairsOfHeader(credentials)) ?? [];
}

function refused(): ProblemError {
  return new ProblemError('session.signature-refused');
}
