import { Injectable } from '@nestjs/common';
import { Authenticator, type SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { BearerAuthentication } from '../application/bearer-authentication.ts';
import { BasicAuthentication } from './basic-authentication.ts';
import { readSessionCookie } from './session-cookie.ts';
import { SessionRepository } from './session.repository.ts';

/** Answers the kernel's question who is there: an access token or Basic credentials, else the session cookie. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly basic: BasicAuthentication,
    private readonly bearer: BearerAuthentication,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<SignedIn | null> {
    const { authorization = '', cookie } = request.headers;
    // The names of schemes are not case-sensitive (RFC 9110 §11.1).
    const [, scheme = '', credentials = ''] = /^(\w+) +(.*)$/s.exec(authorization) ?? [];
    if (/^basic$/i.test(scheme)) return this.basic.run(credentials, request.ip);
    if (/^bearer$/i.test(scheme)) return this.bearer.run(credentials.trim());
    return this.find(cookie, request.ip);
  }

  authenticateCookie(cookieHeader: string | undefined): Promise<SignedIn | null> {
    return this.find(cookieHeader);
  }

  private async find(cookieHeader: string | undefined, ip?: string): Promise<SignedIn | null> {
    const token = readSessionCookie(cookieHeader);
    return (token && (await this.sessions.find(token, ip))) || null;
  }
}
