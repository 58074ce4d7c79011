import type { IncomingMessage } from 'node:http';
import { IntegrationUrlRepository } from '@bureau/cases';
import { withoutSubdomain } from '@bureau/desk-api';
import { BrandDirectory } from '@bureau/identity';
import {
  answerFirst,
  createHttpApp,
  RealtimeServer,
  serveConsole,
  type Config,
  type Log,
  type PlatformOptions,
} from '@bureau/platform';
import { CenterAddresses, QuickAnswer } from '@bureau/support-center';
import { DeskModule } from './desk.module.ts';
import { Roles } from './roles/roles.ts';

/** Any provider of the desk, by its class. */
export type Providers = <T>(token: abstract new (...args: never[]) => T) => T;

export interface ServeOptions {
  /** Where the built console lies. */
  consoleFolder?: string;
  /** What must be done before anybody can reach the desk. */
  prepare?: (get: Providers) => Promise<void>;
}

export interface RunningDesk {
  /** Where it answers requests. */
  url: string;
  httpPort: number;
  /** Null in a process without the worker role. */
  smtpPort: number | null;
  /** Any provider of the desk, for composition and tests. */
  get: Providers;
  stop(): Promise<void>;
}

/** Starts the desk in this process: HTTP for every role, sockets for api, mail and jobs for worker. */
export async function serveDesk(
  options: PlatformOptions,
  { consoleFolder, prepare }: ServeOptions = {},
): Promise<RunningDesk> {
  const { config, log }: { config: Config; log: Log } = options;
  const addresses: { rewrite?: (request: IncomingMessage) => string } = {};
  const rewriteUrl = (request: IncomingMessage): string => addresses.rewrite?.(request) ?? request.url ?? '/';
  const app = await createHttpApp(DeskModule.forRoot(options), { config, log, rewriteUrl });
  if (consoleFolder && config.roles.includes('api')) {
    const integrations = app.get(IntegrationUrlRepository, { strict: false });
    serveConsole(app.getHttpAdapter().getInstance(), consoleFolder, () => integrations.origins());
  }
  const roles = app.get(Roles);

  await app.init();
  await app.get(BrandDirectory).ready();
  const centerAddresses = app.get(CenterAddresses);
  addresses.rewrite = (request) => withoutSubdomain(centerAddresses.rewrite(request));
  await prepare?.((token) => app.get(token));
  const { smtpPort } = await roles.start();
  if (config.roles.includes('api')) app.get(RealtimeServer).attach(app.getHttpServer());
  const quick = app.get(QuickAnswer);
  answerFirst(app.getHttpServer(), (request, response) => quick.give(request, response));
  await app.listen({ port: config.port, host: config.host });

  const httpPort = portOf(app.getHttpServer().address(), config.port);
  return {
    url: `http://${config.host}:${httpPort}`,
    httpPort,
    smtpPort,
    get: (token) => app.get(token),
    stop: async () => {
      await roles.stop();
      await app.close();
    },
  };
}

function portOf(address: ReturnType<import('node:net').Server['address']>, fallback: number): number {
  return address && typeof address === 'object' ? address.port : fallback;
}
