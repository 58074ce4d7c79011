import { Controller, Query, Req, Res } from '@nestjs/common';
import {
  salesforceConnectionApi,
  type Actor,
  type Preflight,
  type RouteCall,
  type SalesforceSetup,
  type SalesforceSignIn,
} from '@bureau/contracts';
import { Handles, PublicPage } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CheckOrganisation } from '../preflight/check-organisation.ts';
import { CALLBACK_PATH } from '../salesforce/salesforce-app.ts';
import { BeginSignIn } from './begin-sign-in.ts';
import { ChangeConnection } from './change-connection.ts';
import { CheckConnection } from './check-connection.ts';
import { ConnectionQueries } from './connection.queries.ts';
import { FinishSignIn, type ReturnQuery } from './finish-sign-in.ts';
import { RemoveLinks } from './remove-links.ts';

/** One text for each name; what is said twice was said by nobody who means well. */
const Returned = z
  .record(z.string(), z.unknown())
  .transform((query): ReturnQuery =>
    Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) =>
        typeof value === 'string' && value.length <= 4000 && !value.includes('\0') ? [[name, value]] : [],
      ),
    ),
  );

@Controller()
export class ConnectionController {
  constructor(
    private readonly queries: ConnectionQueries,
    private readonly begin: BeginSignIn,
    private readonly finish: FinishSignIn,
    private readonly change: ChangeConnection,
    private readonly checkConnection: CheckConnection,
    private readonly removeLinks: RemoveLinks,
    private readonly checkOrganisation: CheckOrganisation,
  ) {}

  /** Open to everybody: who it is, and what he may, is asked by the verb. */
  @PublicPage(CALLBACK_PATH, 'Come back from signing in at Salesforce.')
  async callback(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const to = await this.finish.run(request, Returned.parse(query ?? {}));
    // The code stood in the address: neither caches nor the next page get to know it.
    await reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(to, 303);
  }

  @Handles(salesforceConnectionApi.get)
  get(): Promise<SalesforceSetup> {
    return this.queries.get();
  }

  @Handles(salesforceConnectionApi.signIn)
  signIn(actor: Actor, { body }: RouteCall<typeof salesforceConnectionApi.signIn>): Promise<{ url: string }> {
    return this.begin.run(actor, body);
  }

  @Handles(salesforceConnectionApi.signedIn)
  signedIn(actor: Actor, { params }: RouteCall<typeof salesforceConnectionApi.signedIn>): Promise<SalesforceSignIn> {
    return this.queries.signIn(actor, params.signInId);
  }

  @Handles(salesforceConnectionApi.useKey)
  useKey(actor: Actor): Promise<SalesforceSetup> {
    return this.checkConnection.useKey(actor);
  }

  @Handles(salesforceConnectionApi.enable)
  async enable(actor: Actor): Promise<SalesforceSetup> {
    await this.checkOrganisation.onceAtLeast();
    return this.change.enable(actor);
  }

  @Handles(salesforceConnectionApi.disable)
  disable(actor: Actor): Promise<SalesforceSetup> {
    return this.change.disable(actor);
  }

  @Handles(salesforceConnectionApi.pause)
  pause(actor: Actor): Promise<SalesforceSetup> {
    return this.change.pause(actor);
  }

  @Handles(salesforceConnectionApi.resume)
  resume(actor: Actor): Promise<SalesforceSetup> {
    return this.change.resume(actor);
  }

  @Handles(salesforceConnectionApi.check)
  check(): Promise<SalesforceSetup> {
    return this.checkConnection.run();
  }

  @Handles(salesforceConnectionApi.disconnect)
  disconnect(actor: Actor, { body }: RouteCall<typeof salesforceConnectionApi.disconnect>): Promise<SalesforceSetup> {
    return this.change.disconnect(actor, body.organisationId);
  }

  @Handles(salesforceConnectionApi.removeLinks)
  removeAllLinks(
    actor: Actor,
    { body }: RouteCall<typeof salesforceConnectionApi.removeLinks>,
  ): Promise<SalesforceSetup> {
    return this.removeLinks.run(actor, body.organisationId);
  }

  @Handles(salesforceConnectionApi.preflight)
  preflight(): Promise<{ preflight: Preflight | null }> {
    return this.checkOrganisation.latest();
  }

  @Handles(salesforceConnectionApi.checkAgain)
  async checkAgain(): Promise<{ preflight: Preflight }> {
    return { preflight: await this.checkOrganisation.run() };
  }
}
