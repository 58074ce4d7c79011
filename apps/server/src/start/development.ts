import { watch } from 'node:fs';
import path from 'node:path';
import type { Desk } from './desk.ts';
import { LogFile } from './log-file.ts';
import { notListening } from './probes.ts';
import { devPort } from './settings.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { grey, red, say } from './terminal.ts';

const dist = import.meta.dirname;
const apps = path.resolve(dist, '../..');
const vite = path.resolve(apps, '../node_modules/vite/bin/vite.js');
const SETTLED_MS = 150;

/** Rebuilds on change: the console in the browser (Vite), server and sandbox by restart. */
export async function startDevelopment(desk: Desk): Promise<void> {
  const port = devPort(desk.settings.env);
  const consoleArgs = ['--port', String(port), '--strictPort'];
  const console = tool(desk, 'agent-console', consoleArgs, () => notListening('127.0.0.1', port));
  const builders = ['server', 'sandbox'].map((app) => {
    const log = logFile(desk, app);
    const built = async () => (log.says(/built in/) ? undefined : 'it is still building');
    return tool(desk, app, ['build', '--ssr', '--watch', '--emptyOutDir', 'false'], built, log);
  });
  await Promise.all([console, ...builders].map((process) => process.start()));

  restartOnChange('server', path.join(apps, 'server/dist'), desk.server);
  restartOnChange('sandbox', path.join(apps, 'sandbox/dist'), desk.sandbox);
}

function tool(
  desk: Desk,
  app: string,
  args: string[],
  notReady: () => Promise<string | undefined>,
  log = logFile(desk, app),
): SupervisedProcess {
  const env = { ...process.env, NODE_ENV: 'development', BUREAU_API_PORT: String(desk.settings.config.port) };
  return new SupervisedProcess({
    name: `Vite for ${app}`,
    script: vite,
    args,
    env,
    cwd: path.join(apps, app),
    log,
    notReady,
  });
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
