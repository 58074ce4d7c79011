import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { node, root } from './dependencies.mjs';
import { run, stopAll } from './run.mjs';
import { bold, green, grey, progress, red, say, since } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { startTestPostgres } from './test-postgres.mjs';
import { runProjects } from './test-projects.mjs';

const MINUTE = 60_000;
const quick = process.argv.includes('--quick');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const tool = (name, ...args) => run(node, [bin(name), ...args], { cwd: root, limitMs: 5 * MINUTE });
const script = (name, ...args) =>
  run(node, [path.join(root, 'scripts', name), ...args], { cwd: root, limitMs: 3 * MINUTE });

/** Each check counts as one test; each project as many as it has. */
const checks = {
  format: () => tool('prettier', '--check', '--log-level=warn', ...(quick ? changedFiles() : ['.'])),
  lint: () => tool('eslint', '.'),
  types: () => tool('tsc', '--noEmit', '-p', 'tsconfig.json'),
  fences: () => script('fences.mjs'),
  picture: () => script('picture.mjs', '--check'),
  build: () => build(),
  drift: () => run(node, ['apps/server/dist/cli.js', 'drift'], { cwd: root, limitMs: MINUTE, env: driftEnv() }),
};
const projects = {
  units: [['pure', 'tools', 'sandbox', 'web', 'ui'], 10 * MINUTE],
  'units without tools': [['pure', 'sandbox', 'web', 'ui'], 10 * MINUTE],
  server: [['server', 'server-anew'], 20 * MINUTE],
  journeys: [['journeys'], 30 * MINUTE],
  security: [['security'], 20 * MINUTE],
  faults: [['faults'], 20 * MINUTE],
  'faults alone': [['faults-alone'], 20 * MINUTE],
};
/** One after the other; lanes run side by side, for what keeps a single core busy. */
const steps = quick
  ? [lanes(['format', 'types'], ['lint']), 'units without tools', 'server']
  : [
      lanes(['format', 'types', 'fences', 'picture'], ['lint']),
      ...['build', 'units', 'server', 'drift', 'journeys', 'security', 'faults', 'faults alone'],
    ];

const totals = { passed: 0, failed: 0, skipped: 0 };
/** What runs now: when it began, and what it said last. */
const underWay = new Map();

const leave = (code) => {
  stopAll();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(130));

if (!quick) await ensureSystemPackages();
const postgres = await startTestPostgres();
const done = progress(() =>
  [...underWay].map(([name, { start, latest }]) => `${name} ${since(start)} ${latest}`).join(' · '),
);
for (const step of steps) await (typeof step === 'string' ? stage(step) : step());
done();
await postgres.stop();
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function lanes(...names) {
  const lane = async (ofLane) => {
    for (const name of ofLane) await stage(name);
  };
  return () => Promise.all(names.map(lane));
}

/** Runs one stage, whatever became of those before it. */
async function stage(name) {
  const start = performance.now();
  const state = { start, latest: '' };
  underWay.set(name, state);
  const outcome = await outcomeOf(name, (line) => (state.latest = line)).catch((error) => failure(error.message));
  underWay.delete(name);

  const { passed, failed, skipped, output } = outcome;
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  const mark = failed > 0 ? red('✗') : green('✓');
  const counts = passed + failed + skipped === 1 ? '' : `${passed} passed, ${failed} failed, ${skipped} skipped`;
  say(`  ${mark} ${bold(name.padEnd(20))} ${counts.padEnd(38)} ${grey(since(start))}`);
  if (failed > 0) say(output.replace(/^/gm, '    '));
}

async function outcomeOf(name, onProgress) {
  const check = checks[name];
  if (check) return ofCheck(name, await check());

  const [names, limitMs] = projects[name];
  return runProjects(names, { limitMs, onProgress });
}

function ofCheck(name, { code, output, timedOut }) {
  if (timedOut) return failure(`${name} took too long.\n${output}`);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, output } : failure(output);
}

function failure(output) {
  return { passed: 0, failed: 1, skipped: 0, output };
}

function driftEnv() {
  return { ...process.env, DATABASE_URL: postgres.templateUrl, BUREAU_DATA_DIR: postgres.dataDir };
}

/** What differs from the last commit, that prettier knows. */
function changedFiles() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const names = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')];
  return [
    '--ignore-unknown',
    '--no-error-on-unmatched-pattern',
    'package.json',
    ...names.filter((name) => existsSync(path.join(root, name))),
  ];
}
