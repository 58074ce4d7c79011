/** What `Authorization: OAuth` says, without `realm` (RFC 5849 §3.5.1). */
export interface OAuth1Header {
  consumerKey: string;
  token: string;
  nonce: string;
  /** Seconds since 1970. */
  timestamp: number;
  /** Base64. */
  signature: string;
  /** Everything that is signed: all parameters of the header but the signature. */
  parameters: [name: string, value: string][];
}

const PAIR = /^\s*([\w.~-]+)\s*=\s*"([^"]*)"\s*$/;
/** What a server must keep of each request is not for a client to make long. */
const LONGEST = 255;

/** Reads the header; null when something of it is missing, stands twice or is not HMAC-SHA1 of OAuth 1.0. */
export function readOAuth1(credentials: string): OAuth1Header | null {
  const pairs = credentials.split(',').map((pair) => PAIR.exec(pair));
  const read = pairs.map((pair) => [decoded(pair?.[1]), decoded(pair?.[2])]);
  const said = new Map<string, string>();
  for (const [name, value] of read) {
    if (name === undefined || value === undefined || said.has(name)) return null;
    said.set(name, value);
  }
  const of = (name: string): string => said.get(`oauth_${name}`) ?? '';
  const isKnown = of('signature_method') === 'HMAC-SHA1' && ['', '1.0'].includes(of('version'));
  const values = [of('consumer_key'), of('nonce'), of('signature')];
  if (
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
    parameters: [...said].filter(([name]) => name !== 'realm' && name !== 'oauth_signature'),
  };
}

/** What a request is signed over (RFC 5849 §3.4.1). A body of JSON is no part of it. */
export function signatureBase({
  method,
  origin,
  address,
  parameters,
}: {
  method: string;
  /** Scheme, host and a port that is not the usual one, in lower case. */
  origin: string;
  /** Path and query, as they were sent. */
  address: string;
  parameters: OAuth1Header['parameters'];
}): string {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  const all = [...new URLSearchParams(query), ...parameters].map(([name, value]) => [encoded(name), encoded(value)]);
  const sorted = all.toSorted(([name = '', value = ''], [other = '', otherValue = '']) =>
    name === other ? order(value, otherValue) : order(name, other),
  );
  return [method.toUpperCase(), origin + path, sorted.map((pair) => pair.join('=')).join('&')].map(encoded).join('&');
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
