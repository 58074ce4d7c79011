import { All, applyDecorators, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { route } from '@bureau/contracts';
import { ROUTE_METADATA } from './handles.ts';

/** Binds a method to a page or probe that anybody may read and that is no part of the API. */
export function PublicPage(path: string, summary: string): MethodDecorator {
  return applyDecorators(Get(path), SetMetadata(ROUTE_METADATA, route('GET', path, { summary, allow: 'public' })));
}

/** Where hooks begin: their bodies are bytes whatever their type, because signatures are over bytes. */
const HOOKS = '/hooks/';
/** Where the APIs of Desk.com begin: their clients say of their bodies what they like, or nothing. */
const SURFACES = ['/api/v1/', '/api/v2/'] as const;

/** Whether the body of a request to this route is bytes, whatever its type. */
export function takesBytes(url: string | undefined): boolean {
  return url !== undefined && (url.startsWith(HOOKS) || isSurface(url));
}

/** Whether an address is one of the APIs of Desk.com. */
export function isSurface(url: string): boolean {
  return SURFACES.some((beginning) => url.startsWith(beginning));
}

/** Binds a method to everything below an address: a surface with a table of routes, credentials and bodies of its own. */
export function PublicSurface(path: `${(typeof SURFACES)[number]}*`, summary: string): MethodDecorator {
  return applyDecorators(All(path), SetMetadata(ROUTE_METADATA, route('GET', path, { summary, allow: 'public' })));
}

/** Binds a method to an address where programs that are not signed in yet ask for tokens; their bodies are forms, if any. */
export function TokenEndpoint(path: `/oauth/${string}`, summary: string): MethodDecorator {
  return applyDecorators(Post(path), SetMetadata(ROUTE_METADATA, route('POST', path, { summary, allow: 'public' })));
}

/** Binds a method to an address that another service tells things to; who it is is for the method to find out. */
export function PublicHook(path: `/hooks/${string}`, summary: string): MethodDecorator {
  const told = route('POST', path, { summary, allow: 'public' });
  return applyDecorators(Post(path), HttpCode(200), SetMetadata(ROUTE_METADATA, told));
}
