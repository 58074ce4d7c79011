import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { ApiClient } from '../fixtures/api-client.ts';
import type { Scene } from './scene.ts';
import { slugOf, type Shot } from './sheet.ts';
import type { StageDesk } from './stages.ts';

export interface Size {
  width: number;
  height: number;
}
export type Scheme = 'light' | 'dark';

export interface Photographer {
  browser: Browser;
  desk: StageDesk;
  /** Where the pictures go. */
  folder: string;
  schemes: readonly Scheme[];
}

/** One scene in one size, played once, in every scheme. What went wrong is said with the pictures. */
export type Photograph = (scene: Scene, size: Size) => Promise<Shot[]>;

/** Signs everybody in and gives back who takes the pictures. */
export async function photographer(studio: Photographer): Promise<Photograph> {
  const { browser, desk } = studio;
  const anybody = new ApiClient(desk.url);
  const people = { person: anybody.as(desk.person), agent: anybody.as(desk.agent) };
  const sessions = { person: await signIn(browser, desk, desk.person), agent: await signIn(browser, desk, desk.agent) };

  return async (scene, size) => {
    const context = await browser.newContext({
      viewport: size,
      reducedMotion: 'reduce',
      locale: scene.language === 'de' ? 'de-DE' : 'en-GB',
      ...scene.system,
      ...(!scene.isPublic && { storageState: sessions[scene.as ?? 'person'] }),
    });
    try {
      await remember(context, scene.remembers ?? {});
      const page = await context.newPage();
      const faults: string[] = [];
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await show(page, { desk, scene, people }).catch((error: unknown) => faults.push(firstLineOf(error)));
      return await takeAll(page, { studio, scene, size, faults });
    } finally {
      await context.close();
    }
  };
}

async function remember(context: BrowserContext, remembers: Readonly<Record<string, string>>): Promise<void> {
  await context.addInitScript((all) => {
    for (const [key, value] of Object.entries(all)) window.localStorage.setItem(key, value);
  }, remembers);
}

interface Show {
  desk: StageDesk;
  scene: Scene;
  people: { person: ApiClient; agent: ApiClient };
}

async function show(page: Page, { desk, scene, people }: Show): Promise<void> {
  const place = typeof scene.path === 'string' ? scene.path : await scene.path(people.person);
  await scene.before?.(place, people);
  const response = await page.goto(desk.url + place);
  if (response?.status() === 500) throw new Error(`${place}: ${await response.text()}`);
  await settled(page);
  if (!scene.prepare) return;
  await scene.prepare(page);
  await settled(page);
}

/** Milliseconds without a request that are rest. */
const REST = 300;
/** Milliseconds that a screen gets to come to rest; what then still loads is in the picture. */
const PATIENCE = 8_000;

/** Resolves when nothing is asked for, no shape waits for its content, and what is shown was painted. */
async function settled(page: Page): Promise<void> {
  const until = Date.now() + PATIENCE;
  const underWay = new Set<Request>();
  let latest = Date.now();
  const begin = (request: Request) => underWay.add(request);
  const end = (request: Request) => {
    underWay.delete(request);
    latest = Date.now();
  };
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  while (Date.now() < until && (underWay.size > 0 || Date.now() - latest < REST || (await isLoading(page)))) {
    await pause(50);
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
}

function isLoading(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const isBare = document.querySelector('#app > *') === null;
    const isHalf = [...document.images].some((image) => !image.complete && image.loading !== 'lazy');
    return isBare || isHalf || document.querySelector('.bu-skeleton') !== null;
  });
}

interface Take {
  studio: Photographer;
  scene: Scene;
  size: Size;
  faults: readonly string[];
}

async function takeAll(page: Page, { studio, scene, size, faults }: Take): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const colorScheme of studio.schemes) {
    const file = `${slugOf(scene.name)}-${size.width}-${colorScheme}.png`;
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(studio.folder, file) });
    shots.push({ scene: scene.name, look: `${size.width}×${size.height} ${colorScheme}`, file, faults });
  }
  return shots;
}

async function signIn(browser: Browser, { url }: StageDesk, person: StageDesk['person']) {
  const context = await browser.newContext();
  const response = await context.request.post(`${url}/api/v3/session`, { data: person, headers: { origin: url } });
  if (!response.ok()) throw new Error(`Signing in: ${response.status()} ${await response.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

function firstLineOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
