import { existsSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@bureau/platform';
import { openDataDir, resetDataDir } from './data-dir.ts';
import { openDatabase, type DeskDatabase } from './database.ts';
import { LogFile } from './log-file.ts';
import { needPorts, type WantedPort } from './ports.ts';
import { notHealthy, notListening } from './probes.ts';
import { StartProblem } from './problem.ts';
import { runCommand } from './run-command.ts';
import { networkPorts } from './sandbox-networks.ts';
import { reachable, type Settings } from './settings.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { step } from './terminal.ts';

const dist = import.meta.dirname;
const sandboxScript = path.resolve(dist, '../../sandbox/dist/main.js');

/** Everything that `npm start` runs, in the order in which it starts; stopping goes the other way round. */
export class Desk {
  readonly settings: Settings;
  server: SupervisedProcess | undefined;
  sandbox: SupervisedProcess | undefined;
  private database: DeskDatabase | undefined;
  private dataDir: { release: () => Promise<void> } | undefined;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** @throws {StartProblem} at the first thing that does not work; call `stop` then too. */
  async start(): Promise<void> {
    const { config, reset } = this.settings;
    if (reset) await step('Reset', () => this.reset());
    this.dataDir = await openDataDir(config.dataDir);
    await needPorts(wantedPorts(this.settings));

    await step('Database', () => this.startDatabase());
    if (config.demo && !existsSync(path.join(config.dataDir, 'demo-people.json'))) {
      await step('Demo data', () => this.seed());
    }
    // The outside is there before the desk: who asks it at once and finds nobody tells its administrators.
    await step('Sandbox', () => this.startSandbox());
    await step('Server', () => this.startServer());
  }

  /** The database goes last: whoever still writes must be able to. */
  async stop(force = false): Promise<void> {
    await Promise.all([this.server?.stop(force), this.sandbox?.stop(force)]);
    await this.database?.stop();
    await this.dataDir?.release();
  }

  private async reset(): Promise<string> {
    if (this.settings.config.databaseUrl !== undefined) {
      throw new StartProblem(
        '--reset deletes only a database that Bureau brought itself. Empty the one in DATABASE_URL by hand, or unset it.',
      );
    }
    await resetDataDir(this.settings.config.dataDir);
    return 'all data deleted';
  }

  private async startDatabase(): Promise<string> {
    const database = await openDatabase(this.settings.config);
    this.database = database;
    this.settings.env['DATABASE_URL'] = database.url;

    const applied = await migrate(database.url).catch((error: Error) => {
      throw new StartProblem(`The database could not be brought up to date: ${error.message}`);
    });
    return applied.length > 0 ? `${database.words}, ${applied.length} migrated` : database.words;
  }

  private async seed(): Promise<string> {
    const log = this.logFile('seed');
    await runCommand({
      name: 'Seeding demo data',
      script: path.join(dist, 'cli.js'),
      args: ['seed'],
      env: this.settings.env,
      log,
    });
    return 'a desk that was in use for three months';
  }

  private async startServer(): Promise<string> {
    const { config, env } = this.settings;
    this.server = new SupervisedProcess({
      name: 'The server',
      script: path.join(dist, 'main.js'),
      env,
      log: this.logFile('server'),
      notReady: () => notHealthy(`http://${reachable(config.host)}:${config.port}`),
    });
    await this.server.start();
    return config.roles.join(', ');
  }

  private async startSandbox(): Promise<string> {
    const { config, env } = this.settings;
    this.sandbox = new SupervisedProcess({
      name: 'The sandbox',
      script: sandboxScript,
      env,
      log: this.logFile('sandbox'),
      notReady: () => notListening(reachable(config.host), config.sandboxPort),
    });
    await this.sandbox.start();
    return 'the outside world';
  }

  private logFile(name: string): LogFile {
    return new LogFile(path.join(this.settings.config.dataDir, 'logs'), name);
  }
}

function wantedPorts({ config, env }: Settings): WantedPort[] {
  const { host, smtpHost, port, smtpPort, sandboxPort } = config;
  const networks = networkPorts(env, sandboxPort);
  return [
    { variable: 'PORT', host, port },
    { variable: 'BUREAU_SMTP_PORT', host: smtpHost, port: smtpPort },
    { variable: 'BUREAU_SANDBOX_PORT', host, port: sandboxPort },
    { variable: 'BUREAU_SANDBOX_PORT, whose mail listens 25 above', host, port: sandboxPort + 25 },
    { variable: 'BUREAU_SANDBOX_X_PORT', host, port: networks.x },
    { variable: 'BUREAU_SANDBOX_FACEBOOK_PORT', host, port: networks.facebook },
    { variable: 'BUREAU_SANDBOX_SALESFORCE_PORT', host, port: networks.salesforce },
  ];
}
