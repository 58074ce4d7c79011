import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Failure {
  statusCode: number;
  data: string;
}

type Given = (error: Failure | null, first: string, second: string) => void;

/** `oauth` of npm, which says nothing of its types. */
interface OAuthOfNpm {
  getOAuthRequestToken(done: Given): void;
  getOAuthAccessToken(token: string, secret: string, verifier: string, done: Given): void;
  get(url: string, token: string, secret: string, done: Given): void;
  post(url: string, token: string, secret: string, body: string, type: string, done: Given): void;
  signUrl(url: string, token: string, secret: string): string;
}

interface OAuthMaker {
  OAuth: new (
    ...given: [
      ...legs: [string, string],
      ...consumer: [string, string],
      ...rest: [version: string, callback: string, method: string, nonce: number, headers: Record<string, string>],
    ]
  ) => OAuthOfNpm;
}

const { OAuth } = require('oauth') as OAuthMaker;

export interface Token {
  token: string;
  secret: string;
}

/** The package `oauth` as its manual says to use it. */
export class OauthClient {
  readonly oauth: OAuthOfNpm;

  constructor(
    url: string,
    { key, secret, callback }: { key: string; secret: string; callback: string },
    headers: Record<string, string> = {},
  ) {
    const [ask, exchange] = [`${url}/oauth/request_token`, `${url}/oauth/access_token`];
    const sent = { Accept: 'application/json', ...headers };
    this.oauth = new OAuth(ask, exchange, key, secret, '1.0', callback, 'HMAC-SHA1', 32, sent);
  }

  requestToken(): Promise<Token> {
    return given((done) => this.oauth.getOAuthRequestToken(done));
  }

  accessToken({ token, secret }: Token, verifier: string): Promise<Token> {
    return given((done) => this.oauth.getOAuthAccessToken(token, secret, verifier, done));
  }

  async get(url: string, { token, secret }: Token): Promise<unknown> {
    return JSON.parse((await given((done) => this.oauth.get(url, token, secret, done))).token);
  }

  async post(url: string, body: object, { token, secret }: Token): Promise<unknown> {
    const text = JSON.stringify(body);
    const type = 'application/json';
    return JSON.parse((await given((done) => this.oauth.post(url, token, secret, text, type, done))).token);
  }
}

/** The first two things that it calls back with. */
function given(ask: (done: Given) => void): Promise<Token> {
  return new Promise((resolve, reject) =>
    ask((error, token, secret) =>
      error ? reject(new Error(`${error.statusCode} ${error.data}`)) : resolve({ token, secret }),
    ),
  );
}

type Read = (error: unknown, data: unknown) => void;
type ReadMany = (params: object, done: Read) => void;
type ReadOne = (id: number, params: object, done: Read) => void;

/** `desk-api` 0.0.1 of npm: every call that it has. */
export interface DeskApiOfNpm {
  cases: ReadMany;
  case: ReadOne;
  customers: ReadMany;
  customer: ReadOne;
  interactions: ReadMany;
  groups: ReadMany;
  group: ReadOne;
  users: ReadMany;
  user: ReadOne;
  get(resource: string, params: object, done: Read): void;
}

export const deskApiOfNpm = require('desk-api') as {
  createClient(config: {
    subdomain: string;
    consumer_key: string;
    consumer_secret: string;
    token: string;
    token_secret: string;
  }): DeskApiOfNpm;
};
