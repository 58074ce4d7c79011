import { Injectable } from '@nestjs/common';
import { Authenticator, type SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { ProgramAuthentication } from './program-authentication.ts';
import { readSessionCookie } from './session-cookie.ts';
import { SessionRepository } from './session.repository.ts';

/** Answers the kernel's question who is there: a program with its credentials, else the session cookie. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly programs: ProgramAuthentication,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<SignedIn | null> {
    return (await this.programs.run(request)) ?? this.find(request.headers.cookie, request.ip);
  }

  authenticateCookie(cookieHeader: string | undefined): Promise<SignedIn | null> {
    return this.find(cookieHeader);
  }

  private async find(cookieHeader: string | undefined, ip?: string): Promise<SignedIn | null> {
    const token = readSessionCookie(cookieHeader);
    return (token && (await this.sessions.find(token, ip))) || null;
  }
}
