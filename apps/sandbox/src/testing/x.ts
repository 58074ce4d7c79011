import http from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { TwitterApi } from 'twitter-api-v2';
import type { Sandbox } from '../start-sandbox.ts';

/** Redirects only the socket: address, Host header and signature stay those of the real X. */
export class SandboxAgent extends http.Agent {
  readonly #port: number;

  constructor(port: number) {
    super({ keepAlive: false });
    this.#port = port;
    Object.assign(this, { protocol: 'https:', defaultPort: 443 });
  }

  override createConnection(_: unknown, connected?: (error: Error | null, stream: Duplex) => void) {
    const socket = connect(this.#port, '127.0.0.1');
    socket.once('connect', () => connected?.(null, socket));
    socket.once('error', (error) => connected?.(error, socket));
    return undefined;
  }
}

/** The unmodified library as an account of the sandbox, or as the app itself. */
export function xClients(sandbox: Sandbox) {
  const { appKey, appSecret, clientId, clientSecret, bearer } = sandbox.x.app;
  const settings = { httpAgent: new SandboxAgent(sandbox.x.port) };
  return {
    settings,
    oauth1: () => new TwitterApi({ appKey, appSecret }, settings),
    oauth2: () => new TwitterApi({ clientId, clientSecret }, settings),
    app: () => new TwitterApi(bearer, settings).v2,
    bearer: (token: string) => new TwitterApi(token, settings).v2,
    user: (username: string) => new TwitterApi({ appKey, appSecret, ...sandbox.x.userTokens(username) }, settings).v2,
  };
}
