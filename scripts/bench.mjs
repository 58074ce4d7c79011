// `npm run bench`: runs under any Node ≥ 20 with nothing installed. Installs and builds what is missing, then hands over to
// test/bench, which runs under the Node 24 of the dependencies. `--json` prints the figures for programs, `--quick` takes a
// minute and is only good for trying the bench itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './tools/build.mjs';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';
import { stopAll } from './tools/run.mjs';

const interrupt = () => {
  stopAll();
  process.exit(130);
};
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

await ensureDependencies();
const { code, output } = await build();
if (code !== 0) {
  console.error(`${output}\nThe build failed: correct the errors above.`);
  process.exit(1);
}

process.off('SIGINT', interrupt);
process.off('SIGTERM', interrupt);
const bench = path.join(root, 'test/bench/bench.ts');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', bench, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (exitCode) => process.exit(exitCode ?? 1));
