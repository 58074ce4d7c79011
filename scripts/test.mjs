// `npm test`: runs under any Node ≥ 20 with nothing installed. Installs what is missing, then hands over to the stages,
// which run under the Node 24 of the dependencies. `--quick` is the inner loop.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';

await ensureDependencies();
const stages = path.join(root, 'scripts/tools/test-stages.mjs');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', stages, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
