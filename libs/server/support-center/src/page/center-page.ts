import {
  applyDecorators,
  createParamDecorator,
  Get,
  HttpCode,
  Post,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { route } from '@bureau/contracts';
import { ROUTE_METADATA } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import type { CenterAnswer } from './center-answer.ts';
import type { CenterRequest } from './center-request.ts';
import { CenterInterceptor } from './center.interceptor.ts';
import { PAGE_OPTIONS, type CenterPageOptions } from './page-options.ts';

type Handler = (request: CenterRequest) => CenterAnswer | Promise<CenterAnswer>;

const RequestOf = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().center,
);

/**
 * Binds `handler(request: CenterRequest)` to a page of every brand's support center. `path` is Desk.com's, below the
 * brand: `/customer/portal/articles/:idSlug`. What it answers or throws becomes a page of the brand's theme.
 */
export function CenterPage(method: 'GET' | 'POST', path: string, summary: string, options: CenterPageOptions = {}) {
  const address = `/support/:brandSlug${path === '/' ? '' : path}`;
  return <Method extends Handler>(target: object, key: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    RequestOf()(target, key, 0);
    applyDecorators(
      method === 'GET' ? Get(address) : Post(address),
      HttpCode(200),
      SetMetadata(ROUTE_METADATA, route(method, address, { summary, allow: 'public' })),
      SetMetadata(PAGE_OPTIONS, options),
      UseInterceptors(CenterInterceptor),
    )(target, key, descriptor);
  };
}
