import { watch } from 'node:fs';
import path from 'node:path';
import type { Desk } from './desk.ts';
import { LogFile } from './log-file.ts';
import { notListening } from './probes.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { grey, red, say } from './terminal.ts';

const dist = import.meta.dirname;
const apps = path.resolve(dist, '../..');
const vite = path.resolve(apps, '../node_modules/vite/bin/vite.js');
const SETTLED_MS = 150;

/** Rebuilds on change: the console in the browser (Vite), server and sandbox by restart. Returns the console's address. */
export async function startDevelopment(desk: Desk): Promise<string> {
  const port = Number(process.env['BUREAU_DEV_PORT'] ?? 5173);
  const env = { ...process.env, NODE_ENV: 'development', BUREAU_API_PORT: String(desk.settings.config.port) };
  const tool = (name: string, app: string, args: string[], notReady: () => Promise<string | undefined>) =>
    new SupervisedProcess({
      name,
      script: vite,
      args,
      env,
      cwd: path.join(apps, app),
      log: logFile(desk, app),
      notReady,
    });

  const console = tool('The console', 'agent-console', ['--port', String(port), '--strictPort'], () =>
    notListening('127.0.0.1', port),
  );
  const builders = ['server', 'sandbox'].map((app) =>
    tool(`The build of ${app}`, app, ['build', '--ssr', '--watch'], async () => undefined),
  );
  await Promise.all([console, ...builders].map((process) => process.start()));

  restartOnChange('server', path.join(apps, 'server/dist'), desk.server);
  restartOnChange('sandbox', path.join(apps, 'sandbox/dist'), desk.sandbox);
  return `http://127.0.0.1:${port}`;
}

function restartOnChange(name: string, folder: string, process: SupervisedProcess | undefined): void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();

  watch(folder, (_, file) => {
    if (file !== 'main.js') return;
    clearTimeout(timer);
    timer = setTimeout(() => (work = work.then(() => restart(name, process))), SETTLED_MS);
  });
}

async function restart(name: string, process: SupervisedProcess | undefined): Promise<void> {
  try {
    await process?.restart();
    say(grey(`  ${name} restarted`));
  } catch (error) {
    say(red(`  ${error instanceof Error ? error.message : String(error)}`));
  }
}

function logFile(desk: Desk, app: string): LogFile {
  return new LogFile(path.join(desk.settings.config.dataDir, 'logs'), `dev-${app}`);
}
