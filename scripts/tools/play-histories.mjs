// The work of `npm run soak`, under the Node 24 of the dependencies: batches of histories, some at once, on one throw-away
// PostgreSQL, each against a desk and an organisation of its own. One that does not hold leaves the others going.
import { node, root } from './dependencies.mjs';
import { run, stopAll } from './run.mjs';
import { green, progress, red, say, since } from './say.mjs';
import { batchesOf, heldUpTo, paceOf } from './soak-batches.mjs';
import { startTestPostgres } from './test-postgres.mjs';

/** A history that hangs fails by itself (histories.spec.ts), and a machine may be busy. */
const NO_LIMIT_MS = 2 ** 31 - 1;

const counts = JSON.parse(process.argv[2] ?? '{}');
const waiting = batchesOf(counts);
const open = new Set(waiting);
const pace = { since: Infinity, played: 0, left: 0, ms: 0 };
let end = false;
let failed = 0;

const postgres = await startTestPostgres();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(130));

const begin = performance.now();
const done = progress(() => `${open.size} batches to go, ${since(begin)}`);
await Promise.all(Array.from({ length: counts.atOnce }, worker));
done();
await leave(failed > 0 ? 1 : 0);

async function worker() {
  while (!end) {
    const batch = waiting.shift();
    if (!batch) return;
    await play(batch);
  }
}

/** So many of one seed. The wrong engines are `npm test`'s. */
async function play(batch) {
  const { project, spec, of, seed, count } = batch;
  const start = performance.now();
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter', 'dot'];
  const env = { ...process.env, SYNC_HISTORIES: String(count), SYNC_SEED: String(seed) };
  const { code, output } = await run(node, [...vitest, spec, '--testNamePattern', 'agree in the end'], {
    ...{ cwd: root, env, limitMs: NO_LIMIT_MS },
  });
  if (end) return;
  if (code !== 0) return fail(batch, output);
  open.delete(batch);
  say(`${green('✓')} ${count.toLocaleString('en')} histories of seed ${seed} hold with ${of}, in ${since(start)}.`);
  if (batch.upTo !== undefined) sayPace(count, start);
}

/** Of the real engine: the plans are many times as fast. */
function sayPace(count, start) {
  pace.since = Math.min(pace.since, start);
  pace.played += count;
  pace.left = [...open].reduce((sum, { upTo, count: rest }) => sum + (upTo === undefined ? 0 : rest), 0);
  pace.ms = performance.now() - pace.since;
  const held = heldUpTo(counts, [...open]).toLocaleString('en');
  say(`  The first ${held} of ${counts.real.toLocaleString('en')} hold with the real engine: ${paceOf(pace)}.`);
}

function fail({ of, seed, count }, output) {
  failed += 1;
  say(output);
  say(`${red('✗')} Seed ${seed} of ${of} does not hold: SYNC_SEED=${seed} SYNC_HISTORIES=${count}.`);
}

/** Once: a terminal and whoever started us may both say that it ends. */
async function leave(code) {
  if (end) return;
  end = true;
  stopAll();
  const held = heldUpTo(counts, [...open]);
  if (open.size > 0) say(`To go on: npm run soak -- 0 --real ${counts.real} --from ${held}`);
  await postgres.stop();
  process.exit(code);
}
