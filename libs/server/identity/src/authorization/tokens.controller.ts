import { Controller, Inject, Req, Res } from '@nestjs/common';
import { LOG, networkOf, problemOf, ProblemError, RateLimits, TokenEndpoint, type Log } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeginAuthorization } from './begin-authorization.ts';
import { FinishAuthorization } from './finish-authorization.ts';
import { TokenProblem } from './token-problem.ts';

/** Requests for tokens a minute, of one network. */
const LIMIT = 60;

/** Where applications ask for tokens (OAuth 1.0a). Answers are forms, as their clients expect. */
@Controller()
export class TokensController {
  constructor(
    private readonly begin: BeginAuthorization,
    private readonly finish: FinishAuthorization,
    private readonly rateLimits: RateLimits,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @TokenEndpoint('/oauth/request_token', 'Give an application a request token (OAuth 1.0a).')
  requestToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, async () => {
      const { token, secret } = await this.begin.run(request);
      return { oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: 'true' };
    });
  }

  @TokenEndpoint('/oauth/access_token', 'Give an application the access token that a person allowed (OAuth 1.0a).')
  accessToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, async () => {
      const { token, secret } = await this.finish.run(request);
      return { oauth_token: token, oauth_token_secret: secret };
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    run: () => Promise<Record<string, string>>,
  ): Promise<void> {
    try {
      const window = await this.rateLimits.count(`oauth:${networkOf(request.ip)}`, LIMIT);
      if (window.exceeded) {
        throw new ProblemError('request.rate-limited', { retryAfterSeconds: window.resetSeconds });
      }
      await send(reply, 200, await run());
    } catch (error) {
      await this.refuse(request, reply, error);
    }
  }

  private async refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<void> {
    if (error instanceof TokenProblem) {
      await send(reply, 401, { oauth_problem: error.problem, oauth_problem_advice: error.message });
      return;
    }
    const { code, status, message, extra } = problemOf(error);
    if (status >= 500) this.log.error({ requestId: request.id, err: error }, message);
    const { retryAfterSeconds } = extra;
    if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', retryAfterSeconds);
    const problem = code === 'session.signature-refused' ? 'signature_invalid' : code;
    await send(reply, status, { oauth_problem: problem, oauth_problem_advice: message });
  }
}

async function send(reply: FastifyReply, status: number, fields: Record<string, string>): Promise<void> {
  await reply
    .status(status)
    .headers({ 'content-type': 'application/x-www-form-urlencoded', 'cache-control': 'no-store' })
    .send(new URLSearchParams(fields).toString());
}
