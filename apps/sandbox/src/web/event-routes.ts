import type { ServerResponse } from 'node:http';
import type { WorldLog } from '../world-log.ts';
import { route, type Route } from './router.ts';

const HEARTBEAT_MS = 20_000;

/** Server-sent events: what happens, as it happens. */
export function eventRoutes(log: WorldLog): Route[] {
  return [route('GET', '/api/events', () => ({ stream: (response) => follow(log, response) }))];
}

function follow(log: WorldLog, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  response.write('retry: 1000\n\n');
  const end = log.listen((event) => response.write(`id: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    end();
    clearInterval(heartbeat);
  });
}
