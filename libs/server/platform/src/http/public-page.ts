import { applyDecorators, Get, SetMetadata } from '@nestjs/common';
import { route } from '@bureau/contracts';
import { ROUTE_METADATA } from './handles.ts';

/** Binds a method to a page or probe that anybody may read and that is no part of the API. */
export function PublicPage(path: string, summary: string): MethodDecorator {
  return applyDecorators(Get(path), SetMetadata(ROUTE_METADATA, route('GET', path, { summary, allow: 'public' })));
}
