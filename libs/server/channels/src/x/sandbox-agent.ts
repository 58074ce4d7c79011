import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Leads the socket of every request elsewhere and leaves the rest as it is: twitter-api-v2 speaks to `https://api.x.com`
 * as ever, with its Host header and its signatures, and what answers is plain HTTP at `host:port`.
 */
export class SandboxAgent extends http.Agent {
  /** What Node's https module compares with the URL. */
  readonly protocol = 'https:';
  readonly defaultPort = 443;

  constructor(private readonly place: { host: string; port: number }) {
    super({ keepAlive: false });
  }

  override createConnection(
    _options: http.ClientRequestArgs,
    _made?: (error: Error | null, stream: Duplex) => void,
  ): Duplex {
    return net.connect(this.place.port, this.place.host);
  }
}
