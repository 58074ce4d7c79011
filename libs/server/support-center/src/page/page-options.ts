import type { CenterRequest } from './center-request.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the interceptor of the support center's pages. */
    center?: CenterRequest;
  }
}

export const PAGE_OPTIONS = 'bureau:center-page';

export interface CenterPageOptions {
  /** Also while the support center is closed: what a link in a mail leads to. */
  evenClosed?: boolean;
  /** The form of this page brings files; those that come to any other page are not kept. */
  takesFiles?: boolean;
}
