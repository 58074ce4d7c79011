import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { Refused } from '../../service/call.ts';
import type { Org } from '../org.ts';
import { idIn } from '../value.ts';
import { refused } from './refused.ts';

const LIVES_AT_MOST_S = 180;
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

const Header = z.looseObject({ alg: z.literal('RS256') });
const Claims = z.looseObject({ iss: z.string(), sub: z.string(), aud: z.string(), exp: z.number() });

/** The user an assertion (RFC 7523) speaks for; throws what Salesforce says to a wrong one. */
export function assertedUser(org: Org, assertion: string): string {
  const [head = '', body = '', signature = ''] = assertion.split('.');
  const header = Header.safeParse(decoded(head));
  const parsed = Claims.safeParse(decoded(body));
  if (!header.success || !parsed.success) throw invalid('invalid assertion');

  const { iss, sub, aud, exp } = parsed.data;
  if (iss !== org.app.clientId) throw refused('invalid_client_id', 'client identifier invalid');
  if (![org.url, ...LOGIN_HOSTS].includes(aud)) throw invalid('audience is invalid');
  const now = org.service.clock.ms() / 1000;
  if (exp <= now || exp > now + LIVES_AT_MOST_S + 5) throw invalid('assertion expired');
  if (!signedByKnownKey(org, `${head}.${body}`, signature)) throw invalid('invalid assertion');

  const user = org.user(sub);
  if (!user) throw invalid("user hasn't approved this consumer");
  return idIn(user);
}

function signedByKnownKey(org: Org, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return org.setup
    .get()
    .trustedKeys.some((pem) => verify('RSA-SHA256', Buffer.from(text), createPublicKey(pem), bytes));
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function invalid(words: string): Refused {
  return refused('invalid_grant', words);
}
