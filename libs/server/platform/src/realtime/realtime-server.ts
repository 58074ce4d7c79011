import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Server } from 'socket.io';
import { dampen } from '../redis/dampen.ts';
import { sessionKey, userKey, type RealtimeIo, type RealtimeSocket } from './broadcast.ts';
import { RealtimeConnection } from './realtime-connection.ts';
import { RealtimeGate } from './realtime-gate.ts';
import { REALTIME_OPTIONS, timingsOf, type RealtimeOptions } from './realtime-options.ts';
import { RealtimeWires } from './realtime-wires.ts';
import { RoomSequences } from './room-sequences.ts';

/** Where the console connects: part of `Session.realtimeUrl`. */
export const REALTIME_PATH = '/realtime';

/** The sockets of one api process. */
@Injectable()
export class RealtimeServer implements BeforeApplicationShutdown {
  private readonly log = new Logger('realtime');
  private readonly onError = dampen((error) => this.log.error(error));
  private readonly connections = new Map<string, RealtimeConnection>();
  private io: RealtimeIo | undefined;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(RealtimeGate) private readonly gate: RealtimeGate,
    @Inject(RoomSequences) private readonly sequences: RoomSequences,
    @Inject(RealtimeWires) private readonly wires: RealtimeWires,
    @Inject(REALTIME_OPTIONS) private readonly options: RealtimeOptions,
  ) {}

  attach(http: HttpServer): void {
    const io: RealtimeIo = new Server(http, {
      path: REALTIME_PATH,
      // Long polling would need each client to reach the same process every time; a WebSocket stays where it is, so any
      // load balancer will do.
      transports: ['websocket'],
      serveClient: false,
      // A half-open connection is noticed after 20 s at most.
      pingInterval: 10_000,
      pingTimeout: 10_000,
      maxHttpBufferSize: 10_000,
      allowRequest: (request, decide) => decide(null, this.isOurPage(request)),
    });
    this.wires.serve(io);
    io.use((socket, next) => void this.admit(socket).then(() => next(), next));
    io.on('connection', (socket) => this.connected(socket));
    this.io = io;

    const { beatMs, recheckMs } = timingsOf(this.options);
    this.every(beatMs, () => this.beat());
    this.every(beatMs, () => this.sweepPresence());
    this.every(recheckMs, () => this.recheck());
  }

  /** Clients see a lost connection and come back to whichever server is up. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    await Promise.all([...this.connections.values()].map((connection) => connection.end())).catch(this.onError);
    this.io?.engine.close(); // not `io.close()`: the HTTP server is Nest's to close
    this.io = undefined;
  }

  /** Cookies travel with any page's handshake, so a stranger's page is kept out by its origin. Programs send none. */
  private isOurPage({ headers }: IncomingMessage): boolean {
    if (headers.origin === undefined) return true;
    if (this.options.allowedOrigins?.includes(headers.origin)) return true;
    return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
  }

  private async admit(socket: RealtimeSocket): Promise<void> {
    const actor = await this.gate.authenticate(socket.handshake.headers.cookie).catch((error: unknown) => {
      this.onError(error);
      throw new Error('unavailable'); // the message reaches the browser
    });
    if (!actor) throw new Error('session.required');
    socket.data.actor = actor;
    await socket.join([userKey(actor.userId), sessionKey(actor.sessionId)]);
  }

  private connected(socket: RealtimeSocket): void {
    const { gate, sequences, wires } = this;
    const { broadcast, presence } = wires;
    const tools = { gate, sequences, presence, broadcast, onError: this.onError };
    const connection = new RealtimeConnection(socket, tools);
    this.connections.set(socket.id, connection);
    socket.on('disconnect', () => this.connections.delete(socket.id));
  }

  /** A client that missed the last message of a room would not notice without being told the room's sequence. */
  private async beat(): Promise<void> {
    const connections = [...this.connections];
    const sequences = await this.sequences.current(connections.flatMap(([, { rooms }]) => [...rooms]));
    for (const [socketId, { rooms }] of connections) {
      if (rooms.size === 0) continue;
      const beat = Object.fromEntries([...rooms].map((room) => [room, sequences.get(room) ?? 0]));
      this.io?.sockets.sockets.get(socketId)?.volatile.emit('beat', beat);
    }
  }

  private async sweepPresence(): Promise<void> {
    const { presence, broadcast } = this.wires;
    for (const room of await presence.sweep()) broadcast.presence(await presence.list(room));
  }

  private async recheck(): Promise<void> {
    for (const connection of this.connections.values()) await connection.recheck();
  }

  private every(ms: number, task: () => Promise<void>): void {
    let busy = false;
    const round = async () => {
      if (busy) return;
      busy = true;
      await task().catch(this.onError);
      busy = false;
    };
    this.timers.push(setInterval(() => void round(), ms));
  }
}
