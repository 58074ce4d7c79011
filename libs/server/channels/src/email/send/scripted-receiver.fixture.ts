import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What a receiver does at one point of a session: answer, say nothing, or hang up. */
export type Turn = string | 'hang' | 'close';

/** Points of an SMTP session; `end` is the final dot. */
export interface Script {
  greeting?: Turn;
  EHLO?: Turn;
  MAIL?: Turn;
  RCPT?: Turn | ((recipient: string) => Turn);
  DATA?: Turn;
  /** In the middle of the message. */
  body?: Turn;
  end?: Turn;
}

const WELL_BEHAVED = {
  greeting: '220 mx.example ESMTP',
  EHLO: '250 mx.example',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 Go ahead',
  end: '250 2.0.0 Ok: queued as A1',
} as const;

/** A receiver that keeps to a script, word for word, and remembers what it was told. */
export class ScriptedReceiver {
  /** Whole messages, as they came over the wire, for every final dot. */
  readonly messages: string[] = [];
  readonly commands: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  script: Script;

  constructor(script: Script = {}) {
    this.script = script;
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Its URL, as BUREAU_OUTBOUND_SMTP_URL names it. */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = '';
    let inData = false;
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk;
      for (;;) {
        const mark = inData ? '\r\n.\r\n' : '\r\n';
        const at = received.indexOf(mark);
        if (inData && this.script.body) return this.take(socket, this.script.body);
        if (at < 0) return;
        const piece = received.slice(0, at);
        received = received.slice(at + mark.length);
        inData = inData ? this.endMessage(socket, piece) : this.command(socket, piece);
      }
    });
    this.take(socket, this.script.greeting ?? WELL_BEHAVED.greeting);
  }

  private endMessage(socket: Socket, message: string): false {
    this.messages.push(message);
    this.take(socket, this.script.end ?? WELL_BEHAVED.end);
    return false;
  }

  /** Whether the message follows. */
  private command(socket: Socket, line: string): boolean {
    this.commands.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') {
      const { RCPT = WELL_BEHAVED.RCPT } = this.script;
      this.take(socket, typeof RCPT === 'string' ? RCPT : RCPT(/<([^>]*)>/.exec(line)?.[1] ?? ''));
      return false;
    }
    const known = verb === 'EHLO' || verb === 'MAIL' || verb === 'DATA' ? verb : null;
    const turn = known === null ? '250 Ok' : (this.script[known] ?? WELL_BEHAVED[known]);
    this.take(socket, turn);
    return known === 'DATA' && turn.startsWith('354');
  }

  private take(socket: Socket, turn: Turn): void {
    if (turn === 'close') socket.destroy();
    else if (turn !== 'hang') socket.write(`${turn}\r\n`);
  }
}
