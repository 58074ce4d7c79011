import 'reflect-metadata';
import path from 'node:path';
import { createLog, InvalidConfiguration, loadConfig, migrate, type Config, type Log } from '@bureau/platform';
import { firstStart } from './first-start.ts';
import { serveDesk, type RunningDesk } from './serve-desk.ts';

const consoleFolder = path.resolve(import.meta.dirname, '../../agent-console/dist');

/** One line that says what to do, and a non-zero exit. */
function giveUp(log: Log, error: unknown): never {
  const words =
    error instanceof InvalidConfiguration
      ? error.lines.join(' ')
      : error instanceof Error
        ? error.message
        : String(error);
  log.fatal({ err: error }, 'The desk did not start.');
  process.stderr.write(`The desk did not start: ${words}\n`);
  process.exit(1);
}

async function start(config: Config, log: Log): Promise<RunningDesk> {
  if (!config.databaseUrl)
    throw new InvalidConfiguration(['DATABASE_URL must name the database (npm start brings its own).']);
  await migrate(config.databaseUrl);
  const desk = await serveDesk(
    { config, log, databaseUrl: config.databaseUrl },
    {
      consoleFolder,
      prepare: (get) => (config.roles.includes('api') ? firstStart(get, config, log) : Promise.resolve()),
    },
  );
  log.info({ url: desk.url, smtpPort: desk.smtpPort, roles: config.roles }, 'The desk is ready.');
  return desk;
}

function stopOnSignals(desk: RunningDesk, log: Log): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('Stopping.');
    desk.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(log, error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const log = createLog(process.env['BUREAU_LOG_LEVEL'] ?? 'info');
// What nobody awaited must not take the mail of everybody else down with it.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'A promise was rejected and nobody looked.'));
try {
  stopOnSignals(await start(loadConfig(process.env), log), log);
} catch (error) {
  giveUp(log, error);
}
