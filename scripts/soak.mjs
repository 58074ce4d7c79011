// `npm run soak`: plays random histories of a desk and an organisation of Salesforce, with faults, crashes between any two steps
// and two workers: 60,000 against the plans of the sync, 20,000 against the real engine with PostgreSQL and the sandbox over HTTP
// (hours); `npm test` plays some hundreds of each. `npm run soak -- 200000 --real 1000` plays so many; `--from 8000` goes on with
// the real engine where one that was ended had got to.
// What fails is shrunk to the shortest history that does, and printed with its seed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';
import { green, red, since } from './tools/say.mjs';

const SEEDS = [42, 7, 11];
/** Histories that one desk of the real engine sees: it keeps the records of all of them. */
const REAL_AT_ONCE = 500;

const MODEL = { project: 'pure', spec: 'libs/domain/src/connect/simulation.spec.ts', of: 'the plans' };
const REAL = { project: 'server-anew', spec: 'libs/server/connect/src/histories.spec.ts', of: 'the real engine' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { real: { type: 'string' }, from: { type: 'string' } },
});
const counts = {
  model: Number(positionals[0] ?? 60_000),
  real: Number(values.real ?? 20_000),
  from: Number(values.from ?? 0),
};
if (Object.values(counts).some((count) => !Number.isInteger(count) || count < 0)) {
  console.error(`${red('✗')} Say how many histories to play, such as: npm run soak -- 60000 --real 20000`);
  process.exit(1);
}
if (counts.from % REAL_AT_ONCE !== 0) {
  console.error(
    `${red('✗')} --from goes on where ${REAL_AT_ONCE} histories ended, such as: npm run soak -- 0 --from 8000`,
  );
  process.exit(1);
}

await ensureDependencies();
const each = Math.ceil(counts.model / SEEDS.length);
if (each > 0) for (const seed of SEEDS) await play(MODEL, seed, each);
for (let done = counts.from; done < counts.real; done += REAL_AT_ONCE) {
  const seed = SEEDS[(done / REAL_AT_ONCE) % SEEDS.length] + 1_000 * Math.floor(done / REAL_AT_ONCE / SEEDS.length);
  await play(REAL, seed, Math.min(REAL_AT_ONCE, counts.real - done));
  console.log(
    `${Math.min(done + REAL_AT_ONCE, counts.real).toLocaleString('en')} of ${counts.real.toLocaleString('en')} histories of the real engine.`,
  );
}

/** So many of one seed. The wrong engines are `npm test`'s. */
async function play({ project, spec, of }, seed, count) {
  const start = performance.now();
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const only = [spec, '--testNamePattern', 'agree in the end'];
  const child = spawn(node, [vitest, 'run', '--project', project, '--reporter', 'dot', ...only], {
    cwd: root,
    env: { ...process.env, SYNC_HISTORIES: String(count), SYNC_SEED: String(seed) },
    stdio: 'inherit',
  });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  const code = await new Promise((resolve) => child.once('exit', (one) => resolve(one ?? 1)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
  if (code !== 0) {
    console.error(`${red('✗')} Seed ${seed} of ${of} does not hold: SYNC_SEED=${seed} SYNC_HISTORIES=${count}.`);
    process.exit(code);
  }
  console.log(
    `${green('✓')} ${count.toLocaleString('en')} histories of seed ${seed} hold with ${of}, in ${since(start)}.`,
  );
}
