import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../fixtures/browser.ts';
import { root, stopPrograms } from '../bench/processes.ts';
import { photographer, type Scheme, type Size } from './photographer.ts';
import type { Scene, Stage } from './scene.ts';
import { scenes } from './scenes.ts';
import { sheetOf, type Shot } from './sheet.ts';
import { stages, type StageDesk } from './stages.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

const SIZES: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
];
/** Pages that are open at once: while one waits for the desk, another paints. */
const HANDS = 4;
const sizes = options.quick ? SIZES.slice(0, 1) : SIZES;
const schemes: readonly Scheme[] = options.quick ? ['light'] : ['light', 'dark'];
const folder = path.join(root, '.screens');
const wanted = scenes.filter(({ name }) => name.toLowerCase().includes((options.only ?? '').toLowerCase()));

/** The desk that is on, so that whoever interrupts leaves nothing behind. */
let playing: StageDesk | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void leave());
}

const start = performance.now();
const shots = await photographAll();
const inOrder = wanted.flatMap(({ name }) => shots.filter(({ scene }) => scene === name));
await writeFile(path.join(folder, 'index.html'), sheetOf(inOrder, new Date()));
process.exit(report(inOrder));

async function photographAll(): Promise<Shot[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  const taken: Shot[] = [];
  try {
    for (const stage of ['demo', 'full', 'empty'] as const) {
      const played = wanted.filter((scene) => stageOf(scene) === stage);
      if (played.length === 0) continue;
      console.log(`  … ${played.length} ${played.length === 1 ? 'scene' : 'scenes'} on the ${stage} desk`);
      const desk = await stages[stage]();
      playing = desk;
      try {
        const photograph = await photographer({ browser, desk, folder, schemes });
        taken.push(...(await playAll(played, photograph)));
      } finally {
        playing = null;
        await desk.stop();
      }
    }
  } finally {
    await browser.close();
    stopPrograms();
  }
  return taken;
}

async function leave(): Promise<never> {
  await playing?.stop();
  stopPrograms();
  process.exit(130);
}

function stageOf(scene: Scene): Stage {
  return scene.stage ?? 'demo';
}

async function playAll(
  played: readonly Scene[],
  photograph: (scene: Scene, size: Size) => Promise<Shot[]>,
): Promise<Shot[]> {
  const waiting = sizes.flatMap((size) => played.map((scene) => ({ scene, size }))).values();
  const taken: Shot[] = [];
  const hand = async () => {
    for (const { scene, size } of waiting) taken.push(...(await photograph(scene, size)));
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return taken;
}

/** Says what was done and what went wrong; gives the exit code. */
function report(taken: readonly Shot[]): number {
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  const failed = taken.filter(({ faults }) => faults.length > 0);
  for (const { scene, look, faults } of failed) console.error(`  ✗ ${scene}, ${look}: ${faults.join(' · ')}`);
  console.log(`${wanted.length} scenes, ${taken.length} pictures, ${minutes} min: .screens/index.html`);
  if (wanted.length === 0) console.error(`No scene is named “${options.only}”.`);
  return failed.length > 0 || wanted.length === 0 ? 1 : 0;
}
