import { Inject, Injectable } from '@nestjs/common';
import { LOG, problemOf, presentProblem, type Log, type ProblemError } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Snippets } from '../snippet/snippets.ts';
import type { SnippetKey } from '../snippet/english.ts';
import { RenderPage } from '../theme/render-page.ts';
import { renderWithoutBrand } from './without-brand.ts';
import type { CenterRequest } from './center-request.ts';
import { pageHeaders } from './page-headers.ts';
import { SendAnswer } from './send-answer.ts';

type HttpExchange = { request: FastifyRequest; reply: FastifyReply };

/** Tells people what went wrong, on a page of the theme: in their language, and with what they can do. */
@Injectable()
export class SendProblem {
  constructor(
    private readonly answers: SendAnswer,
    private readonly snippets: Snippets,
    private readonly render: RenderPage,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async send(thrown: unknown, { request, reply }: HttpExchange): Promise<unknown> {
    const problem = problemOf(thrown);
    if (problem.status >= 500) this.log.error({ requestId: request.id, err: thrown }, problem.message);
    const { retryAfterSeconds } = problem.extra;
    if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', retryAfterSeconds);
    const { center } = request;
    if (!center) return this.withoutBrand(problem, reply);
    if (center.wantsJson) {
      void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
      return presentProblem(problem, request.id);
    }
    return this.page(problem.status, { center, request, reply }, problem);
  }

  /** The support center of this brand is closed. */
  closed(center: CenterRequest, { request, reply }: HttpExchange): Promise<unknown> {
    return this.page(503, { center, request, reply });
  }

  private async page(
    status: number,
    { center, request, reply }: HttpExchange & { center: CenterRequest },
    problem?: ProblemError,
  ): Promise<unknown> {
    const words = this.snippets.of(center.brand.id, center.language);
    const kind = problem ? kindOf(status) : 'closed';
    const title = words[`error_${kind}_title`];
    const errors = problem?.extra['errors'] ?? [];
    const error = { status, kind, title, text: words[`error_${kind}_text`], errors, reference: request.id };
    const answer = { page: 'error', title, objects: { error }, status, head: { hidden: true } } as const;
    try {
      return await this.answers.send(answer, { center, request, reply });
    } catch (failed) {
      // The theme itself is broken: it is said without it.
      this.log.error({ requestId: request.id, err: failed }, 'The page that tells of an error could not be drawn.');
      void reply.status(status).headers(pageHeaders({ common: false }));
      return this.render.plain(answer, center);
    }
  }

  private withoutBrand(problem: ProblemError, reply: FastifyReply): string {
    const missing = problem.code === 'brand.not-found';
    void reply.status(problem.status).headers(pageHeaders({ common: false }));
    return renderWithoutBrand({
      title: missing ? 'There is no support center here' : 'Something went wrong',
      text: missing
        ? 'Check the address, or go to the website of the company that you are looking for.'
        : problem.message,
    });
  }
}

type ErrorKind = SnippetKey extends infer Key ? (Key extends `error_${infer Kind}_title` ? Kind : never) : never;

function kindOf(status: number): ErrorKind {
  if (status === 404 || status === 410) return 'missing';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 429) return 'patience';
  if (status === 413) return 'size';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failure' : 'invalid';
}
