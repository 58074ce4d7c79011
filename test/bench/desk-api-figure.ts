import { agentEmail, AGENTS } from './generate-cases.ts';
import { PASSWORD, query, type Desk } from './desks.ts';
import type { Load, LoadResult } from './load.ts';
import { measure, type Started } from './processes.ts';
import { median, settled, WORDS, type Pace } from './throughput.ts';

/** Answers a second to what clients of Desk.com ask, medians of the rounds. */
export interface DeskApiFigure {
  figure: Asked;
  v2: number;
  v3: number;
  bare: number;
  /** Medians of the ratios of each round. */
  ofNative: number;
  ofBare: number;
}

interface Servers {
  desk: Desk;
  /** Bare, on the desk's own database. */
  reader: Started;
  /** Bare, on a copy. */
  writer: Started;
}

type Asked = 'list' | 'show' | 'create' | 'update';
type Api = 'v2' | 'v3';

/** The share of the native API's throughput that is promised. */
export const LEAST_OF_NATIVE = 0.8;

const FIGURES: Asked[] = ['list', 'show', 'create', 'update'];
const CONNECTIONS = 8;
const WARM_UP_MS = 1000;
const LIST = 'per_page=100';

/** The same programs, with the same credentials, ask the facade, the native API and the bare server in turn. */
export async function measureDeskApi(servers: Servers, { rounds, measureMs }: Pace): Promise<DeskApiFigure[]> {
  const { desk, reader } = servers;
  await forgetLimit(desk.databaseUrl);
  await assertSameAnswers(desk, reader);
  const figures: DeskApiFigure[] = [];
  for (const figure of FIGURES) {
    const results: { v2: LoadResult; v3: LoadResult; bare: LoadResult }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const load = async (api: Api, url: string): Promise<Omit<Load, 'port'>> => ({
        connections: CONNECTIONS,
        warmUpMs: WARM_UP_MS,
        measureMs,
        requests: await requestsOf(figure, { api, url, round }),
        expectedStatus: figure === 'create' ? 201 : 200,
      });
      const bare = figure === 'list' || figure === 'show' ? servers.reader : servers.writer;
      const v2 = await measure({ port: desk.port, ...(await load('v2', desk.databaseUrl)) });
      await settled(desk.databaseUrl);
      const v3 = await measure({ port: desk.port, ...(await load('v3', desk.databaseUrl)) });
      await settled(desk.databaseUrl);
      results.push({ v2, v3, bare: await measure({ port: bare.port, ...(await load('v2', desk.databaseUrl)) }) });
    }
    figures.push(figureOf(figure, results));
  }
  return figures;
}

function figureOf(figure: Asked, results: Record<Api | 'bare', LoadResult>[]): DeskApiFigure {
  return {
    figure,
    v2: median(results.map(({ v2 }) => v2.perSecond)),
    v3: median(results.map(({ v3 }) => v3.perSecond)),
    bare: median(results.map(({ bare }) => bare.perSecond)),
    ofNative: median(results.map(({ v2, v3 }) => v2.perSecond / v3.perSecond)),
    ofBare: median(results.map(({ v2, bare }) => v2.perSecond / bare.perSecond)),
  };
}

/** Requests are counted as ever, in the same row and as durably; only that no minute is ever over. */
async function forgetLimit(url: string): Promise<void> {
  await query(
    url,
    `CREATE FUNCTION count_from_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.count := 1; RETURN NEW; END $$;
     CREATE TRIGGER rate_windows_endless BEFORE UPDATE ON rate_windows FOR EACH ROW EXECUTE FUNCTION count_from_one()`,
  );
}

/** Throws unless both servers give the same bytes for the same question. */
async function assertSameAnswers(desk: Desk, bare: Started): Promise<void> {
  for (const path of [`/api/v2/cases?${LIST}`, '/api/v2/cases/321']) {
    const [ours, theirs] = await Promise.all(
      [desk.port, bare.port].map(async (port) => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: credentials(1) } });
        return answer.text();
      }),
    );
    if (ours !== theirs) throw new Error(`${path} differs.\n${ours?.slice(0, 3000)}\n${theirs?.slice(0, 3000)}`);
  }
}

const credentials = (agent: number) => `Basic ${Buffer.from(`${agentEmail(agent)}:${PASSWORD}`).toString('base64')}`;

async function requestsOf(
  figure: Asked,
  { api, url, round }: { api: Api; url: string; round: number },
): Promise<Load['requests']> {
  const head = (line: string, index: number) =>
    `${line} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: ${credentials(1 + (index % AGENTS))}\r\ncontent-type: application/json`;
  if (figure === 'list') {
    const path = api === 'v2' ? `/api/v2/cases?${LIST}` : '/api/v3/cases?limit=100';
    return Array.from({ length: AGENTS }, (_, index) => ({ head: head(`GET ${path}`, index) }));
  }
  if (figure === 'create') {
    const customers = await query<{ address: string }>(url, 'SELECT address FROM customers ORDER BY id LIMIT 5000');
    return customers.map(({ address }, index) => ({
      head: head(`POST /api/${api}/cases`, index),
      body: opening(api, address),
    }));
  }
  const cases = await query<{ id: number }>(
    url,
    'SELECT id::int FROM cases WHERE status <> $1 ORDER BY hashint8(id) LIMIT 20000',
    ['closed'],
  );
  const method = figure === 'show' ? 'GET' : 'PATCH';
  // Another subject than the last time: what changes nothing is not written.
  const body = figure === 'show' ? {} : { body: JSON.stringify({ subject: `Changed by ${api}, ${round}` }) };
  return cases.map(({ id }, index) => ({ head: head(`${method} /api/${api}/cases/${id}`, index), ...body }));
}

function opening(api: Api, address: string): string {
  const subject = 'The grinder is stuck';
  return JSON.stringify(
    api === 'v2'
      ? { type: 'email', subject, message: { direction: 'in', from: address, body: WORDS } }
      : { subject, text: WORDS, customer: { address } },
  );
}
