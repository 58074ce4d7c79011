import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Presence } from '@bureau/contracts';
import { createRealtime, type Realtime, type RealtimeOptions, type RoomNews } from '@bureau/client';
import { Pool } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { RealtimeGate, type RealtimeActor } from '../../libs/server/platform/src/realtime/realtime-gate.ts';
import { RealtimePublisher } from '../../libs/server/platform/src/realtime/realtime-publisher.ts';
import { REALTIME_PATH, RealtimeServer } from '../../libs/server/platform/src/realtime/realtime-server.ts';
import { openRealtimeWires } from '../../libs/server/platform/src/realtime/realtime-wires.ts';
import { RoomSequences } from '../../libs/server/platform/src/realtime/room-sequences.ts';
import {
  hasRedisServer,
  startTestRedis,
  type TestRedis,
} from '../../libs/server/platform/src/redis/start-test-redis.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/** Everybody whose cookie names a user is that user, until revoked; case 99 is nobody's. */
class OpenGate extends RealtimeGate {
  readonly revoked = new Set<number>();

  async authenticate(cookie: string | undefined): Promise<RealtimeActor | null> {
    const userId = Number(/user=(\d+)/.exec(cookie ?? '')?.[1]);
    return userId > 0 && !this.revoked.has(userId) ? { userId, sessionId: `session-of-${userId}` } : null;
  }

  async mayJoin(_actor: RealtimeActor, room: string): Promise<boolean> {
    return room !== 'case:99';
  }
}

interface Desk {
  gate: OpenGate;
  publisher: RealtimePublisher;
  port: number;
  stop(): Promise<void>;
}

describe.each(hasRedisServer() ? ['in one process', 'with Redis'] : ['in one process'])('realtime %s', (how) => {
  let database: TestDatabase;
  let sql: Pool;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    sql = new Pool({ connectionString: database.url, max: 2 });
    if (how === 'with Redis') redis = await startTestRedis();
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
    await redis?.stop();
  });

  const sequences = () => new RoomSequences({ rows: async (text, values) => (await sql.query(text, values)).rows });

  async function startDesk(port = 0): Promise<Desk> {
    const timings = { beatMs: 100, presenceTtlMs: 1_000, recheckMs: 200 };
    const options = { redisUrl: redis?.url, ...timings };
    const wires = openRealtimeWires(options, () => undefined);
    const gate = new OpenGate();
    const server = new RealtimeServer(gate, sequences(), wires, options);
    const http = createServer();
    server.attach(http);
    const stop = async () => {
      await server.beforeApplicationShutdown();
      await closed(http);
      wires.close();
    };
    onTestFinished(stop);
    const publisher = new RealtimePublisher(wires, sequences());
    return { gate, publisher, port: await listening(http, port), stop };
  }

  function openConsole({ port }: Desk, userId: number, options: Partial<RealtimeOptions> = {}): Realtime {
    const url = `http://127.0.0.1:${port}${REALTIME_PATH}`;
    const realtime = createRealtime({ url, headers: { cookie: `user=${userId}` }, ...options });
    onTestFinished(() => realtime.close());
    return realtime;
  }

  async function live(realtime: Realtime): Promise<void> {
    await vi.waitFor(() => expect(realtime.state.get().kind).toBe('live'), { timeout: 10_000 });
  }

  /** What a room tells a console. */
  function listen(realtime: Realtime, room: string): RoomNews[] {
    const news: RoomNews[] = [];
    realtime.enter(room, (item) => void news.push(item));
    return news;
  }

  it('tells a change to those in the room, as ids only, in less than 300 ms', async () => {
    const desk = await startDesk();
    const ana = openConsole(desk, 1);
    const cases = listen(ana, 'cases');
    const other = listen(ana, 'case:7');
    await vi.waitFor(() => expect(cases).toEqual([{ kind: 'joined' }]));

    const published = performance.now();
    await desk.publisher.publish('cases', 'case.opened', [42]);
    await vi.waitFor(() => expect(cases).toContainEqual({ kind: 'changed', event: 'case.opened', ids: [42] }));
    expect(performance.now() - published).toBeLessThan(300);
    expect(other).toEqual([{ kind: 'joined' }]);
  });

  it('notices that messages were lost, also when the last one was', async () => {
    const desk = await startDesk();
    const gaps = vi.fn();
    const ana = openConsole(desk, 1, { onGap: gaps });
    const news = listen(ana, 'intake');
    await vi.waitFor(() => expect(news).toEqual([{ kind: 'joined' }]));

    await sequences().next(['intake']); // a change whose message never left
    await vi.waitFor(() => expect(gaps).toHaveBeenCalledExactlyOnceWith('intake'));
    expect(news).toEqual([{ kind: 'joined' }, { kind: 'gap' }]);
    await live(ana);
  });

  it('catches up after the server was away, and says so honestly meanwhile', async () => {
    const desk = await startDesk();
    const states: string[] = [];
    const ana = openConsole(desk, 1, { onState: ({ kind }) => void states.push(kind) });
    const news = listen(ana, 'case:5');
    await live(ana);

    await desk.stop();
    await vi.waitFor(() => expect(ana.state.get().kind).toBe('offline'));
    await sequences().next(['case:5']);
    await startDesk(desk.port);
    const back = performance.now();
    await live(ana);
    expect(performance.now() - back).toBeLessThan(5_000);
    expect(news).toEqual([{ kind: 'joined' }, { kind: 'gap' }]);
    expect(states).toEqual(['live', 'offline', 'catching-up', 'live']);
  });

  it('refuses rooms that a person may not see, patterns and other sockets', async () => {
    const desk = await startDesk();
    const socket = rawSocket(desk, 1);
    await heard(socket, 'connect');
    for (const room of ['case:99', '*', 'case:*', socket.id, 'user/1', { room: 'cases' }, null]) {
      expect(await socket.timeout(2_000).emitWithAck('join', room)).toEqual({ joined: false });
    }
    expect(await socket.timeout(2_000).emitWithAck('join', 'cases')).toMatchObject({ joined: true });
  });

  it('admits nobody who is not signed in, and no page of a stranger', async () => {
    const desk = await startDesk();
    const nobody = openConsole(desk, 0);
    await vi.waitFor(() => expect(nobody.state.get().kind).toBe('signed-out'));

    const stranger = rawSocket(desk, 1, { origin: 'https://evil.example' });
    expect(await heard(stranger, 'connect_error')).toBeInstanceOf(Error);
  });

  it('shows who views and who writes a case, in the case and in lists', async () => {
    const desk = await startDesk();
    const [ana, ben, list] = [openConsole(desk, 1), openConsole(desk, 2), openConsole(desk, 3)];
    for (const realtime of [ana, ben]) listen(realtime, 'case:8');
    listen(list, 'presence');
    const people = (realtime: Realtime) => realtime.presences.people.get().get('case:8');

    ana.presences.tell('case:8', 'viewing');
    await live(ben);
    ben.presences.tell('case:8', 'writing');
    const both = [
      { userId: 1, doing: 'viewing' },
      { userId: 2, doing: 'writing' },
    ];
    for (const realtime of [ana, ben, list]) await vi.waitFor(() => expect(people(realtime)).toEqual(both));

    ben.close();
    for (const realtime of [ana, list]) {
      await vi.waitFor(() => expect(people(realtime)).toEqual([{ userId: 1, doing: 'viewing' }]));
    }
  });

  it('forgets a person who has been silent', async () => {
    const desk = await startDesk();
    const ana = openConsole(desk, 1);
    listen(ana, 'case:11');
    await live(ana);
    const silent = rawSocket(desk, 2);
    await heard(silent, 'connect');
    await silent.timeout(2_000).emitWithAck('join', 'case:11');
    expect(await silent.timeout(2_000).emitWithAck('presence', 'case:11', 'viewing')).toBe(true);
    const people = () => ana.presences.people.get().get('case:11');
    await vi.waitFor(() => expect(people()).toHaveLength(1));
    await vi.waitFor(() => expect(people()).toBeUndefined(), { timeout: 4_000 });
  });

  it('refuses presence in a case that was not joined', async () => {
    const desk = await startDesk();
    const list = openConsole(desk, 1);
    listen(list, 'presence');
    listen(list, 'case:12');
    await live(list);
    const forger = rawSocket(desk, 2);
    await heard(forger, 'connect');
    await forger.timeout(2_000).emitWithAck('join', 'case:99');
    for (const room of ['case:12', 'case:99', 'presence']) {
      expect(await forger.timeout(2_000).emitWithAck('presence', room, 'writing')).toBe(false);
    }
    await forger.timeout(2_000).emitWithAck('join', 'case:12');
    expect(await forger.timeout(2_000).emitWithAck('presence', 'case:12', 'dancing')).toBe(false);
    expect(list.presences.people.get().size).toBe(0);
  });

  it('ends the sockets of a session that ends, and of one that was found to have ended', async () => {
    const desk = await startDesk();
    const [ana, ben, eve] = [openConsole(desk, 1), openConsole(desk, 2), openConsole(desk, 3)];
    await Promise.all([ana, ben, eve].map(live));
    desk.gate.revoked.add(1).add(3);
    desk.publisher.disconnect({ sessionId: 'session-of-1' });
    for (const realtime of [ana, eve]) {
      await vi.waitFor(() => expect(realtime.state.get().kind).toBe('signed-out'), { timeout: 5_000 });
    }
    expect(ben.state.get().kind).toBe('live');
  });

  if (how !== 'with Redis') return;

  describe('and two servers', () => {
    it('reaches a person on the other server, from a worker without sockets too', async () => {
      const [one, two] = [await startDesk(), await startDesk()];
      const ben = openConsole(two, 2);
      const news = listen(ben, 'cases');
      await live(ben);
      await one.publisher.publish('cases', 'case.opened', [1]);
      const wires = openRealtimeWires({ redisUrl: redis?.url }, () => undefined);
      onTestFinished(() => wires.close());
      await new RealtimePublisher(wires, sequences()).publish('cases', 'case.opened', [2]);
      await vi.waitFor(() =>
        expect(news.map((item) => (item.kind === 'changed' ? item.ids : item.kind))).toEqual(['joined', [1], [2]]),
      );
    });

    it('shows each other, and forgets who was on a server that died', async () => {
      const [one, two] = [await startDesk(), await startDesk()];
      const [ana, ben] = [openConsole(one, 1), openConsole(two, 2)];
      for (const realtime of [ana, ben]) listen(realtime, 'case:20');
      await Promise.all([ana, ben].map(live));
      ben.presences.tell('case:20', 'writing');
      const people = (): Presence['people'] | undefined => ana.presences.people.get().get('case:20');
      await vi.waitFor(() => expect(people()).toEqual([{ userId: 2, doing: 'writing' }]));

      ben.presences.tell('case:20', null);
      const dead = openRealtimeWires({ redisUrl: redis?.url, presenceTtlMs: 500 }, () => undefined);
      await dead.presence.set('case:20', 'a socket of its', { userId: 3, doing: 'viewing' });
      dead.broadcast.presence(await dead.presence.list('case:20'));
      dead.close();
      await vi.waitFor(() => expect(people()).toEqual([{ userId: 3, doing: 'viewing' }]));
      await vi.waitFor(() => expect(people()).toBeUndefined(), { timeout: 4_000 });
    });

    it('forgets no room that somebody enters while it is swept', async () => {
      const [sweeper, door] = [1, 2].map(() => openRealtimeWires({ redisUrl: redis?.url }, () => undefined));
      onTestFinished(() => [sweeper, door].forEach((wires) => wires?.close()));
      const rooms = Array.from({ length: 200 }, (_, index) => `case:${1_000 + index}`);
      for (const room of rooms) {
        await door!.presence.set(room, 'who left', { userId: 1, doing: 'viewing' });
        await door!.presence.remove(room, 'who left');
        await Promise.all([
          sweeper!.presence.sweep(),
          door!.presence.set(room, 'who came', { userId: 2, doing: 'viewing' }),
        ]);
      }
      expect(await sweeper!.presence.rooms()).toEqual(expect.arrayContaining(rooms));
    });

    it('ends a session on whichever server it is', async () => {
      const [one, two] = [await startDesk(), await startDesk()];
      const ben = openConsole(two, 2);
      await live(ben);
      two.gate.revoked.add(2);
      one.publisher.disconnect({ userId: 2 });
      await vi.waitFor(() => expect(ben.state.get().kind).toBe('signed-out'), { timeout: 5_000 });
    });
  });
});

/** A client that says what ours never would. */
function rawSocket({ port }: Desk, userId: number, headers: Record<string, string> = {}): Socket {
  const socket = io(`http://127.0.0.1:${port}`, {
    path: REALTIME_PATH,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: `user=${userId}`, ...headers },
  });
  onTestFinished(() => void socket.disconnect());
  return socket;
}

const heard = (socket: Socket, event: string) => new Promise<unknown>((resolve) => socket.once(event, resolve));

async function listening(http: Server, port: number): Promise<number> {
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function closed(http: Server): Promise<void> {
  if (!http.listening) return;
  http.close();
  http.closeAllConnections();
  await once(http, 'close');
}
