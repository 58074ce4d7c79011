import type { KnownLimit } from '../social/account/network-limits.ts';

const QUARTER_MS = 15 * 60_000;

interface Rule extends KnownLimit {
  method: string;
  path: RegExp;
}

/** What X documents for one account (external-apis §1.3, August 2026); what it answers counts more. */
const RULES: Rule[] = [
  rule('mentions', 'GET', /^\/2\/users\/\d+\/mentions$/, 300),
  rule('timeline', 'GET', /^\/2\/users\/\d+\/tweets$/, 900),
  rule('direct-messages', 'GET', /^\/2\/dm_events$/, 15),
  rule('direct-message-threads', 'GET', /^\/2\/dm_conversations\//, 15),
  rule('send-direct-messages', 'POST', /^\/2\/dm_conversations/, 15),
  rule('posts', 'POST', /^\/2\/tweets$/, 100),
  rule('delete-posts', 'DELETE', /^\/2\/tweets\/\d+$/, 50),
  rule('search', 'GET', /^\/2\/tweets\/search\/recent$/, 300),
  rule('lookup', 'GET', /^\/2\/tweets$/, 5000),
  rule('single-posts', 'GET', /^\/2\/tweets\/\d+$/, 900),
  rule('users', 'GET', /^\/2\/users(\/by.*|\/\d+)?$/, 900),
  rule('me', 'GET', /^\/2\/users\/me$/, 75),
  rule('hide', 'PUT', /^\/2\/tweets\/\d+\/hidden$/, 50),
  rule('likes', 'POST', /^\/2\/users\/\d+\/likes$/, 50),
  rule('reposts', 'POST', /^\/2\/users\/\d+\/retweets$/, 50),
  rule('follows', 'POST', /^\/2\/users\/\d+\/following$/, 50),
  rule('media', 'POST', /^\/2\/media\/upload/, 1875),
];

/** Which limit a request counts against; null: none that is known. */
export function xLimitOf(method: string, path: string): KnownLimit | null {
  const found = RULES.find((one) => one.method === method.toUpperCase() && one.path.test(path));
  return found ? { what: found.what, limit: found.limit, windowMs: found.windowMs } : null;
}

function rule(what: string, method: string, path: RegExp, limit: number): Rule {
  return { what, method, path, limit, windowMs: QUARTER_MS };
}
