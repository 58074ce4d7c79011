import { connect } from 'node:net';
import { z } from 'zod';

const PATIENCE_MS = 5_000;

const Health = z.object({ parts: z.record(z.string(), z.object({ ok: z.boolean(), problem: z.string().optional() })) });

/** Undefined when a server says that every part of it is ready; else the parts that are not. */
export async function notHealthy(origin: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) return undefined;
    return unreadyParts(await response.json());
  } catch {
    return 'it does not answer yet';
  }
}

/** Undefined when somebody listens. */
export function notListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const settle = (answer: string | undefined) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(undefined));
    socket.once('timeout', () => settle('it does not answer yet'));
    socket.once('error', () => settle('it does not answer yet'));
  });
}

function unreadyParts(body: unknown): string {
  const health = Health.safeParse(body);
  const unready = Object.entries(health.data?.parts ?? {}).filter(([, { ok }]) => !ok);

  if (unready.length === 0) return 'not every part is ready';
  return unready.map(([name, { problem = 'not ready' }]) => `${name}: ${problem}`).join(', ');
}
