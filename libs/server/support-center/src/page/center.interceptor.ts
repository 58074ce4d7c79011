import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { CenterAnswer } from './center-answer.ts';
import { PAGE_OPTIONS, type CenterPageOptions } from './page-options.ts';
import { ReadCenterRequest } from './read-center-request.ts';
import { ReadForm } from './read-form.ts';
import { SendAnswer } from './send-answer.ts';
import { SendProblem } from './send-problem.ts';
import { KnownSite } from '../theme/known-site.ts';
import { Snippets } from '../snippet/snippets.ts';

/** Around every public page: reads the request, lets the page answer, and writes the answer in the brand's theme. */
@Injectable()
export class CenterInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly requests: ReadCenterRequest,
    private readonly forms: ReadForm,
    private readonly answers: SendAnswer,
    private readonly problems: SendProblem,
    private readonly snippets: Snippets,
    private readonly site: KnownSite,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<CenterAnswer>): Observable<unknown> {
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler<CenterAnswer>): Promise<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    try {
      const center = await this.requests.run(request);
      request.center = center;
      const kept = this.answers.kept(center, request);
      if (kept) return this.answers.sendKept(kept, { request, reply });
      await Promise.all([this.snippets.ready(center.brand.id), this.site.ready()]);

      const { evenClosed = false, takesFiles = false }: CenterPageOptions =
        this.reflector.get(PAGE_OPTIONS, context.getHandler()) ?? {};
      if (!center.brand.open && !evenClosed) return await this.problems.closed(center, { request, reply });
      if (request.method === 'POST') {
        const form = await this.forms.run(request, { network: center.network, takesFiles });
        request.center = { ...center, form };
      }
      const answer = await lastValueFrom(next.handle());
      return await this.answers.send(answer, { center: request.center, request, reply });
    } catch (thrown) {
      return await this.problems.send(thrown, { request, reply });
    }
  }
}
