import { createHash } from 'node:crypto';
import { formOf, jsonOf, Refused, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import { SCOPES } from '../app.ts';
import { oldError } from '../problems.ts';
import type { XWorld } from '../x-world.ts';
import type { Code, Tokens } from './access.ts';
import { authorizePage, wrongPage } from './authorize-page.ts';
import { goBack, html, isCallback, signedInUser, withQuery } from './session.ts';

const KNOWN_SCOPES: readonly string[] = SCOPES;
const WRONG = 'Something went wrong. You weren’t able to give access to the App. Go back and try logging in again.';

/** OAuth 2.0 with PKCE: consent, exchange, rotation, revocation; and the token of the app itself. */
export function oauth2Endpoints(world: XWorld): Endpoint[] {
  return [
    endpoint('GET', '/i/oauth2/authorize', (call) => ask(world, call)),
    endpoint('POST', '/i/oauth2/authorize', (call) => decide(world, call)),
    endpoint('POST', '/2/oauth2/token', (call) => {
      const given = bodyOf(call);
      needClient(world, call, given);
      if (given['grant_type'] === 'authorization_code') return tokens(exchange(world, given));
      if (given['grant_type'] === 'refresh_token') return tokens(refresh(world, given));
      throw refused('unsupported_grant_type', 'Value passed for the grant type was invalid.');
    }),
    endpoint('POST', '/2/oauth2/revoke', (call) => {
      const given = bodyOf(call);
      needClient(world, call, given);
      const grant = world.access.grantBehind(given['token'] ?? '');
      if (!grant) throw refused('invalid_request', 'Value passed for the token was invalid.');
      world.access.revokeGrant(grant);
      return { json: { revoked: true } };
    }),
    endpoint('POST', '/oauth2/token', (call) => {
      const { appKey, appSecret, bearer } = world.app;
      if (basic(call) !== `${appKey}:${appSecret}`) throw oldError(403, 99, 'Unable to verify your credentials');
      if (formOf(call).get('grant_type') !== 'client_credentials') {
        throw oldError(403, 170, 'Missing required parameter: grant_type');
      }
      return { json: { token_type: 'bearer', access_token: bearer } };
    }),
  ];
}

const SCOPE_WORDS: Record<string, string> = {
  'tweet.read': 'See posts',
  'tweet.write': 'Post, answer and repost',
  'tweet.moderate.write': 'Hide and show answers',
  'users.read': 'See profiles',
  'follows.read': 'See whom the account follows',
  'follows.write': 'Follow and unfollow',
  'like.read': 'See what the account likes',
  'like.write': 'Like and unlike',
  'dm.read': 'Read direct messages',
  'dm.write': 'Send direct messages',
  'media.write': 'Upload pictures',
  'offline.access': 'Stay connected until it is removed',
};

type Consent = { redirectUri: string; state: string; scopes: string[]; challenge: string; method: Code['method'] };

/** What an app asks consent for; undefined when a browser must not be sent back there. */
function consentFrom(world: XWorld, query: URLSearchParams): Consent | undefined {
  const text = (name: string) => query.get(name) ?? '';
  const method = text('code_challenge_method').toLowerCase();
  const scopes = text('scope').split(' ').filter(Boolean);
  const right =
    text('response_type') === 'code' &&
    text('client_id') === world.app.clientId &&
    isCallback(text('redirect_uri')) &&
    text('state') !== '' &&
    text('code_challenge') !== '' &&
    scopes.length > 0 &&
    scopes.every((scope) => KNOWN_SCOPES.includes(scope));
  if (!right || (method !== 's256' && method !== 'plain')) return undefined;
  return { redirectUri: text('redirect_uri'), state: text('state'), scopes, challenge: text('code_challenge'), method };
}

function ask(world: XWorld, call: Call): Reply {
  const consent = consentFrom(world, call.query);
  if (!consent) return html(wrongPage(WRONG), 400);
  const query = new URLSearchParams(call.query);
  query.set('force_login', 'true');
  const forced = call.query.get('force_login') === 'true';
  return html(
    authorizePage(world, {
      action: '/i/oauth2/authorize',
      fields: Object.fromEntries(call.query),
      wants: consent.scopes.map((scope) => `${SCOPE_WORDS[scope] ?? scope} (${scope})`),
      signedIn: forced ? undefined : signedInUser(world, call),
      chooseAgain: `/i/oauth2/authorize?${query}`,
    }),
  );
}

function decide(world: XWorld, call: Call): Reply {
  const given = formOf(call);
  const consent = consentFrom(world, given);
  if (!consent) return html(wrongPage(WRONG), 400);
  const { redirectUri, state, scopes, challenge, method } = consent;
  if (given.get('answer') !== 'allow') return goBack(withQuery(redirectUri, { error: 'access_denied', state }));
  const user = world.users.get(given.get('user_id') ?? '');
  if (!user) return html(wrongPage('Choose an account first.'), 400);
  const code = world.access.newCode({ userId: user.id, scopes, redirectUri, challenge, method });
  world.tell(`@${user.username} let the app in.`);
  return goBack(withQuery(redirectUri, { state, code: code.id }), user);
}

function exchange(world: XWorld, given: Record<string, string>): Tokens {
  const code = world.access.useCode(given['code'] ?? '');
  const proven = code && provenBy(code, given['code_verifier'] ?? '');
  if (!proven || code.redirectUri !== given['redirect_uri']) {
    throw refused('invalid_request', 'Value passed for the authorization code was invalid.');
  }
  return world.access.newGrant(code.userId, code.scopes);
}

function refresh(world: XWorld, given: Record<string, string>): Tokens {
  const renewed = world.access.refresh(given['refresh_token'] ?? '');
  if (!renewed) throw refused('invalid_request', 'Value passed for the token was invalid.');
  return renewed;
}

function provenBy({ challenge, method }: Code, verifier: string): boolean {
  return method === 'plain'
    ? verifier === challenge
    : createHash('sha256').update(verifier).digest('base64url') === challenge;
}

/** A confidential client proves itself with Basic; naming itself in the body is not enough. */
function needClient(world: XWorld, call: Call, given: Record<string, string>): void {
  const { clientId, clientSecret } = world.app;
  if (basic(call) === `${clientId}:${clientSecret}`) return;
  if (given['client_id'] !== undefined && given['client_id'] !== clientId) {
    throw refused('invalid_request', 'Value passed for the client was invalid.');
  }
  throw refused('unauthorized_client', 'Missing valid authorization header', 401);
}

function tokens({ accessToken, refreshToken, expiresIn, scopes }: Tokens): Reply {
  const refreshed = refreshToken === null ? {} : { refresh_token: refreshToken };
  const json = { token_type: 'bearer', expires_in: expiresIn, access_token: accessToken, scope: scopes.join(' ') };
  return { json: { ...json, ...refreshed } };
}

/** The library sends JSON where X documents a form; X takes both. */
function bodyOf(call: Call): Record<string, string> {
  const json = call.headers['content-type']?.includes('json') ? jsonOf(call.raw) : undefined;
  const given = json ?? Object.fromEntries(formOf(call));
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

function basic(call: Call): string | undefined {
  const { authorization } = call.headers;
  if (!authorization?.startsWith('Basic ')) return undefined;
  return Buffer.from(authorization.slice('Basic '.length), 'base64').toString('utf8');
}

function refused(error: string, error_description: string, status = 400): Refused {
  return new Refused({ status, json: { error, error_description } });
}
