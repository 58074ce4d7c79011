import type { Call, Headers, Reply } from '../../service/call.ts';
import type { XUser } from '../model.ts';
import type { XWorld } from '../x-world.ts';

const COOKIE = 'x_signed_in';

/** Who is signed in to X in this browser. */
export function signedInUser(world: XWorld, call: Call): XUser | undefined {
  const id = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)`).exec(call.headers.cookie ?? '')?.[1];
  return id === undefined ? undefined : world.users.get(id);
}

/** Sends a browser back to the app, signed in as whom it chose. */
export function goBack(location: string, user?: XUser): Reply {
  const headers: Headers = { Location: location };
  if (user) headers['Set-Cookie'] = `${COOKIE}=${user.id}; HttpOnly; SameSite=Lax; Path=/`;
  return { status: 302, headers, bytes: '' };
}

export function html(bytes: string, status = 200): Reply {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' http: https: data:; frame-ancestors 'none'";
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, bytes };
}

/** An address of an app: https, or anything on this machine. Fragments are refused, as everywhere in OAuth. */
export function isCallback(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** `extra` added to the query of a callback. */
export function withQuery(address: string, extra: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(extra)) url.searchParams.set(name, value);
  return url.href;
}

export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
