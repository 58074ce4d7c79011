import cookie from '@fastify/cookie';

const NAME = 'bureau_session';

export function readSessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : cookie.parse(header)[NAME];
}

/** HttpOnly and SameSite=Lax; Secure wherever the desk is reached over https. */
export function writeSessionCookie(token: string, { expires, secure }: { expires: Date; secure: boolean }): string {
  return cookie.serialize(NAME, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function clearSessionCookie(): string {
  return cookie.serialize(NAME, '', { path: '/', httpOnly: true, sameSite: 'lax', expires: new Date(0) });
}
