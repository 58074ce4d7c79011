import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { API, permits, type Actor, type Route } from '@bureau/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator, type SignedIn } from './authenticator.ts';
import { ROUTE_METADATA } from './handles.ts';
import { networkOf } from './network-of.ts';
import { ProblemError } from './problem.ts';
import { RateLimits } from './rate-limits.ts';

/** Requests a minute of one network to what is open to everybody. */
const PUBLIC_LIMIT = 600;

/** Probes and pages are public too, but no part of the API. */
const API_ROUTES = new Set(Object.values(API).flatMap((nouns): Route[] => Object.values(nouns)));

/** Forbidden by default: only what the route's `allow` names gets through, as often as its limit allows. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE_METADATA, context.getHandler());
    if (!route) throw new ProblemError('route.not-found');
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (route.shape.allow === 'public') {
      if (API_ROUTES.has(route)) await this.brake(`network:${networkOf(request.ip)}`, { limit: PUBLIC_LIMIT, reply });
      return true;
    }

    const signedIn = await this.authenticator.authenticate(request);
    if (!signedIn) throw new ProblemError('session.required');
    request.signedIn = signedIn;
    await this.brakeApplication(signedIn, reply);
    return mayCall(signedIn, route);
  }

  private async brakeApplication({ actor, rateLimit }: SignedIn, reply: FastifyReply): Promise<void> {
    if (actor.kind !== 'application' || rateLimit === undefined) return;
    await this.brake(`application:${actor.applicationId}`, { limit: rateLimit, reply });
  }

  /** Says in headers how much is left (draft-ietf-httpapi-ratelimit-headers-06); throws request.rate-limited. */
  private async brake(subject: string, { limit, reply }: { limit: number; reply: FastifyReply }): Promise<void> {
    const window = await this.rateLimits.count(subject, limit);
    void reply.headers({
      'ratelimit-limit': window.limit,
      'ratelimit-remaining': window.remaining,
      'ratelimit-reset': window.resetSeconds,
    });
    if (window.exceeded) throw new ProblemError('request.rate-limited', { retryAfterSeconds: window.resetSeconds });
  }
}

/** Throws two-factor.required, permission.denied. */
function mayCall({ actor, mustSetUpTwoFactor }: SignedIn, { shape }: Route): boolean {
  if (mustSetUpTwoFactor && !shape.beforeTwoFactor) throw new ProblemError('two-factor.required');
  if (!permitsRoute(actor, shape.allow)) throw new ProblemError('permission.denied');
  return true;
}

function permitsRoute(actor: Actor, allow: Route['shape']['allow']): boolean {
  return allow === 'signed-in' || (allow !== 'public' && permits(actor, allow));
}
