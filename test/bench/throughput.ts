import { AGENTS } from './generate-cases.ts';
import { query, type Desk } from './desks.ts';
import type { Load, LoadResult } from './load.ts';
import { measure, type Started } from './processes.ts';
import { isSearch, searchesOf } from './searches.ts';

/** Of the searches, `search` asks for common words, rare ones and such that nobody wrote, in turn. */
export type FigureName =
  'list' | 'open' | 'feed' | 'create' | 'reply' | 'search' | 'search, common' | 'search, rare' | 'search, no hit';

export interface Throughput {
  figure: FigureName;
  /** Answers a second, medians of the rounds. */
  bureau: number;
  bare: number;
  /** Median of the ratios of each pair of rounds. */
  ratio: number;
  target: number | null;
  p95Ms: number;
  p99Ms: number;
}

export interface Pace {
  rounds: number;
  measureMs: number;
}

/** The least share of the bare server's throughput that is promised. */
const TARGETS: Record<FigureName, number | null> = {
  list: 0.25,
  open: 0.2,
  feed: null,
  create: 0.15,
  reply: 0.15,
  search: 0.6,
  'search, common': null,
  'search, rare': null,
  'search, no hit': null,
};
const CONNECTIONS = 16;
const WARM_UP_MS = 1000;

/** Measures a figure on both servers in turn, so that what else the machine does hits both. */
export async function compare(
  figure: FigureName,
  { desk, bare, bareUrl }: { desk: Desk; bare: Started; bareUrl: string },
  { rounds, measureMs }: Pace,
): Promise<Throughput> {
  const cookies = await Promise.all(Array.from({ length: AGENTS }, (_, index) => desk.cookieOf(index + 1)));
  const pairs: { bureau: LoadResult; bare: LoadResult }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bureauLoad = await loadOf(figure, { url: desk.databaseUrl, port: desk.port, measureMs, cookies });
    const bureauResult = await measure(bureauLoad);
    await settled(desk.databaseUrl);
    const bareResult = await measure(await loadOf(figure, { url: bareUrl, port: bare.port, measureMs, cookies }));
    await idle(bareUrl);
    pairs.push({ bureau: bureauResult, bare: bareResult });
  }
  return {
    figure,
    bureau: median(pairs.map((pair) => pair.bureau.perSecond)),
    bare: median(pairs.map((pair) => pair.bare.perSecond)),
    ratio: median(pairs.map((pair) => pair.bureau.perSecond / pair.bare.perSecond)),
    target: TARGETS[figure],
    p95Ms: median(pairs.map((pair) => pair.bureau.p95Ms)),
    p99Ms: median(pairs.map((pair) => pair.bureau.p99Ms)),
  };
}

export interface Growth {
  figure: 'list' | 'open';
  /** Answers a second of a desk with few cases, and of one with many. */
  small: number;
  large: number;
  /** Median of large ÷ small of each pair of rounds. */
  ratio: number;
}

/** The same question to two desks in turn, one with few cases and one with many. */
export async function growth(
  figure: 'list' | 'open',
  desks: { small: Desk; large: Desk },
  { rounds, measureMs }: Pace,
): Promise<Growth> {
  const ask = async (desk: Desk) => {
    const cookies = [await desk.cookieOf(1)];
    return measure(await loadOf(figure, { url: desk.databaseUrl, port: desk.port, measureMs, cookies }));
  };
  const pairs: { small: number; large: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { perSecond: small } = await ask(desks.small);
    const { perSecond: large } = await ask(desks.large);
    pairs.push({ small, large });
  }
  return {
    figure,
    small: median(pairs.map((pair) => pair.small)),
    large: median(pairs.map((pair) => pair.large)),
    ratio: median(pairs.map((pair) => pair.large / pair.small)),
  };
}

/** Throws unless both servers give the same bytes for the same question. */
export async function assertSameAnswers(desk: Desk, bare: Started): Promise<void> {
  const cookie = await desk.cookieOf(1);
  for (const path of ['/api/v3/cases?limit=50', '/api/v3/cases/321', '/api/v3/cases/321/feed?limit=50']) {
    const [ours, theirs] = await Promise.all([
      fetch(`http://127.0.0.1:${desk.port}${path}`, { headers: { cookie } }).then((answer) => answer.text()),
      fetch(`http://127.0.0.1:${bare.port}${path}`).then((answer) => answer.text()),
    ]);
    if (ours !== theirs) throw new Error(`${path} differs.\n${ours.slice(0, 2000)}\n${theirs.slice(0, 2000)}`);
  }
}

interface Situation {
  url: string;
  port: number;
  measureMs: number;
  cookies: string[];
}

async function loadOf(figure: FigureName, situation: Situation): Promise<Load> {
  const { port, measureMs } = situation;
  const write = figure === 'create' || figure === 'reply';
  return {
    port,
    connections: CONNECTIONS,
    warmUpMs: WARM_UP_MS,
    measureMs,
    requests: await requestsOf(figure, situation),
    expectedStatus: write ? 201 : 200,
  };
}

async function requestsOf(figure: FigureName, { url, port, cookies }: Situation): Promise<Load['requests']> {
  const head = (line: string, index: number) =>
    `${line} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookies[index % cookies.length]}`;
  const post = (path: string, index: number) => `${head(`POST ${path}`, index)}\r\ncontent-type: application/json`;

  if (isSearch(figure)) {
    return searchesOf(figure).map((q, index) => ({
      head: head(`GET /api/v3/search/cases?limit=20&q=${encodeURIComponent(q)}`, index),
    }));
  }
  if (figure === 'list') return cookies.map((_, index) => ({ head: head('GET /api/v3/cases?limit=50', index) }));
  if (figure === 'create') {
    const customers = await query<{ address: string }>(url, 'SELECT address FROM customers ORDER BY id LIMIT 5000');
    return customers.map(({ address }, index) => ({ head: post('/api/v3/cases', index), body: opening(address) }));
  }
  if (figure === 'reply') {
    const cases = await query<{ id: number; sequence: number }>(
      url,
      `SELECT id::int, sequence FROM cases WHERE status IN ('open', 'pending') ORDER BY id LIMIT 13000`,
    );
    return cases.map(({ id, sequence }, index) => ({
      head: post(`/api/v3/cases/${id}/replies`, index),
      body: `{"text":${JSON.stringify(WORDS)},"sequence":"{sequence}"}`,
      sequence,
    }));
  }
  const cases = await query<{ id: number }>(url, 'SELECT id::int FROM cases ORDER BY hashint8(id) LIMIT 20000');
  const suffix = figure === 'feed' ? '/feed?limit=50' : '';
  return cases.map(({ id }, index) => ({ head: head(`GET /api/v3/cases/${id}${suffix}`, index) }));
}

export const WORDS = 'Thank you for writing. We have sent a new grinder today, it should arrive on Thursday. '
  .repeat(5)
  .trim();

function opening(address: string): string {
  return JSON.stringify({ subject: 'The grinder is stuck', text: WORDS, customer: { address } });
}

/** Waits until the desk has told everybody what happened: its work of a round must not slow the next one. */
export async function settled(url: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const [row] = await query<{ busy: boolean }>(
      url,
      'SELECT EXISTS (SELECT FROM outbox WHERE relayed_at IS NULL) OR EXISTS (SELECT FROM search_dirty) AS busy',
    );
    if (!row?.busy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The desk did not tell and index everything in 30 s.');
}

/** Waits until the database has answered what nobody waits for any more. */
async function idle(url: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const [row] = await query<{ busy: boolean }>(
      url,
      `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%bare_search%'
                      AND pid <> pg_backend_pid()) AS busy`,
    );
    if (!row?.busy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The bare server did not come to rest in 30 s.');
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
