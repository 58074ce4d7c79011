import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { listening } from '../listening.ts';
import type { Behaviour } from './behaviour.ts';
import { refusal, refusalAtRecipient, refusalOf } from './refusal.ts';
import { robotAnswer } from './robot-answers.ts';
import { RobotPost } from './robot-post.ts';
import { keepMail, type MailWorld } from './world.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** Longer than any sender waits for an answer (RFC 5321 §4.5.3.2: ten minutes), so that `hang` outlasts it. */
const PATIENCE_MS = 15 * 60_000;

type Met = { recipient: string; behaviour: Behaviour };

/** The customers' mail servers: takes what the desk sends, for any address, behaving as each mailbox is told to. */
export class MailServer {
  readonly #world: MailWorld;
  readonly #robots: RobotPost;
  readonly #server: SMTPServer;
  readonly #sockets = new Map<string, Socket>();
  readonly #met = new WeakMap<SMTPServerSession, Met[]>();
  readonly #stopping = new AbortController();

  constructor(world: MailWorld) {
    this.#world = world;
    this.#robots = new RobotPost(world);
    this.#server = this.#build();
    this.#server.server.on('connection', (socket) => this.#track(socket));
    this.#server.on('error', (error) => this.#note(`A connection broke: ${error.message}`));
  }

  /** Returns the port; rejects with one clear line when it is taken. */
  listen(port: number, host: string): Promise<number> {
    return listening(this.#server.server, { port, host, variable: 'BUREAU_SANDBOX_SMTP_PORT' });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const closed = new Promise<void>((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets.values()) socket.destroy();
    await Promise.all([closed, this.#robots.stop()]);
  }

  #build(): SMTPServer {
    const server = new SMTPServer({
      name: 'mx.sandbox.example',
      banner: 'the outside world',
      authOptional: true,
      disabledCommands: ['AUTH'],
      disableReverseLookup: true,
      hideSTARTTLS: true,
      hideENHANCEDSTATUSCODES: true,
      size: MAX_BYTES,
      socketTimeout: PATIENCE_MS,
      closeTimeout: 1000,
      logger: false,
      onConnect: (_session, done) => {
        server.options.hideSTARTTLS = this.#world.behaviours.everyone().kind !== 'tls-fail';
        done();
      },
      onSecure: (_socket, _session, done) => done(refusal(454, '4.7.0 TLS is broken here')),
      onMailFrom: (_address, session, done) => {
        this.#met.set(session, []);
        done();
      },
      onRcptTo: ({ address }, session, done) => done(this.#meet(address, session)),
      onData: (stream, session, done) => {
        const finish = (refused?: Error | null) => done(refused ?? null, '2.0.0 Accepted by the sandbox');
        this.#receive(stream, session, finish).catch((error: unknown) => done(refusalOf(error)));
      },
    });
    return server;
  }

  #meet(recipient: string, session: SMTPServerSession): Error | undefined {
    const behaviour = this.#world.behaviours.meet(recipient);
    const refused = refusalAtRecipient(this.#world, behaviour, { from: senderOf(session), to: recipient });
    if (refused) {
      this.#world.log.add({ kind: 'refused', address: recipient, words: `${recipient} refused: ${refused.message}` });
      return refused;
    }
    this.#met.get(session)?.push({ recipient, behaviour });
    return undefined;
  }

  /** Calls `finish` once the mails are kept, or never where the mailbox is to stay silent. */
  async #receive(stream: NodeJS.ReadableStream, session: SMTPServerSession, finish: (refused?: Error) => void) {
    const raw = await buffer(stream);
    const met = this.#met.get(session) ?? [];
    const kinds = new Set(met.map(({ behaviour }) => behaviour.kind));
    for (const { behaviour } of met) {
      if (behaviour.kind === 'slow') await wait(behaviour.milliseconds, undefined, { signal: this.#stopping.signal });
      if (behaviour.kind === 'reject') return finish(this.#refuse(met, refusal(behaviour.code, behaviour.words)));
    }
    if (kinds.has('hang')) return this.#note('A mailbox took a mail and answers nothing.');

    const sender = senderOf(session);
    await this.#deliver(met, raw, sender);
    if (kinds.has('drop-after-data')) return this.#drop(session);
    finish();
    for (const { recipient, behaviour } of met) {
      this.#robots.post(robotAnswer(this.#world, behaviour, { recipient, sender, raw }));
    }
  }

  async #deliver(met: Met[], raw: Buffer, sender: string): Promise<void> {
    const envelope = { from: sender, to: met.map(({ recipient }) => recipient) };
    for (const { recipient, behaviour } of met) {
      const folder = behaviour.kind === 'accept-then-bounce' ? 'bounced' : 'inbox';
      await keepMail(this.#world, { address: recipient, folder, envelope, raw });
    }
  }

  #refuse(met: Met[], refused: Error): Error {
    for (const { recipient } of met) {
      this.#world.log.add({ kind: 'refused', address: recipient, words: `${recipient} refused: ${refused.message}` });
    }
    return refused;
  }

  #drop(session: SMTPServerSession): void {
    this.#note('A mailbox kept a mail and dropped the connection before saying so.');
    this.#sockets.get(peer(session.remoteAddress, session.remotePort))?.destroy();
  }

  #note(words: string): void {
    this.#world.log.add({ kind: 'unanswered', words });
  }

  #track(socket: Socket): void {
    const key = peer(socket.remoteAddress, socket.remotePort);
    this.#sockets.set(key, socket);
    socket.once('close', () => this.#sockets.delete(key));
  }
}

function senderOf(session: SMTPServerSession): string {
  return session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
}

/** IPv4 peers of a dual-stack socket show as ::ffff:127.0.0.1 in one place and 127.0.0.1 in the other. */
function peer(address: string | undefined, port: number | undefined): string {
  return `${address?.replace(/^::ffff:/, '')} ${port}`;
}
