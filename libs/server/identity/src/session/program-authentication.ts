import { Injectable } from '@nestjs/common';
import { pairsOfHeader } from '@bureau/domain';
import type { SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { BearerAuthentication } from '../application/bearer-authentication.ts';
import { isSignedInQuery, SignedAuthentication } from '../application/signed-authentication.ts';
import { BasicAuthentication } from './basic-authentication.ts';

/** Who says with the request itself who he is: programs, which have neither browser nor session. */
@Injectable()
export class ProgramAuthentication {
  constructor(
    private readonly basic: BasicAuthentication,
    private readonly bearer: BearerAuthentication,
    private readonly signed: SignedAuthentication,
  ) {}

  /** Null when the request says nothing of the kind. Throws what the schemes throw. */
  async run(request: FastifyRequest): Promise<SignedIn | null> {
    const { authorization = '' } = request.headers;
    // The names of schemes are not case-sensitive (RFC 9110 §11.1).
    const [, scheme = '', credentials = ''] = /^(\w+) +(.*)$/s.exec(authorization) ?? [];
    if (/^basic$/i.test(scheme)) return this.basic.run(credentials, request.ip);
    if (/^bearer$/i.test(scheme)) return this.bearer.run(credentials.trim());
    if (/^oauth$/i.test(scheme)) return this.signed.run(pairsOfHeader(credentials) ?? [], request);
    return authorization === '' && isSignedInQuery(request) ? this.signed.run(undefined, request) : null;
  }
}
