import { Controller, Inject, Req, Res } from '@nestjs/common';
import { permits } from '@bureau/contracts';
import { LOG, ProblemError, PublicSurface, type Log, type SignedIn } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DESK_ROUTES } from '../desk-routes.ts';
import { answerRefusal, send, type Answer } from './answer.ts';
import { CarryOut } from './carry-out.ts';
import { DeskProblem, methodNotAllowed, notFound, refusalOf } from './desk-problem.ts';
import { readBody } from './read-body.ts';
import { readLanguages } from './read-languages.ts';
import { methodOf, RouteBook, type Found } from './route-book.ts';
import { queryOf, WhoAsks } from './who-asks.ts';

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
    private readonly whoAsks: WhoAsks,
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
    const signedIn = await this.whoAsks.run(request, progress);
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
    const query = queryOf(search);
    const languages = readLanguages(accepted);
    const { actor, tokenId } = signedIn;
    return this.carryOut.run({ ...found, actor, tokenId, path, query, languages, body, ifMatch, ifNoneMatch });
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
