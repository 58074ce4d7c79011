import { join } from 'node:path';
import { z } from 'zod';
import { parsePeople } from './mail/address.ts';
import { defaultDeskAddresses, defaultPeople } from './mail/default-people.ts';

const Port = z.coerce.number().int().min(0).max(65535);

const Environment = z.object({
  PORT: Port.default(3000),
  BUREAU_HOST: z.string().min(1).default('127.0.0.1'),
  BUREAU_SMTP_PORT: Port.default(2525),
  BUREAU_SANDBOX_PORT: Port.default(4000),
  BUREAU_SANDBOX_SMTP_PORT: Port.optional(),
  BUREAU_SANDBOX_X_PORT: Port.optional(),
  BUREAU_SANDBOX_FACEBOOK_PORT: Port.optional(),
  BUREAU_SANDBOX_SALESFORCE_PORT: Port.optional(),
  BUREAU_SANDBOX_PEOPLE: z.string().optional(),
  BUREAU_SANDBOX_DESK_ADDRESSES: z.string().optional(),
  BUREAU_DEMO: z.enum(['0', '1']).default('0'),
  BUREAU_DATA_DIR: z.string().min(1).default('.data'),
  BUREAU_PUBLIC_URL: z.url().optional(),
});

export type SandboxSettings = ReturnType<typeof readSettings>;

/**
 * Reads what the sandbox needs from the environment. An empty value counts as unset.
 * Throws one error that names every wrong variable.
 */
export function readSettings(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The sandbox cannot start. Correct these environment variables: ${wrong.join('; ')}`);
  }
  const settings = parsed.data;
  const desk = reachable(settings.BUREAU_HOST);
  return {
    host: settings.BUREAU_HOST,
    webPort: settings.BUREAU_SANDBOX_PORT,
    smtpPort: settings.BUREAU_SANDBOX_SMTP_PORT ?? smtpPortBeside(settings.BUREAU_SANDBOX_PORT),
    xPort: settings.BUREAU_SANDBOX_X_PORT ?? servicePortBeside(settings.BUREAU_SANDBOX_PORT, 'x'),
    facebookPort: settings.BUREAU_SANDBOX_FACEBOOK_PORT ?? servicePortBeside(settings.BUREAU_SANDBOX_PORT, 'facebook'),
    salesforcePort:
      settings.BUREAU_SANDBOX_SALESFORCE_PORT ?? servicePortBeside(settings.BUREAU_SANDBOX_PORT, 'salesforce'),
    connected: settings.BUREAU_DEMO === '1',
    stories: settings.BUREAU_DEMO === '1',
    deskSmtp: { host: desk, port: settings.BUREAU_SMTP_PORT },
    dataDir: join(settings.BUREAU_DATA_DIR, 'sandbox'),
    consoleUrl: settings.BUREAU_PUBLIC_URL ?? `http://${desk}:${settings.PORT}`,
    people: settings.BUREAU_SANDBOX_PEOPLE ? parsePeople(settings.BUREAU_SANDBOX_PEOPLE) : defaultPeople,
    deskAddresses: settings.BUREAU_SANDBOX_DESK_ADDRESSES
      ? parsePeople(settings.BUREAU_SANDBOX_DESK_ADDRESSES)
      : defaultDeskAddresses,
  };
}

/** The sandbox receives mail 25 ports above its page, unless both are to be any free port (0). */
export function smtpPortBeside(webPort: number): number {
  return webPort === 0 ? 0 : webPort + 25;
}

/** Each provider listens a fixed way above the page, unless all are to be any free port (0). */
const ABOVE_PAGE = { x: 1, facebook: 2, salesforce: 3 };

export function servicePortBeside(webPort: number, service: keyof typeof ABOVE_PAGE): number {
  return webPort === 0 ? 0 : webPort + ABOVE_PAGE[service];
}

/** A wildcard can be listened on, but not connected to. */
export function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
