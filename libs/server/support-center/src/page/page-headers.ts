/**
 * What a page of a theme may do. Scripts are files of this host, never part of a page: what a visitor, an author or a
 * theme smuggled in stays text. Pictures, fonts and styles may come from elsewhere over https, as themes have them.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline' https:",
  "img-src 'self' data: https:",
  "font-src 'self' data: https:",
  "media-src 'self' https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** `common`: every guest sees the same. */
export function pageHeaders({ common }: { common: boolean }): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': common ? 'private, no-cache' : 'private, no-store',
    vary: 'Cookie, Accept-Language',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
}
