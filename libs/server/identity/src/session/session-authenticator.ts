import { Injectable } from '@nestjs/common';
import { Authenticator, type SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { BasicAuthentication } from './basic-authentication.ts';
import { readSessionCookie } from './session-cookie.ts';
import { SessionRepository } from './session.repository.ts';

/** Answers the kernel's question who is there: the session cookie, else Basic credentials. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly basic: BasicAuthentication,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<SignedIn | null> {
    const { authorization, cookie } = request.headers;
    if (authorization?.startsWith('Basic ')) {
      return { actor: await this.basic.run(authorization, request.ip), sessionId: null };
    }
    return this.authenticateCookie(cookie);
  }

  async authenticateCookie(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const token = readSessionCookie(cookieHeader);
    return (token && (await this.sessions.find(token))) || null;
  }
}
