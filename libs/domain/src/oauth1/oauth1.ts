/** Names and values, as they were sent; a name may stand there more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** What a signed request says of itself: in its header, in its query or in the form that is its body (RFC 5849 §3.5). */
export interface OAuth1Said {
  consumerKey: string;
  /** Empty in a request that asks for a first token. */
  token: string;
  nonce: string;
  /** Seconds since 1970. */
  timestamp: number;
  /** Base64. */
  signature: string;
  /** Where a browser is to come back to, `oob` for nowhere; null when nothing is said of it. */
  callback: string | null;
  verifier: string | null;
}

const PAIR = /^\s*([\w.~-]+)\s*=\s*"([^"]*)"\s*$/;
/** What a server must keep of each request is not for a client to make long. */
const LONGEST = 255;

/** The pairs of `Authorization: OAuth`, without `realm`; null when it is written in no such way. */
export function pairsOfHeader(credentials: string): Pairs | null {
  const pairs = credentials.split(',').map((pair) => PAIR.exec(pair));
  const read = pairs.map((pair) => [decoded(pair?.[1]), decoded(pair?.[2])]);
  const said: [string, string][] = [];
  for (const [name, value] of read) {
    if (name === undefined || value === undefined) return null;
    if (name !== 'realm') said.push([name, value]);
  }
  return said;
}

/** Reads what of the pairs is about the signature; null when something is missing, stands twice or is not HMAC-SHA1 of OAuth 1.0. */
export function readOAuth1(pairs: Pairs): OAuth1Said | null {
  const own = pairs.filter(([name]) => name.startsWith('oauth_'));
  const said = new Map(own);
  const of = (name: string): string => said.get(`oauth_${name}`) ?? '';
  const isKnown = of('signature_method') === 'HMAC-SHA1' && ['', '1.0'].includes(of('version'));
  const values = [of('consumer_key'), of('nonce'), of('signature')];
  if (
    said.size < own.length ||
    !isKnown ||
    !/^\d{1,12}$/.test(of('timestamp')) ||
    values.some((value) => value === '' || value.length > LONGEST)
  ) {
    return null;
  }
  return {
    consumerKey: of('consumer_key'),
    token: of('token'),
    nonce: of('nonce'),
    timestamp: Number(of('timestamp')),
    signature: of('signature'),
    callback: said.get('oauth_callback') ?? null,
    verifier: said.get('oauth_verifier') ?? null,
  };
}

interface SignedOver {
  method: string;
  /** Scheme, host and a port that is not the usual one, in lower case. */
  origin: string;
  /** Path and query, as they were sent. */
  address: string;
  /** Of the header, and of a body that is a form. */
  parameters: Pairs;
}

/** What a request is signed over (RFC 5849 §3.4.1). A body of JSON is no part of it. */
export function signatureBase({ method, origin, address, parameters }: SignedOver): string {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  return baseOf({ method, place: origin + path, pairs: [...new URLSearchParams(query), ...parameters] });
}

/**
 * The same with `a=1&a=2` of the query signed as `a[0]=1` and `a[1]=2`: so the package `oauth` of npm signs what it sends
 * as it should be. Null where nothing stands twice.
 */
export function numberedBase({ method, origin, address, parameters }: SignedOver): string | null {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  const asked = [...new URLSearchParams(query)];
  const lists = Object.groupBy(asked, ([name]) => name);
  const isList = (name: string): boolean => (lists[name]?.length ?? 0) > 1;
  if (!asked.some(([name]) => isList(name))) return null;
  const numbered = Object.entries(lists).flatMap(([name, list = []]) =>
    list.map(([, value], index): [string, string] => [isList(name) ? `${name}[${index}]` : name, value]),
  );
  return baseOf({ method, place: origin + path, pairs: [...numbered, ...parameters] });
}

function baseOf({ method, place, pairs }: { method: string; place: string; pairs: Pairs }): string {
  const all = pairs
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]) => [encoded(name), encoded(value)]);
  const sorted = all.toSorted(([name = '', value = ''], [other = '', otherValue = '']) =>
    name === other ? order(value, otherValue) : order(name, other),
  );
  return [method.toUpperCase(), place, sorted.map((pair) => pair.join('=')).join('&')].map(encoded).join('&');
}

/** The key of the signature (RFC 5849 §3.4.2). */
export function signatureKey(consumerSecret: string, tokenSecret: string): string {
  return `${encoded(consumerSecret)}&${encoded(tokenSecret)}`;
}

/** By code units, as ASCII sorts. */
function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** RFC 3986: everything but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
