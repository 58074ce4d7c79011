import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from '../fixtures/browser.ts';
import { agentEmail } from './generate-cases.ts';
import { PASSWORD, query, type Desk } from './desks.ts';

export interface ConsoleFigure {
  /** JavaScript that inbox, case and the composer's shell wait for, in kilobytes: as gzip, and as it was sent. */
  scriptKilobytes: number;
  sentKilobytes: number;
  /** From the address to a list that answers keys, with nothing kept by the browser, in milliseconds. */
  interactiveMs: number;
  /** From the click, or the key, to the painted case: one that was looked at before, one that was not, and the next of the filter. */
  openWarmMs: number;
  openColdMs: number;
  nextMs: number;
  /** From the keys to the painted palette, when nobody has opened it before. */
  paletteMs: number;
  /** While 5,000 rows pass: the longest frame, and the share of frames over 50 milliseconds. */
  scrollRows: number;
  scrollWorstMs: number;
  scrollSlowShare: number;
  /** From a key to the painted letter in a case of 500 messages, in milliseconds. */
  typingP95Ms: number;
}

const ROWS = 5000;
const MESSAGES = 500;
const OPENINGS = 12;
/** After which something is broken rather than slow. */
const PATIENCE_MS = 20_000;

/** The console in a real browser, beside the large database: what it weighs, and how long a person waits for it. */
export async function measureConsole(desk: Desk): Promise<ConsoleFigure> {
  const longCase = await makeLongCase(desk.databaseUrl);
  const browser = await openBrowser();
  try {
    const first = await firstLoad(browser, desk);
    const { page } = first;
    const opened = await openings(page);
    const scroll = await scrolling(page, desk);
    const typingP95Ms = await typing(page, desk, longCase);
    return { ...first.figures, ...opened, ...scroll, typingP95Ms };
  } finally {
    await browser.close();
  }
}

async function firstLoad(browser: Browser, desk: Desk) {
  const { page } = await openPage(browser);
  const address = `http://127.0.0.1:${desk.port}`;
  await page.goto(address);
  await page.getByLabel('E-mail').fill(agentEmail(1));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await rowsOf(page).first().waitFor();

  // Again in a window that has kept nothing but the session.
  const fresh = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    storageState: await page.context().storageState(),
  });
  const window = await fresh.newPage();
  const begin = performance.now();
  await window.goto(`${address}/cases/inbox`, { waitUntil: 'commit' });
  await rowsOf(window).first().waitFor();
  await window.keyboard.press('j');
  await window.locator('[role="option"][aria-selected="true"]').waitFor();
  const interactiveMs = performance.now() - begin;
  await window.locator('.case h1').waitFor();
  const scripts = await window.evaluate(firstScripts);
  const paletteMs = await timeOfPalette(window);
  const sizes = await Promise.all(scripts.map(({ name }) => gzippedSize(name)));
  const kilobytes = (all: number[]) => all.reduce((sum, size) => sum + size, 0) / 1000;
  const sentKilobytes = kilobytes(scripts.map(({ sent }) => sent));
  return { page: window, figures: { interactiveMs, paletteMs, scriptKilobytes: kilobytes(sizes), sentKilobytes } };
}

/** What the page names itself, and so waits for; everything later comes when it is needed, or when nothing else is to do. */
function firstScripts(): { name: string; sent: number }[] {
  const named = [...document.querySelectorAll('script[src], link[rel="modulepreload"]')];
  const first = new Set(named.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''));
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => first.has(new URL(name).pathname))
    .map(({ name, encodedBodySize }) => ({ name, sent: encodedBodySize }));
}

async function gzippedSize(url: string): Promise<number> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  return gzipSync(await response.bytes()).length;
}

async function timeOfPalette(page: Page): Promise<number> {
  // Whoever presses the keys has looked at something first.
  await page.waitForTimeout(1000);
  const told = await page.evaluateHandle((patience) => {
    const painted = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('The palette does not open.')), patience);
      const begin = ({ timeStamp }: KeyboardEvent) => {
        const look = () => {
          if (document.querySelector('[role="dialog"] [role="option"]')) resolve(performance.now() - timeStamp);
          else requestAnimationFrame(look);
        };
        look();
      };
      window.addEventListener('keydown', begin, { capture: true, once: true });
    });
    return { painted };
  }, PATIENCE_MS);
  await page.keyboard.press('Control+k');
  const time = await told.evaluate(({ painted }) => painted);
  await page.keyboard.press('Escape');
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  return time;
}

/**
 * Clicks its way down the list, up again, and on with `n`. The arrow keys are no measure: whoever walks the list with them
 * sees a case when she stops, which is waited for on purpose. The first row is open already.
 */
async function openings(page: Page) {
  const cold: number[] = [];
  const warm: number[] = [];
  const next: number[] = [];
  const open = (row: number) => timeOfCase(page, 'pointerup', () => rowsOf(page).nth(row).click());
  for (let row = 1; row <= OPENINGS; row++) cold.push(await open(row));
  // Of few the slowest would be the figure.
  for (let round = 0; round < 4; round++) {
    for (let row = OPENINGS - 1; row >= 0; row--) warm.push(await open(row));
    for (let row = 1; row <= OPENINGS; row++) warm.push(await open(row));
  }
  for (let round = 0; round < OPENINGS; round++) {
    next.push(await timeOfCase(page, 'keydown', () => page.keyboard.press('n')));
    // The next one is fetched while an agent reads; nobody reads in no time.
    await page.waitForLoadState('networkidle');
  }
  return { openColdMs: quantile(cold, 0.95), openWarmMs: quantile(warm, 0.95), nextMs: quantile(next, 0.95) };
}

/** From the press to the frame that shows another case with its feed. */
async function timeOfCase(page: Page, event: 'pointerup' | 'keydown', press: () => Promise<void>): Promise<number> {
  const told = await page.evaluateHandle(
    ([pressed, patience]) => {
      const shown = () => document.querySelector('.case .case-number')?.textContent ?? '';
      const before = shown();
      const painted = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`The ${pressed} leads nowhere from ${before || 'the list'}.`)), patience);
        window.addEventListener(
          pressed,
          ({ timeStamp }) => {
            const look = () => {
              const hasFeed = document.querySelector('.case .feed-day') !== null;
              if (shown() !== before && hasFeed) requestAnimationFrame((at) => resolve(at - timeStamp));
              else requestAnimationFrame(look);
            };
            look();
          },
          { capture: true, once: true },
        );
      });
      // Within an object: a promise alone would be waited for here already.
      return { painted };
    },
    [event, PATIENCE_MS] as const,
  );
  await press();
  return told.evaluate(({ painted }) => painted);
}

async function scrolling(page: Page, desk: Desk) {
  await page.goto(`http://127.0.0.1:${desk.port}/cases/resolved`);
  await rowsOf(page).first().waitFor();
  const figures = await page.evaluate(async (rows) => {
    const scroller = document.querySelector('.case-list-scroller');
    if (!scroller) throw new Error('There is no list.');
    const frames: number[] = [];
    let last = await new Promise(requestAnimationFrame);
    let passed = 0;
    const row = document.querySelector('[role="option"]')?.getBoundingClientRect().height ?? 56;
    for (let still = 0; passed < rows * row && still < 600;) {
      const before = scroller.scrollTop;
      scroller.scrollTop += 10 * row;
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - last);
      last = now;
      passed = scroller.scrollTop;
      still = scroller.scrollTop === before ? still + 1 : 0;
    }
    return { rows: Math.round(passed / row), frames };
  }, ROWS);
  return {
    scrollRows: figures.rows,
    scrollWorstMs: Math.max(...figures.frames),
    scrollSlowShare: figures.frames.filter((frame) => frame > 50).length / figures.frames.length,
  };
}

async function typing(page: Page, desk: Desk, caseId: number): Promise<number> {
  await page.goto(`http://127.0.0.1:${desk.port}/cases/inbox/${caseId}`);
  await page.locator('.case h1').waitFor();
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: /reply/i });
  await field.waitFor();
  await field.focus();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { typingTimes: times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      { capture: true },
    );
  });
  await page.keyboard.type('The pump of your machine arrives on Thursday; keep the old one until then. '.repeat(2), {
    delay: 30,
  });
  const times = await page.evaluate(() => (window as unknown as { typingTimes: number[] }).typingTimes);
  return quantile(times, 0.95);
}

/** An open case of the largest size that the console promises to be quick with. */
async function makeLongCase(databaseUrl: string): Promise<number> {
  const [made] = await query<{ id: number }>(
    databaseUrl,
    `WITH chosen AS (SELECT id, sequence, customer_id FROM cases WHERE status = 'open' ORDER BY id LIMIT 1),
       added AS (
         INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, html, safe_html, safe_version,
                               from_name, from_address, recipients_to, message_id, user_id, customer_id, at)
         SELECT c.id, c.sequence + n, m.direction, m.subject, m.text, m.visible_length, m.html, m.safe_html, m.safe_version,
           m.from_name, m.from_address, m.recipients_to, 'long.' || n || '@mail.example', m.user_id, m.customer_id,
           now() - make_interval(mins => ${MESSAGES} - n)
         FROM chosen c, generate_series(1, ${MESSAGES}) n,
           LATERAL (SELECT * FROM messages WHERE case_id = c.id + n % 200 AND sequence = 2 LIMIT 1) m
         RETURNING case_id)
     UPDATE cases SET sequence = cases.sequence + ${MESSAGES}, active_at = now() FROM chosen
     WHERE cases.id = chosen.id RETURNING cases.id::int`,
  );
  if (!made) throw new Error('The generated desk has no open case.');
  const messages = 'SELECT count(*)::int AS count FROM messages WHERE case_id = $1';
  const [counted] = await query<{ count: number }>(databaseUrl, messages, [made.id]);
  if (!counted || counted.count < MESSAGES) throw new Error(`The long case has ${counted?.count ?? 0} messages.`);
  return made.id;
}

function rowsOf(page: Page) {
  return page.getByRole('option');
}

function quantile(times: readonly number[], q: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}
