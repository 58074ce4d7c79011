import { existsSync } from 'node:fs';
import path from 'node:path';
import { InvalidConfiguration, loadConfig, type Config } from '@bureau/platform';
import { StartProblem } from './problem.ts';
import { sandboxNetworks } from './sandbox-networks.ts';

export interface Settings {
  config: Config;
  /** What every process of this desk is started with. */
  env: NodeJS.ProcessEnv;
  reset: boolean;
  dev: boolean;
}

/** Where `npm run dev` serves the console; everything else stays at PORT. */
export function devPort(env: NodeJS.ProcessEnv): number {
  return Number(env['BUREAU_DEV_PORT'] ?? 5173);
}

/** From the command line, the environment and a `.env` file beside package.json (which never overrides the environment). */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const env: NodeJS.ProcessEnv = { BUREAU_DEMO: '1', NODE_ENV: 'production', ...withoutEmpty(environment) };
  const dev = args.includes('--dev');
  if (dev) env['BUREAU_PUBLIC_URL'] ??= `http://127.0.0.1:${devPort(env)}`;
  const config = validated(env);
  // Where the sandbox plays the outside, its customers' domains can only be asked of it.
  if (!env['BUREAU_OUTBOUND_SMTP_URL'])
    env['BUREAU_MAIL_DNS_URL'] ??= `http://${reachable(config.host)}:${config.sandboxPort}`;
  Object.assign(env, sandboxNetworks(env, { host: reachable(config.host), sandboxPort: config.sandboxPort }));
  env['BUREAU_DATA_DIR'] = path.resolve(config.dataDir);

  return {
    config: { ...config, dataDir: path.resolve(config.dataDir) },
    env,
    reset: args.includes('--reset'),
    dev,
  };
}

/** An address one can connect to: a wildcard can be listened on only. */
export function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

function validated(env: NodeJS.ProcessEnv): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof InvalidConfiguration)) throw error;
    throw new StartProblem(`The environment is not valid. ${error.lines.join(' ')} See .env.example.`);
  }
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
