// `npm start`: runs under any Node ≥ 20 with nothing installed. Installs, builds, then hands over to the supervisor,
// which runs under the Node 24 of the dependencies (apps/server/src/start).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './tools/build.mjs';
import { ensureDependencies, node, root } from './tools/dependencies.mjs';
import { stopAll } from './tools/run.mjs';
import { green, progress, red, since } from './tools/say.mjs';

const HELP = `npm start              install, build and run Bureau with demo data
npm start -- --reset   delete the data directory and begin anew
npm run dev            the same with reload on change`;

const args = process.argv.slice(2);
const unknown = args.filter((arg) => !['--reset', '--dev', '--help'].includes(arg));
if (unknown.length > 0 || args.includes('--help')) {
  console.log(unknown.length > 0 ? `${red('✗')} Unknown option ${unknown.join(' ')}.\n${HELP}` : HELP);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const interrupt = () => {
  stopAll();
  process.exit(130);
};
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

await ensureDependencies();
await buildAll();
process.off('SIGINT', interrupt);
process.off('SIGTERM', interrupt);
handOver();

async function buildAll() {
  const start = performance.now();
  let latest = 'the apps';
  const done = progress(() => `building ${latest}, ${since(start)}`);
  const { code, output, summary } = await build((project) => (latest = `(${project} done)`));
  done();

  if (code === 0) return console.log(`  ${green('✓')} Build         ${summary.padEnd(38)} ${since(start)}`);
  console.error(output);
  console.error(`${red('✗')} The build failed: correct the errors above, or return to a released version.`);
  process.exit(1);
}

/** The supervisor gets our terminal and our signals; it ends us with its own exit code. */
function handOver() {
  const supervisor = path.join(root, 'apps/server/dist/start.js');
  const child = spawn(node, ['--enable-source-maps', supervisor, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${red('✗')} Cannot run ${node}: ${error.message}. Delete node_modules and start again.`);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}
