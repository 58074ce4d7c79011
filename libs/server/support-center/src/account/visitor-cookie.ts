import cookie from '@fastify/cookie';

const NAME = 'bureau_visitor';

/** Where the pages of a brand are, for a cookie that no other brand gets. */
interface Place {
  base: string;
  origin: string;
}

export function readVisitorCookie(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  return cookies[NAME];
}

/** HttpOnly and SameSite=Lax, for the brand's own path; Secure wherever the brand is reached over https. */
export function writeVisitorCookie(token: string, expires: Date, place: Place): string {
  return cookie.serialize(NAME, token, { ...rules(place), expires });
}

export function clearVisitorCookie(place: Place): string {
  return cookie.serialize(NAME, '', { ...rules(place), expires: new Date(0) });
}

function rules({ base, origin }: Place) {
  return { path: base || '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') } as const;
}
