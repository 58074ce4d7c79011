import { readFile } from 'node:fs/promises';
import { openBrowser, openPage } from '../fixtures/browser.ts';
import { query, type Desk } from './desks.ts';
import { measure, startProgram, type Started } from './processes.ts';
import type { Pace } from './throughput.ts';

export interface CenterPageFigure {
  page: string;
  /** Bytes of its HTML. */
  bytes: number;
  /** Answers for each second of processor time: of the desk, of node:http with the same bytes, and the median of the ratios. */
  bureau: number;
  bare: number;
  ratio: number;
  p95Ms: number;
}

export interface CenterFigure {
  pages: CenterPageFigure[];
  /** In a browser that has kept nothing: the worst of the pages. Milliseconds; a number without unit; kilobytes as sent. */
  largestPaintMs: number;
  layoutShift: number;
  styleAndScriptKilobytes: number;
}

/** What is promised of a page: the least share of the bare server, and the most of the others. */
export const CENTER_PROMISES = { ratio: 0.3, largestPaintMs: 800, layoutShift: 0, kilobytes: 30 };

const BASE = '/support/larkspur-coffee';
const ARTICLES = 200;
const CONNECTIONS = 16;
const WARM_UP_MS = 1000;

/** The pages of a support center with 200 articles, as guests read them. */
export async function measureCenter(desk: Desk, pace: Pace): Promise<CenterFigure> {
  const articleId = await writeArticles(desk.databaseUrl);
  const pages = {
    home: BASE,
    article: `${BASE}/customer/portal/articles/${articleId}-descaling-1`,
  };
  // Searches are counted for the report of what nobody found, so each one is carried out.
  const search = `${BASE}/customer/portal/articles/search?q=descaling`;
  const figures: CenterPageFigure[] = [];
  for (const [page, path] of Object.entries(pages)) figures.push(await throughputOf(desk, { page, path, pace }));
  return { pages: figures, ...(await inBrowser(desk, [...Object.values(pages), search])) };
}

/** Topics and articles of the brand that the bench generates. */
async function writeArticles(url: string): Promise<number> {
  await query(
    url,
    `WITH topic AS (INSERT INTO topics (language, position) VALUES ('en', 1) RETURNING id),
       named AS (INSERT INTO topic_translations (topic_id, language, name, description, slug)
         SELECT id, 'en', 'Machines', 'How to keep them well.', 'machines' FROM topic),
       placed AS (INSERT INTO topic_brands (topic_id, brand_id)
         SELECT topic.id, brands.id FROM topic, brands WHERE slug = 'larkspur-coffee'),
       written AS (INSERT INTO articles (topic_id, language, position)
         SELECT topic.id, 'en', n FROM topic, generate_series(1, $1) n RETURNING id, position)
     INSERT INTO article_translations (article_id, language, subject, slug, html, text, publish_at, announced_at)
     SELECT id, 'en', 'Descaling ' || position, 'descaling-' || position,
       repeat('<h2>Step</h2><p>Fill the tank with water and the powder, and let it run through twice.</p>', 12),
       repeat('Step. Fill the tank with water and the powder, and let it run through twice. ', 12),
       now() - interval '1 day', now() - interval '1 day'
     FROM written`,
    [ARTICLES],
  );
  const [row] = await query<{ id: string }>(url, 'SELECT min(id)::text AS id FROM articles');
  return Number(row?.id);
}

async function throughputOf(
  desk: Desk,
  { page, path, pace }: { page: string; path: string; pace: Pace },
): Promise<CenterPageFigure> {
  const response = await fetch(`http://127.0.0.1:${desk.port}${path}`);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const html = Buffer.from(await response.arrayBuffer());
  const bare = await startProgram('test/bench/bare-page.ts', { PAGE: html.toString('base64') }, [
    '--disable-warning=ExperimentalWarning',
  ]);
  const rounds = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    rounds.push({ bureau: await perCore(desk, path, pace), bare: await perCore(bare, path, pace) });
  }
  await bare.stop();
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    page,
    bytes: html.length,
    bureau: median(rounds.map(({ bureau }) => bureau.answers)),
    bare: median(rounds.map((each) => each.bare.answers)),
    ratio: median(rounds.map((each) => each.bureau.answers / each.bare.answers)),
    p95Ms: median(rounds.map(({ bureau }) => bureau.p95Ms)),
  };
}

/** What a process gives for a second of its own processor time: what else the machine does matters little to it. */
async function perCore(
  { port, pid }: Started,
  path: string,
  { measureMs }: Pace,
): Promise<{ answers: number; p95Ms: number }> {
  const load = {
    port,
    connections: CONNECTIONS,
    warmUpMs: WARM_UP_MS,
    measureMs,
    requests: [{ head: `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1` }],
    expectedStatus: 200,
  };
  const before = await processorSeconds(pid);
  const { perSecond, p95Ms } = await measure(load);
  const seconds = (await processorSeconds(pid)) - before;
  return { answers: (perSecond * (WARM_UP_MS + measureMs)) / 1000 / seconds, p95Ms };
}

/** User and system time of a process (proc(5)); ticks are hundredths of a second on every Linux. */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Painted {
  largestPaintMs: number;
  layoutShift: number;
  sentBytes: number;
}

async function inBrowser(desk: Desk, paths: string[]): Promise<Omit<CenterFigure, 'pages'>> {
  const browser = await openBrowser();
  try {
    const seen: Painted[] = [];
    for (const path of paths) {
      const { page } = await openPage(browser);
      await page.goto(`http://127.0.0.1:${desk.port}${path}`, { waitUntil: 'load' });
      seen.push(await page.evaluate(whatWasPainted));
      await page.context().close();
    }
    const worst = (of: (painted: Painted) => number) => Math.max(...seen.map(of));
    return {
      largestPaintMs: worst(({ largestPaintMs }) => largestPaintMs),
      layoutShift: worst(({ layoutShift }) => layoutShift),
      styleAndScriptKilobytes: worst(({ sentBytes }) => sentBytes) / 1000,
    };
  } finally {
    await browser.close();
  }
}

/** In the page: what the browser itself noted down, a second after it was loaded. */
async function whatWasPainted(): Promise<Painted> {
  const noted: { largestPaintMs: number; layoutShift: number } = { largestPaintMs: 0, layoutShift: 0 };
  new PerformanceObserver((list) => {
    noted.largestPaintMs = list.getEntries().at(-1)?.startTime ?? noted.largestPaintMs;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) noted.layoutShift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const files = performance.getEntriesByType('resource');
  const sentBytes = files.reduce((sum, file) => sum + ('transferSize' in file ? Number(file.transferSize) : 0), 0);
  return { ...noted, sentBytes };
}
