import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permits, type Route } from '@bureau/contracts';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator.ts';
import { ROUTE_METADATA } from './handles.ts';
import { ProblemError } from './problem.ts';

/** Forbidden by default: only what the route's `allow` names gets through. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE_METADATA, context.getHandler());
    if (!route) throw new ProblemError('route.not-found');
    const { allow } = route.shape;
    if (allow === 'public') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.authenticator.authenticate(request);
    if (!signedIn) throw new ProblemError('session.required');
    request.signedIn = signedIn;

    if (allow === 'signed-in') return true;
    const { actor } = signedIn;
    if (permits(actor, allow)) return true;
    throw new ProblemError('permission.denied');
  }
}
