import { Controller, Inject, Req, Res } from '@nestjs/common';
import { permits } from '@bureau/contracts';
import { ProgramAuthentication } from '@bureau/identity';
import { LOG, ProblemError, PublicSurface, type Log, type SignedIn } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DESK_ROUTES } from '../desk-routes.ts';
import { answerRefusal, rateHeaders, send, type Answer } from './answer.ts';
import { CarryOut } from './carry-out.ts';
import { DeskProblem, methodNotAllowed, notFound, refusalOf } from './desk-problem.ts';
import { readBody } from './read-body.ts';
import { readLanguages } from './read-languages.ts';
import { methodOf, RouteBook, type Found } from './route-book.ts';
import { SiteRate } from './site-rate.ts';

const PREFIX = '/api/v2';

/** What is known of a request when something is wrong with it. */
interface Progress {
  headers: Record<string, string>;
  found?: Found;
  body?: object;
}

/** Every request to the API v2 of Desk.com: who asks, how often, what for; then {@link CarryOut}. */
@Controller()
export class DeskApiController {
  private readonly book = new RouteBook(DESK_ROUTES);

  constructor(
    private readonly authentication: ProgramAuthentication,
    private readonly siteRate: SiteRate,
    private readonly carryOut: CarryOut,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @PublicSurface(`${PREFIX}/*`, 'Speak the API v2 of Desk.com; docs/desk-api.md says how.')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const progress: Progress = { headers: {} };
    const answer = await this.run(request, progress).catch((error: unknown) => this.refused(error, request, progress));
    await send({ ...answer, headers: { ...progress.headers, ...answer.headers } }, reply);
  }

  private async run(request: FastifyRequest, progress: Progress): Promise<Answer> {
    const signedIn = await this.signedIn(request, progress);
    const [address = '', search = ''] = request.url.split(/\?(.*)/s);
    const path = address.slice(PREFIX.length);
    const found = this.book.find(methodOf(request.method, overrideOf(request)), path);
    if (found === 'nowhere') throw notFound();
    if (found === 'no-such-method') throw methodNotAllowed();
    progress.found = found;
    mayCall(signedIn, found, request);

    const body = await readBody(request.body, 'longest' in found.route ? found.route.longest : undefined);
    progress.body = body;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'accept-language': accepted } = request.headers;
    const query = new URLSearchParams(search);
    const languages = readLanguages(accepted);
    const { actor, tokenId } = signedIn;
    return this.carryOut.run({ ...found, actor, tokenId, path, query, languages, body, ifMatch, ifNoneMatch });
  }

  /** Who asks, counted. Who is nobody is counted too, where it costs nobody else. */
  private async signedIn(request: FastifyRequest, progress: Progress): Promise<SignedIn> {
    try {
      const signedIn = await this.authentication.run(request);
      if (!signedIn) throw new ProblemError('session.required');
      const window = await this.siteRate.count(signedIn.actor, signedIn.rateLimit);
      progress.headers = rateHeaders(window);
      if (window.exceeded) throw new ProblemError('request.rate-limited');
      return signedIn;
    } catch (error) {
      if (progress.headers['x-rate-limit-limit'] === undefined) {
        const window = await this.siteRate.countStranger(request.ip);
        progress.headers = rateHeaders(window);
        if (window.exceeded) throw new ProblemError('request.rate-limited');
      }
      throw error;
    }
  }

  private refused(error: unknown, request: FastifyRequest, { found, body }: Progress): Answer {
    const names = found && 'names' in found.route ? found.route.names : undefined;
    const refusal = refusalOf(error, { body, names });
    if (refusal.status >= 500) this.log.error({ requestId: request.id, err: error }, refusal.body.message);
    return answerRefusal(refusal, request);
  }
}

function overrideOf(request: FastifyRequest): string | undefined {
  return [request.headers['x-http-method-override']].flat()[0];
}

/** Throws two-factor.required, permission.denied, and 403 for a mobile token that goes further than it opens. */
function mayCall({ actor, mustSetUpTwoFactor }: SignedIn, { route }: Found, request: FastifyRequest): void {
  if (mustSetUpTwoFactor) throw new ProblemError('two-factor.required');
  if (/^bearer /i.test(request.headers.authorization ?? '') && !route.mobile) {
    throw new DeskProblem(403, 'A mobile token does not open this; sign the request with OAuth 1.0a instead.');
  }
  if (route.allow !== 'signed-in' && !permits(actor, route.allow)) throw new ProblemError('permission.denied');
}
