import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

const executablePath = process.env.BUREAU_CHROMIUM ?? '/usr/bin/chromium';
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const hasBrowser = existsSync(executablePath);

export interface RoomOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'bypassCSP'> {
  width?: number;
}

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Opens a room of the sandbox's page in a window of its own, once it hears what happens; what it complains of. */
export async function openRoom(url: string, { width = 1280, ...look }: RoomOptions = {}) {
  browser ??= chromium.launch({ executablePath, args: quiet });
  const context = await (await browser).newContext({ viewport: { width, height: 800 }, ...look });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.locator('#live[data-on]').waitFor();
  return { page, complaints };
}

/** What axe finds wrong with what is seen. */
export async function faults(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))');
}
