import { applicationsApi, authorizationsApi, type Permission } from '@bureau/contracts';
import type { Person, TestDesk } from '../../../../../test/fixtures/desk.ts';
import { oauth1Parameters, signOAuth1, type OAuth1Keys } from '../../../../../test/fixtures/oauth1.ts';

export const CALLBACK = 'https://shop.example/cb';

/** How the parameters of a signed request travel. */
type Way = 'header' | 'query' | 'form';

/** A program somewhere that wants to be let in. */
export class AskingProgram {
  readonly desk: TestDesk;
  readonly keys: OAuth1Keys;

  constructor(desk: TestDesk, keys: OAuth1Keys) {
    this.desk = desk;
    this.keys = keys;
  }

  get seconds(): number {
    return Math.floor(this.desk.clock.now().getTime() / 1000);
  }

  async post(
    path: string,
    { keys = this.keys, way = 'header', more = {}, ...signed }: Partial<Asked> = {},
  ): Promise<{ status: number; said: Record<string, string>; headers: Headers }> {
    const url = `${this.desk.url}${path}`;
    const asked = { method: 'POST', url, timestamp: this.seconds, more, ...signed };
    const form = new URLSearchParams(oauth1Parameters(keys, asked));
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer =
      way === 'header'
        ? await fetch(url, { method: 'POST', headers: { ...type, authorization: signOAuth1(keys, asked) } })
        : await fetch(way === 'query' ? `${url}?${form}` : url, {
            method: 'POST',
            headers: type,
            ...(way === 'form' ? { body: form } : {}),
          });
    const said = Object.fromEntries(new URLSearchParams(await answer.text()));
    return { status: answer.status, said, headers: answer.headers };
  }

  requestToken(callback: string | null = CALLBACK, asked: Partial<Asked> = {}) {
    const more: Record<string, string> = callback === null ? {} : { oauth_callback: callback };
    return this.post('/oauth/request_token', { more, ...asked });
  }

  /** With the request token and its secret. */
  accessToken(request: Record<string, string>, verifier: string, asked: Partial<Asked> = {}) {
    return this.post('/oauth/access_token', {
      keys: { ...this.keys, token: request['oauth_token']!, tokenSecret: request['oauth_token_secret']! },
      more: { oauth_verifier: verifier },
      ...asked,
    });
  }

  async status(path: string, token: Record<string, string>): Promise<number> {
    const keys = { ...this.keys, token: token['oauth_token']!, tokenSecret: token['oauth_token_secret']! };
    const url = `${this.desk.url}${path}`;
    const authorization = signOAuth1(keys, { url, timestamp: this.seconds });
    const answer = await fetch(url, { headers: { authorization } });
    await answer.body?.cancel();
    return answer.status;
  }
}

interface Asked {
  keys: OAuth1Keys;
  way: Way;
  more: Record<string, string>;
  nonce: string;
  timestamp: number;
}

export async function aProgram(desk: TestDesk, fields: { callbackUrl?: string | null } = {}): Promise<AskingProgram> {
  const body = { name: crypto.randomUUID(), callbackUrl: CALLBACK, ...fields };
  const { application, secret } = await desk.as(desk.administrator).call(applicationsApi.create, { body });
  return new AskingProgram(desk, { key: application.key, secret, token: '', tokenSecret: '' });
}

/** What she allows is to be read with `allow`. */
export function allow(desk: TestDesk, person: Person, token: string, scopes: Permission[] = ['cases:view']) {
  return desk.as(person).call(authorizationsApi.allow, { params: { token }, body: { scopes } });
}
