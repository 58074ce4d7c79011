import { Controller, Inject, Req, Res } from '@nestjs/common';
import { permits } from '@bureau/contracts';
import { LOG, ProblemError, PublicSurface, type Log, type SignedIn } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerRead, answerRefusal, send, type Answer } from '../transport/answer.ts';
import { DeskProblem, methodNotAllowed, notFound, refusalOf } from '../transport/desk-problem.ts';
import { readLanguages } from '../transport/read-languages.ts';
import { methodOf, RouteBook } from '../transport/route-book.ts';
import { queryOf, WhoAsks } from '../transport/who-asks.ts';
import { V1Reads } from './v1-reads.ts';
import { V1_ROUTES } from './v1-routes.ts';

const PREFIX = '/api/v1';

/**
 * What is left of the API v1 of Desk.com. Its clients speak plain http: only what they sign is heard, so that neither
 * a password nor a bearer token is ever sent that way.
 */
@Controller()
export class V1Controller {
  private readonly book = new RouteBook(V1_ROUTES.map(({ route }) => route));

  constructor(
    private readonly whoAsks: WhoAsks,
    private readonly reads: V1Reads,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @PublicSurface(`${PREFIX}/*`, 'Speak what is left of the API v1 of Desk.com; docs/desk-api.md says how.')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const progress: { headers: Record<string, string> } = { headers: {} };
    const answer = await this.run(request, progress).catch((error: unknown) => this.refused(error, request));
    await send({ ...answer, headers: { ...progress.headers, ...answer.headers } }, reply);
  }

  private async run(request: FastifyRequest, progress: { headers: Record<string, string> }): Promise<Answer> {
    const signedIn = await this.signedIn(request, progress);
    const [address = '', search = ''] = request.url.split(/\?(.*)/s);
    const found = this.book.find(
      methodOf(request.method, undefined),
      address.slice(PREFIX.length).replace(/\.json$/, ''),
    );
    if (found === 'nowhere') throw notFound();
    if (found === 'no-such-method') throw methodNotAllowed();
    mayRead(signedIn, found.route.allow);
    const row = V1_ROUTES.find(({ route }) => route === found.route);
    if (!row) throw notFound();
    const { 'if-none-match': ifNoneMatch, 'accept-language': accepted } = request.headers;
    const { actor } = signedIn;
    const asked = { actor, keys: found.keys, query: queryOf(search), languages: readLanguages(accepted) };
    const text = found.route.does === 'list' ? await this.reads.list(row, asked) : await this.reads.show(row, asked);
    return answerRead(text, ifNoneMatch);
  }

  private async signedIn(request: FastifyRequest, progress: { headers: Record<string, string> }): Promise<SignedIn> {
    const { authorization = '' } = request.headers;
    if (authorization === '' || /^oauth /i.test(authorization)) return this.whoAsks.run(request, progress);
    await this.whoAsks.countStranger(request, progress);
    throw new DeskProblem(401, 'The API v1 hears only requests that are signed with OAuth 1.0a.');
  }

  private refused(error: unknown, request: FastifyRequest): Answer {
    const refusal = refusalOf(error, { body: {} });
    if (refusal.status >= 500) this.log.error({ requestId: request.id, err: error }, refusal.body.message);
    const answer = answerRefusal(refusal, request);
    const asked: Record<string, string> = refusal.status === 401 ? { 'www-authenticate': 'OAuth realm="Bureau"' } : {};
    return { ...answer, headers: { ...answer.headers, ...asked } };
  }
}

/** Throws two-factor.required, permission.denied. */
function mayRead({ actor, mustSetUpTwoFactor }: SignedIn, allow: (typeof V1_ROUTES)[number]['route']['allow']): void {
  if (mustSetUpTwoFactor) throw new ProblemError('two-factor.required');
  if (allow !== 'signed-in' && !permits(actor, allow)) throw new ProblemError('permission.denied');
}
