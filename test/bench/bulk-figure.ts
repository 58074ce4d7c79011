import { setTimeout as pause } from 'node:timers/promises';
import { query, type Desk } from './desks.ts';
import type { Started } from './processes.ts';

export interface BulkFigure {
  cases: number;
  /** From the request until all cases are changed, in milliseconds. */
  bureauMs: number;
  bareMs: number;
}

const LONGEST_MS = 60_000;

/** Changes the priority of many cases at once, on both servers; medians of the rounds. */
export async function measureBulk(
  desk: Desk,
  bare: Started,
  { cases, rounds }: { cases: number; rounds: number },
): Promise<BulkFigure> {
  const cookie = await desk.cookieOf(1);
  const rows = await query<{ id: number }>(
    desk.databaseUrl,
    "SELECT id::int FROM cases WHERE status IN ('open', 'pending', 'resolved') ORDER BY id LIMIT $1",
    [cases],
  );
  const caseIds = rows.map(({ id }) => id);
  const times: { bureau: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const body = JSON.stringify({ caseIds, changes: { priority: 5 + round } });
    times.push({ bureau: await onDesk(desk, cookie, body), bare: await timeOf(() => post(bare.port, body, {})) });
  }
  const middle = (of: 'bureau' | 'bare') =>
    times.map((time) => time[of]).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { cases: caseIds.length, bureauMs: middle('bureau'), bareMs: middle('bare') };
}

function onDesk(desk: Desk, cookie: string, body: string): Promise<number> {
  return timeOf(async () => {
    const { id } = await post(desk.port, body, { cookie, 'idempotency-key': crypto.randomUUID() });
    const until = Date.now() + LONGEST_MS;
    while (Date.now() < until) {
      const answer = await fetch(`http://127.0.0.1:${desk.port}/api/v3/bulk-changes/${id}`, { headers: { cookie } });
      const { state } = await answer.json();
      if (state === 'done') return;
      await pause(10);
    }
    throw new Error('The bulk change did not end.');
  });
}

async function post(port: number, body: string, headers: Record<string, string>): Promise<{ id?: number }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v3/bulk-changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  if (!response.ok) throw new Error(`The bulk change was refused: ${await response.text()}`);
  return response.json();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
