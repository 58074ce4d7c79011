import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../fixtures/browser.ts';
import { root, stopPrograms } from '../bench/processes.ts';
import { scenes, type Scene, type Stage } from './scenes.ts';
import { sheetOf, slugOf, type Shot } from './sheet.ts';
import { stages, type StageDesk } from './stages.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

interface Look {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
}

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
];
const schemes: Look['colorScheme'][] = options.quick ? ['light'] : ['light', 'dark'];
const looks: Look[] = (options.quick ? sizes.slice(0, 1) : sizes).flatMap((viewport) =>
  schemes.map((colorScheme) => ({
    name: `${viewport.width}×${viewport.height} ${colorScheme}`,
    viewport,
    colorScheme,
  })),
);
const folder = path.join(root, '.screens');
const wanted = scenes.filter(({ name }) => !options.only || name.toLowerCase().includes(options.only.toLowerCase()));

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const shots: Shot[] = [];
try {
  for (const stage of stageNames()) shots.push(...(await play(stage)));
} finally {
  await browser.close();
  stopPrograms();
}
const inOrder = wanted.flatMap(({ name }) => shots.filter(({ scene }) => scene === name));
await writeFile(path.join(folder, 'index.html'), sheetOf(inOrder, new Date()));
console.log(`${inOrder.length} pictures: .screens/index.html`);
process.exit();

function stageNames(): Stage[] {
  return [...new Set(wanted.map(({ stage }) => stage ?? 'demo'))];
}

/** Every scene of a stage in every look. */
async function play(stage: Stage): Promise<Shot[]> {
  console.error(`  … the ${stage} desk`);
  const desk = await stages[stage]();
  try {
    const taken: Shot[] = [];
    for (const look of looks) {
      console.error(`  … ${stage}, ${look.name}`);
      taken.push(
        ...(await inLook(
          browser,
          desk,
          look,
          wanted.filter((scene) => (scene.stage ?? 'demo') === stage),
        )),
      );
    }
    return taken;
  } finally {
    await desk.stop();
  }
}

async function inLook(browser: Browser, desk: StageDesk, look: Look, played: readonly Scene[]): Promise<Shot[]> {
  const taken: Shot[] = [];
  const session = await signIn(browser, desk);
  for (const scene of played) {
    const context = await browser.newContext({
      viewport: look.viewport,
      colorScheme: look.colorScheme,
      reducedMotion: 'reduce',
      locale: scene.language === 'de' ? 'de-DE' : 'en-GB',
      ...(!scene.isPublic && { storageState: session }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    const file = `${slugOf(scene.name)}-${look.viewport.width}-${look.colorScheme}.png`;
    try {
      await show(page, desk, scene);
    } catch (error) {
      console.error(`    ${scene.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    await page.screenshot({ path: path.join(folder, file) });
    taken.push({ scene: scene.name, look: look.name, file });
    await context.close();
  }
  return taken;
}

async function show(page: Page, desk: StageDesk, scene: Scene): Promise<void> {
  page.on('pageerror', (error) => console.error(`    ${scene.name}: ${error.message}`));
  await page.goto(desk.url + scene.path);
  await page.waitForLoadState('networkidle');
  await scene.prepare?.(page);
  await page.waitForLoadState('networkidle');
}

async function signIn(browser: Browser, { url, person }: StageDesk) {
  const context = await browser.newContext();
  const response = await context.request.post(`${url}/api/v3/session`, { data: person, headers: { origin: url } });
  if (!response.ok()) throw new Error(`Signing in: ${response.status()} ${await response.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}
