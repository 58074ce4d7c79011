import { formOf, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import type { Org } from '../org.ts';
import { idIn, textOf } from '../value.ts';
import { consentPage, wrongPage } from './consent-page.ts';
import { SCOPES } from './grants.ts';

type Consent = { redirectUri: string; state: string | null; scopes: string[]; challenge: string };

/** Where a browser goes to let the app in, and comes back from with a code. */
export function authorizeEndpoints(org: Org): Endpoint[] {
  return [
    endpoint('GET', '/services/oauth2/authorize', (call) => {
      const consent = consentFrom(org, call.query);
      if (!('scopes' in consent)) return consent;
      return html(consentPage({ users: org.users(), scopes: consent.scopes, fields: Object.fromEntries(call.query) }));
    }),
    endpoint('POST', '/services/oauth2/authorize', (call) => decide(org, call)),
  ];
}

function decide(org: Org, call: Call): Reply {
  const given = formOf(call);
  const consent = consentFrom(org, given);
  if (!('scopes' in consent)) return consent;
  const { redirectUri, state, scopes, challenge } = consent;
  if (given.get('answer') !== 'allow') {
    return back(redirectUri, { error: 'access_denied', error_description: 'end-user denied authorization', state });
  }
  const user = org.users().find((one) => idIn(one) === given.get('user_id'));
  if (!user) return html(wrongPage('Choose a user first.'), 400);
  const code = org.grants.newCode({ userId: idIn(user), scopes, redirectUri, challenge });
  org.tell(`${textOf(user['Name'])} let the app in.`);
  return back(redirectUri, { code: code.id, state });
}

/** What the app asks for; or the answer when it asks wrongly, which goes back to the app only if that is safe. */
function consentFrom(org: Org, query: URLSearchParams): Consent | Reply {
  const redirectUri = query.get('redirect_uri') ?? '';
  const state = query.get('state');
  if (query.get('client_id') !== org.app.clientId) return wrong('invalid_client_id', 'client identifier invalid');
  if (!isCallback(redirectUri)) return wrong('redirect_uri_mismatch', 'redirect_uri must match configuration');

  const refuse = (error: string, error_description: string) => back(redirectUri, { error, error_description, state });
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type', 'response type not supported');
  const challenge = query.get('code_challenge');
  if (challenge === null) return refuse('invalid_request', 'missing required code challenge');
  if (query.get('code_challenge_method') !== 'S256')
    return refuse('invalid_request', 'code challenge method must be S256');
  const scopes = (query.get('scope') ?? 'api id').split(' ').filter(Boolean);
  if (!scopes.every((scope) => SCOPES.includes(scope)))
    return refuse('invalid_scope', 'the requested scope is not allowed');
  return { redirectUri, state, scopes, challenge };
}

/** Https, or anything on this machine. */
function isCallback(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.hash !== '') return false;
  const here = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && here);
}

function back(address: string, extra: Record<string, string | null>): Reply {
  const url = new URL(address);
  for (const [name, value] of Object.entries(extra)) if (value !== null) url.searchParams.set(name, value);
  return { status: 302, headers: { Location: url.href }, bytes: '' };
}

function wrong(error: string, words: string): Reply {
  return html(wrongPage(`${error}: ${words}`), 400);
}

function html(bytes: string, status = 200): Reply {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, bytes };
}
