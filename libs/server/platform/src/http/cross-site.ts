import type { FastifyRequest } from 'fastify';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Says whether a request may change something: browsers state where a request comes from (Sec-Fetch-Site, Origin),
 * and one from another site is refused. Clients that are no browsers send neither and carry no ambient cookie.
 * Together with SameSite cookies and JSON bodies this is the protection against cross-site request forgery.
 */
export function isCrossSiteWrite(request: Pick<FastifyRequest, 'method' | 'headers'>, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  if (site !== undefined) return true;
  if (origin === undefined) return false;
  return origin !== ownOrigin && hostOf(origin) !== host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
