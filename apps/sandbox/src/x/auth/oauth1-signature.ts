import { createHmac, timingSafeEqual } from 'node:crypto';
import { formOf, type Call } from '../../service/call.ts';

/** Name and value pairs of an `Authorization: OAuth …` header; undefined for every other header. */
export function readOAuth1Header(header: string | undefined): Record<string, string> | undefined {
  if (!header?.startsWith('OAuth ')) return undefined;
  const pairs = header.slice('OAuth '.length).matchAll(/([\w-]+)="([^"]*)"/g);
  try {
    return Object.fromEntries([...pairs].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}

/**
 * HMAC-SHA1 over method, address and all parameters (RFC 5849 §3.4). Parameters of header, query and form are merged
 * first: what stands in two places counts once.
 */
export function isSigned(
  call: Call,
  given: { header: Record<string, string>; consumerSecret: string; tokenSecret: string },
) {
  const { oauth_signature: signature = '', realm: _, ...header } = given.header;
  const merged = { ...header, ...Object.fromEntries(formOf(call)), ...Object.fromEntries(call.query) };
  const parameters = Object.entries(merged)
    .map(([name, value]) => [percentEncoded(name), percentEncoded(value)].join('='))
    .sort();
  const base = [call.method, originOf(call) + call.url.pathname, parameters.join('&')].map(percentEncoded).join('&');
  const key = `${percentEncoded(given.consumerSecret)}&${percentEncoded(given.tokenSecret)}`;
  const right = createHmac('sha1', key).update(base).digest();
  const got = Buffer.from(signature, 'base64');
  return got.length === right.length && timingSafeEqual(got, right);
}

/** A client that only redirects its socket says and signs the address of the real X. */
function originOf(call: Call): string {
  const host = call.headers.host ?? '';
  return /(^|\.)(x|twitter)\.com$/.test(host) ? `https://${host}` : `http://${host}`;
}

/** RFC 3986: everything but letters, digits, `-._~`. */
function percentEncoded(value: string): string {
  return encodeURIComponent(value).replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
