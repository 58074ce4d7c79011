import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from '../fixtures/browser.ts';
import { agentEmail } from './generate-cases.ts';
import { PASSWORD, query, startBare, type Desk } from './desks.ts';
import { aPost, ACCOUNTS, type Post } from './hook-posts.ts';
import type { Load, LoadResult } from './load.ts';
import { measure } from './processes.ts';
import { median, settled, type Pace } from './throughput.ts';

export interface HooksFigure {
  /** Webhooks a second whose bytes and ledger row were durable before they were acknowledged; medians of the rounds. */
  bureau: number;
  bare: number;
  /** Median of the ratios of each pair of rounds. */
  ratio: number;
  /** Of the acknowledgement, with {@link CONNECTIONS} at once and cases being opened of what came before. */
  p50Ms: number;
  p99Ms: number;
  /** From the network's first byte to the row that a person sees in the list of cases, in Chromium. */
  screenP50Ms: number;
  screenP95Ms: number;
}

/** Networks give up on whoever takes longer, and disable those that do so often; milliseconds. */
export const LONGEST_ACKNOWLEDGEMENT_MS = 200;

const CONNECTIONS = 16;
const WARM_UP_MS = 1000;
/** More than are told in a round: one that comes twice would be no row. */
const POSTS_OF_A_ROUND = 40_000;
const SEEN = 30;
/** After which something is broken rather than slow. */
const PATIENCE_MS = 20_000;

/** X and Facebook tell what happens, as fast as they are listened to; then one post at a time, until it is on a screen. */
export async function measureHooks(desk: Desk, { rounds, measureMs }: Pace): Promise<HooksFigure> {
  await connectAccounts(desk.databaseUrl);
  const screen = await onScreen(desk);
  await query(desk.databaseUrl, 'CREATE TABLE bare_hooks (sha256 bytea PRIMARY KEY, body bytea NOT NULL)');
  const bare = await startBare(desk.databaseUrl);
  const pairs: { bureau: LoadResult; bare: LoadResult }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const requests = Array.from({ length: POSTS_OF_A_ROUND }, (_, index) => requestOf(aPost(`${round}-${index}`)));
    const load = { connections: CONNECTIONS, warmUpMs: WARM_UP_MS, measureMs, requests, expectedStatus: 200 };
    const bureau = await measureOnce({ ...load, port: desk.port });
    await forgetBacklog(desk.databaseUrl);
    pairs.push({ bureau, bare: await measureOnce({ ...load, port: bare.port }) });
  }
  await bare.stop();
  return {
    bureau: median(pairs.map((pair) => pair.bureau.perSecond)),
    bare: median(pairs.map((pair) => pair.bare.perSecond)),
    ratio: median(pairs.map((pair) => pair.bureau.perSecond / pair.bare.perSecond)),
    p50Ms: median(pairs.map((pair) => pair.bureau.p50Ms)),
    p99Ms: median(pairs.map((pair) => pair.bureau.p99Ms)),
    ...screen,
  };
}

/** One account of each network, which listens since yesterday; nobody ever asks for its keys. */
async function connectAccounts(url: string): Promise<void> {
  for (const { network, externalId, handle, imports } of Object.values(ACCOUNTS)) {
    await query(
      url,
      `INSERT INTO social_accounts (network, external_id, handle, name, brand_id, imports, connected_at)
       SELECT $1, $2, $3, 'Larkspur Coffee', id, $4, now() - interval '1 day' FROM brands WHERE slug = 'larkspur-coffee'`,
      [network, externalId, handle, JSON.stringify(imports)],
    );
  }
}

function requestOf({ path, signature, body }: Post): Load['requests'][number] {
  return { head: `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${signature}`, body };
}

async function measureOnce(load: Load): Promise<LoadResult> {
  const result = await measure(load);
  const told = (result.perSecond * (load.warmUpMs + load.measureMs)) / 1000;
  if (told > load.requests.length) throw new Error('There were too few posts: some were told twice.');
  return result;
}

/** What a round has left to do is not done: it would slow down the next one. */
async function forgetBacklog(url: string): Promise<void> {
  await query(url, "UPDATE intake_items SET fate = 'suppressed', settled_at = now() WHERE fate = 'waiting'");
  await settled(url);
}

/** Somebody has the list of cases open; posts come one after the other. */
async function onScreen(desk: Desk): Promise<Pick<HooksFigure, 'screenP50Ms' | 'screenP95Ms'>> {
  const browser = await openBrowser();
  try {
    const page = await openInbox(browser, desk);
    const times: number[] = [];
    for (let n = 0; n < SEEN; n += 1) {
      const post = aPost(`seen-${n}`);
      const row = page.getByRole('option').filter({ hasText: post.writer });
      const begin = performance.now();
      await Promise.all([tell(desk, post), row.waitFor({ timeout: PATIENCE_MS })]);
      times.push(performance.now() - begin);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const quantile = (q: number) => sorted[Math.floor(sorted.length * q)] ?? 0;
    return { screenP50Ms: quantile(0.5), screenP95Ms: quantile(0.95) };
  } finally {
    await browser.close();
  }
}

async function openInbox(browser: Browser, desk: Desk) {
  const { page } = await openPage(browser);
  await page.goto(`http://127.0.0.1:${desk.port}`);
  await page.getByLabel('E-mail').fill(agentEmail(1));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function tell(desk: Desk, { path, signature, body }: Post): Promise<void> {
  const [header = '', value = ''] = signature.split(': ');
  const response = await fetch(`http://127.0.0.1:${desk.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [header]: value },
    body,
  });
  if (response.status !== 200) throw new Error(`A post was refused: ${await response.text()}`);
  await response.arrayBuffer();
}
