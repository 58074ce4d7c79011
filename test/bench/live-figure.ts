import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, RoomEvent, ServerToClient } from '@bureau/contracts';
import { query, type Desk } from './desks.ts';

export interface LiveFigure {
  replies: number;
  /** From sending the reply to the word on the other agent's socket, in milliseconds. */
  p50Ms: number;
  p95Ms: number;
}

type Screen = Socket<ServerToClient, ClientToServer>;

/** One agent answers cases, one after the other; another one has the list open. */
export async function measureLive(desk: Desk, replies: number): Promise<LiveFigure> {
  const [writer, reader] = await Promise.all([desk.cookieOf(1), desk.cookieOf(2)]);
  const screen = await openList(desk, reader);
  const cases = await query<{ id: number; sequence: number }>(
    desk.databaseUrl,
    "SELECT id::int, sequence FROM cases WHERE status = 'open' ORDER BY id DESC LIMIT $1",
    [replies],
  );

  const times: number[] = [];
  for (const supportCase of cases) {
    const told = nextWordOf(screen, supportCase.id);
    const begin = performance.now();
    const response = reply(desk, writer, supportCase);
    await told;
    times.push(performance.now() - begin);
    await response;
  }
  screen.disconnect();

  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.floor(sorted.length * q)] ?? 0;
  return { replies: times.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95) };
}

async function openList(desk: Desk, cookie: string): Promise<Screen> {
  const screen: Screen = io(`http://127.0.0.1:${desk.port}`, {
    path: '/realtime',
    transports: ['websocket'],
    extraHeaders: { cookie },
  });
  const answer = await screen.timeout(10_000).emitWithAck('join', 'cases');
  if (!answer.joined) throw new Error('The agent was not let into the list.');
  return screen;
}

function nextWordOf(screen: Screen, caseId: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nobody heard of case ${caseId} in 10 s.`)), 10_000);
    const listen = ({ event, ids }: RoomEvent) => {
      if (event !== 'message.replied' || !ids.includes(caseId)) return;
      clearTimeout(timer);
      screen.off('change', listen);
      resolve();
    };
    screen.on('change', listen);
  });
}

async function reply(desk: Desk, cookie: string, { id, sequence }: { id: number; sequence: number }): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${desk.port}/api/v3/cases/${id}/replies`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: 'We have sent a new one today.', sequence }),
  });
  if (response.status !== 201) throw new Error(`A reply was refused: ${await response.text()}`);
  await response.arrayBuffer();
}
