import type { Actor } from '@bureau/contracts';
import type { FastifyRequest } from 'fastify';

/** Who sends a request, and through which session. */
export interface SignedIn {
  actor: Extract<Actor, { kind: 'user' | 'application' }>;
  sessionId: number | null;
  /** The access token of a program. */
  tokenId?: number;
  /** The role demands a second factor and there is none yet: only what sets it up is open. */
  mustSetUpTwoFactor: boolean;
  /** Requests a minute of an application. */
  rateLimit?: number;
}

/** The port through which the kernel asks who is there; identity answers. */
export abstract class Authenticator {
  /** Null when nobody is signed in. Throws a ProblemError for wrong credentials. */
  abstract authenticate(request: FastifyRequest): Promise<SignedIn | null>;
  /** For the realtime handshake, which has only the cookie header. */
  abstract authenticateCookie(cookieHeader: string | undefined): Promise<SignedIn | null>;
}
