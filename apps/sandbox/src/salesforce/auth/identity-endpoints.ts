import { Refused, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import type { Org } from '../org.ts';
import { idIn, textOf, type Row } from '../value.ts';
import { accessTokenOf } from './access-token.ts';

/** Who is behind a token. */
export function identityEndpoints(org: Org): Endpoint[] {
  return [
    endpoint('GET', '/id/:org/:user', (call) => {
      const user = userBehind(org, call);
      if (call.param('org') !== org.id || call.param('user') !== idIn(user)) throw badToken('Wrong_Org');
      return { json: identity(org, user) };
    }),
    endpoint('GET', '/services/oauth2/userinfo', (call) => ({ json: userInfo(org, userBehind(org, call)) })),
    endpoint('POST', '/services/oauth2/userinfo', (call) => ({ json: userInfo(org, userBehind(org, call)) })),
    endpoint('GET', '/services/data', () => ({ json: versions() })),
  ];
}

function userBehind(org: Org, call: Call): Row {
  const token = accessTokenOf(call) ?? call.query.get('oauth_token');
  if (!token) throw badToken('Missing_OAuth_Token');
  const grant = org.grants.grantOf(token);
  const user = grant && org.any(grant.userId);
  if (!user) throw badToken('Bad_OAuth_Token');
  return user;
}

function badToken(words: string): Refused {
  return new Refused({
    status: 403,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    bytes: words,
  } satisfies Reply);
}

function identity(org: Org, user: Row) {
  const id = `${org.url}/id/${org.id}/${idIn(user)}`;
  const data = `${org.url}/services/data/v{version}/`;
  const names = [
    'rest:',
    'sobjects:sobjects/',
    'search:search/',
    'query:query/',
    'recent:recent/',
    'feeds:chatter/feeds',
  ];
  return {
    id,
    asserted_user: true,
    user_id: idIn(user),
    organization_id: org.id,
    username: user['Username'],
    nick_name: user['Alias'],
    display_name: user['Name'],
    email: user['Email'],
    email_verified: true,
    first_name: user['FirstName'],
    last_name: user['LastName'],
    timezone: 'Europe/London',
    active: true,
    user_type: 'STANDARD',
    language: 'en_GB',
    locale: 'en_GB',
    utcOffset: 0,
    last_modified_date: user['LastModifiedDate'],
    urls: Object.fromEntries(names.map((one) => one.split(':')).map(([name = '', path = '']) => [name, data + path])),
  };
}

function userInfo(org: Org, user: Row) {
  return {
    sub: `${org.url}/id/${org.id}/${idIn(user)}`,
    user_id: idIn(user),
    organization_id: org.id,
    preferred_username: user['Username'],
    nickname: user['Alias'],
    name: user['Name'],
    email: user['Email'],
    email_verified: true,
    given_name: user['FirstName'],
    family_name: user['LastName'],
    zoneinfo: 'Europe/London',
    locale: 'en_GB',
    active: true,
    updated_at: textOf(user['LastModifiedDate']),
  };
}

export const OLDEST_VERSION = 31;
export const NEWEST_VERSION = 67;

function versions() {
  return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
    const version = `${OLDEST_VERSION + index}.0`;
    return { label: `Version ${version}`, url: `/services/data/v${version}`, version };
  });
}
