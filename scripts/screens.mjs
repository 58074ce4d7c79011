// `npm run screens`: photographs every screen of the console, in all sizes, themes and states, into one page: .screens/index.html.
// Runs under any Node ≥ 20 with nothing installed. `--quick` takes one look only, `--only WORD` the scenes named so.
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
const screens = path.join(root, 'test/screens/screens.ts');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', screens, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (exitCode) => process.exit(exitCode ?? 1));
