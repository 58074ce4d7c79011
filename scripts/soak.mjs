// `npm run soak`: plays 60,000 random histories of a desk and an organisation of Salesforce (faults, crashes between any two
// steps, two workers) against the plans of the sync; `npm test` plays some hundreds. `npm run soak -- 200000` plays so many.
// What fails is shrunk to the shortest history that does, and printed with its seed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';
import { green, red, since } from './tools/say.mjs';

const SEEDS = [42, 7, 11];
const total = Number(process.argv[2] ?? 60_000);
if (!Number.isInteger(total) || total < SEEDS.length) {
  console.error(`${red('✗')} Say how many histories to play, such as: npm run soak -- 60000`);
  process.exit(1);
}

await ensureDependencies();
const each = Math.ceil(total / SEEDS.length);
for (const seed of SEEDS) {
  const start = performance.now();
  const code = await play(seed);
  if (code !== 0) process.exit(code);
  console.log(`${green('✓')} ${each.toLocaleString('en')} histories of seed ${seed} hold, in ${since(start)}.`);
}

/** One seed. The wrong engines are `npm test`'s. */
function play(seed) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const only = ['libs/domain/src/connect/simulation.spec.ts', '--testNamePattern', 'agree in the end'];
  const child = spawn(node, [vitest, 'run', '--project', 'pure', '--reporter', 'dot', ...only], {
    cwd: root,
    env: { ...process.env, SYNC_HISTORIES: String(each), SYNC_SEED: String(seed) },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
