// `npm run soak`: plays random histories of a desk and an organisation of Salesforce, with faults, crashes between any two steps
// and two workers: 60,000 against the plans of the sync, 20,000 against the real engine with PostgreSQL and the sandbox over HTTP
// (CONTRIBUTING.md says how long that takes); `npm test` plays some hundreds of each. `npm run soak -- 200000 --real 1000` plays
// so many; `--from 8000` goes on with the real engine where one that was ended had got to; `--at-once 4` uses four cores.
// What fails is shrunk to the shortest history that does, and printed with its seed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';
import { red } from './tools/say.mjs';
import { REAL_AT_ONCE } from './tools/soak-batches.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { real: { type: 'string' }, from: { type: 'string' }, 'at-once': { type: 'string' } },
});
const counts = {
  model: Number(positionals[0] ?? 60_000),
  real: Number(values.real ?? 20_000),
  from: Number(values.from ?? 0),
  atOnce: Number(values['at-once'] ?? 2),
};
if (Object.values(counts).some((count) => !Number.isInteger(count) || count < 0) || counts.atOnce < 1) {
  refuse('Say how many histories to play, such as: npm run soak -- 60000 --real 20000');
}
if (counts.from % REAL_AT_ONCE !== 0) {
  refuse(`--from goes on where ${REAL_AT_ONCE} histories ended, such as: npm run soak -- 0 --from 8000`);
}

await ensureDependencies();
const play = path.join(root, 'scripts/tools/play-histories.mjs');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', play, JSON.stringify(counts)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));

function refuse(words) {
  console.error(`${red('✗')} ${words}`);
  process.exit(1);
}
