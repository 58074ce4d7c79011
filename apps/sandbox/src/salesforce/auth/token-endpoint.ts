import { createHash, createHmac } from 'node:crypto';
import { formOf, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import type { Org } from '../org.ts';
import type { Tokens } from './grants.ts';
import { assertedUser } from './jwt.ts';
import { refused } from './refused.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Tokens for a code, for a refresh token or for a signed assertion; and their end. */
export function tokenEndpoints(org: Org): Endpoint[] {
  return [
    endpoint('POST', '/services/oauth2/token', (call) => {
      const given = formOf(call);
      switch (given.get('grant_type')) {
        case 'authorization_code':
          needClient(org, call, given);
          return tokenReply(org, exchange(org, given));
        case 'refresh_token':
          needClient(org, call, given);
          return tokenReply(org, refresh(org, given), true);
        case JWT_BEARER:
          return tokenReply(org, org.grants.newGrant(assertedUser(org, given.get('assertion') ?? ''), ['api', 'id']));
        default:
          throw refused('unsupported_grant_type', 'grant type not supported');
      }
    }),
    endpoint('POST', '/services/oauth2/revoke', (call) => revoke(org, formOf(call).get('token') ?? '')),
    endpoint('GET', '/services/oauth2/revoke', (call) => revoke(org, call.query.get('token') ?? '')),
  ];
}

function exchange(org: Org, given: URLSearchParams): Tokens {
  const code = org.grants.code(given.get('code') ?? '');
  if (code === 'used') {
    org.violations.add('code-reused', 'An authorization code was exchanged a second time.');
    throw refused('invalid_grant', 'expired authorization code');
  }
  if (!code) throw refused('invalid_grant', 'expired authorization code');
  if (code.redirectUri !== given.get('redirect_uri')) {
    throw refused('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  const verifier = given.get('code_verifier');
  if (verifier === null) throw refused('invalid_request', 'missing required code verifier');
  const proof = createHash('sha256').update(verifier).digest('base64url');
  if (proof !== code.challenge) throw refused('invalid_grant', 'invalid code verifier');
  return org.grants.exchange(code);
}

function refresh(org: Org, given: URLSearchParams): Tokens {
  const tokens = org.grants.refresh(given.get('refresh_token') ?? '');
  if (tokens === 'reused') {
    org.violations.add('refresh-token-reused', 'A refresh token was used that had been exchanged before.');
    throw refused('invalid_grant', 'expired access/refresh token');
  }
  if (!tokens) throw refused('invalid_grant', 'expired access/refresh token');
  return tokens;
}

function revoke(org: Org, token: string): Reply {
  const grant = org.grants.grantBehind(token);
  if (!grant || grant.revoked) throw refused('unsupported_token_type', 'this token type is not supported');
  if (grant.refreshToken === token) org.grants.revoke(grant);
  else org.grants.endSession(token);
  org.tell('The app gave up a token.');
  return { status: 200, bytes: '' };
}

/** In the form, or as Basic. */
function needClient(org: Org, call: Call, given: URLSearchParams): void {
  const basic = /^Basic (.+)$/.exec(call.headers.authorization ?? '')?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':', 2)
    : [given.get('client_id'), given.get('client_secret')];
  if (id !== org.app.clientId) throw refused('invalid_client_id', 'client identifier invalid');
  if (secret !== org.app.clientSecret) throw refused('invalid_client', 'invalid client credentials');
}

function tokenReply(org: Org, { grant, accessToken, refreshToken }: Tokens, again = false): Reply {
  const id = `${org.url}/id/${org.id}/${grant.userId}`;
  const issued_at = String(org.service.clock.ms());
  const signature = createHmac('sha256', org.app.clientSecret)
    .update(id + issued_at)
    .digest('base64');
  // Without rotation the token that was sent stays valid, and is not told again.
  const told =
    refreshToken === null || (again && !org.setup.get().rotateRefreshTokens) ? {} : { refresh_token: refreshToken };
  return {
    json: {
      access_token: accessToken,
      ...told,
      signature,
      scope: grant.scopes.join(' '),
      instance_url: org.url,
      id,
      token_type: 'Bearer',
      issued_at,
    },
  };
}
