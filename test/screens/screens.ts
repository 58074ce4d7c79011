import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../fixtures/browser.ts';
import { root, stopPrograms } from '../bench/processes.ts';
import { scenes, type Scene, type Stage } from './scenes.ts';
import { sheetOf, slugOf, type Shot } from './sheet.ts';
import { stages, type StageDesk } from './stages.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

type Scheme = 'light' | 'dark';
type Size = { width: number; height: number };

const sizes: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
].slice(0, options.quick ? 1 : undefined);
const schemes: readonly Scheme[] = options.quick ? ['light'] : ['light', 'dark'];
/** Pages that are open at once: while one waits for the desk, another paints. */
const HANDS = 3;
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
    const sessions = new Map<StageDesk['person'], Session>();
    for (const person of [desk.person, desk.agent]) sessions.set(person, await signIn(desk, person));
    const played = wanted.filter((scene) => (scene.stage ?? 'demo') === stage);
    const waiting = sizes.flatMap((size) => played.map((scene) => ({ scene, size })));
    const taken: Shot[] = [];
    const hand = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        taken.push(...(await photograph(desk, sessions, next.scene, next.size)));
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    return taken;
  } finally {
    await desk.stop();
  }
}

/** One scene in one size, played once, in every scheme. */
async function photograph(
  desk: StageDesk,
  sessions: ReadonlyMap<StageDesk['person'], Session>,
  scene: Scene,
  size: Size,
): Promise<Shot[]> {
  const context = await browser.newContext({
    viewport: size,
    reducedMotion: 'reduce',
    locale: scene.language === 'de' ? 'de-DE' : 'en-GB',
    ...(!scene.isPublic && { storageState: sessions.get(scene.as === 'agent' ? desk.agent : desk.person) }),
  });
  await context.addInitScript((remembered) => {
    for (const [key, value] of Object.entries(remembered)) window.localStorage.setItem(key, value);
  }, scene.remembers ?? {});
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    if (scene.heldCase) await hold(desk, sessions.get(desk.agent), scene.heldCase);
    await show(page, desk, scene);
  } catch (error) {
    console.error(`    ${scene.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  const taken: Shot[] = [];
  for (const colorScheme of schemes) {
    const file = `${slugOf(scene.name)}-${size.width}-${colorScheme}.png`;
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, file) });
    taken.push({ scene: scene.name, look: `${size.width}×${size.height} ${colorScheme}`, file });
  }
  await context.close();
  return taken;
}

async function show(page: Page, desk: StageDesk, scene: Scene): Promise<void> {
  page.on('pageerror', (error) => console.error(`    ${scene.name}: ${error.message}`));
  await page.goto(desk.url + scene.path);
  await page.waitForLoadState('networkidle');
  if (!scene.prepare) return;
  await scene.prepare(page);
  await page.waitForLoadState('networkidle');
}

/** A colleague takes a case, for as long as the desk lets her. */
async function hold({ url }: StageDesk, session: Session | undefined, caseId: number): Promise<void> {
  const context = await browser.newContext({ storageState: session });
  const response = await context.request.post(`${url}/api/v3/cases/${caseId}/lock`, {
    data: { takeOver: true },
    headers: { origin: url },
  });
  if (!response.ok()) throw new Error(`Taking case ${caseId}: ${response.status()} ${await response.text()}`);
  await context.close();
}

type Session = Awaited<ReturnType<typeof signIn>>;

async function signIn({ url }: StageDesk, person: StageDesk['person']) {
  const context = await browser.newContext();
  const response = await context.request.post(`${url}/api/v3/session`, { data: person, headers: { origin: url } });
  if (!response.ok()) throw new Error(`Signing in: ${response.status()} ${await response.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}
