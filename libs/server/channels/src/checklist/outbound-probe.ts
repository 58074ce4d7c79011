import { connect } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '@bureau/platform';

/** Whoever looks at the page often does not knock each time. */
const REMEMBER_MS = 60_000;
const PATIENCE_MS = 3_000;

export interface Reached {
  done: boolean;
  /** The server, or what came instead of an answer. */
  found: string;
}

/** Whether the server for outgoing mail answers: it says its greeting (RFC 5321 §3.1), to whomever knocks. */
@Injectable()
export class OutboundProbe {
  private known: { at: number; answer: Promise<Reached> } | undefined;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboundSmtpUrl'>,
  ) {}

  /** Never rejects. */
  look(): Promise<Reached> {
    const at = this.clock.now().getTime();
    if (this.known && at - this.known.at < REMEMBER_MS && at >= this.known.at) return this.known.answer;
    this.known = { at, answer: knock(new URL(this.config.outboundSmtpUrl)) };
    return this.known.answer;
  }
}

function knock({ protocol, hostname, port }: URL): Promise<Reached> {
  const secure = protocol === 'smtps:';
  const server = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 465 : 587) };
  const name = `${server.host}:${server.port}`;
  return new Promise((resolve) => {
    const socket = connect(server);
    const answer = (done: boolean, found: string) => {
      socket.destroy();
      resolve({ done, found });
    };
    socket.setTimeout(PATIENCE_MS, () => answer(false, `${name} does not answer.`));
    socket.on('error', (error) => answer(false, `${name}: ${error.message}`));
    // With TLS from the first byte the greeting comes after the handshake; that somebody listens says enough.
    if (secure) socket.on('connect', () => answer(true, name));
    socket.on('data', (greeting) => answer(/^220[ -]/.test(greeting.toString('latin1')), name));
  });
}
