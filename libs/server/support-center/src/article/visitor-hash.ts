import { createHash, randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { CenterRequest } from '../page/center-request.ts';

const NAME = 'bureau_vote';
const A_YEAR = 365 * 24 * 3600;

/**
 * Who votes: a customer who is signed in, or the browser that got a number of its own when it first voted. What is kept is
 * a hash that leads to nobody. Null: a browser that has not voted yet.
 */
export function voterOf({ brand, visitor, cookies }: CenterRequest): string | null {
  const number = cookies[NAME];
  if (visitor) return hashOf(`${brand.id} customer ${visitor.customerId}`);
  return number && /^[\w-]{20,50}$/.test(number) ? hashOf(`${brand.id} browser ${number}`) : null;
}

/** A number for a browser that votes for the first time. */
export function newVoter({ brand, base }: CenterRequest): { voter: string; cookie: string } {
  const number = randomBytes(24).toString('base64url');
  const rules = { path: base || '/', httpOnly: true, sameSite: 'lax', maxAge: A_YEAR } as const;
  return { voter: hashOf(`${brand.id} browser ${number}`), cookie: cookie.serialize(NAME, number, rules) };
}

function hashOf(who: string): string {
  return createHash('sha256').update(who).digest('base64url');
}
