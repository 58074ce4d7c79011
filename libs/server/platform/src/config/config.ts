import { isWellKnownPassword } from '@bureau/contracts';
import { z } from 'zod';
import {
  facebookFrom,
  NetworkVariables,
  originsOfNetworks,
  problemsOfNetworks,
  xFrom,
  type FacebookConfig,
  type XConfig,
} from './networks.ts';
import { problemsOfSalesforce, salesforceFrom, SalesforceVariables, type SalesforceConfig } from './salesforce.ts';

/** Thrown when the environment cannot be used: each line names the variable and the fix. */
export class InvalidConfiguration extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

export const Role = z.enum(['api', 'support-center', 'worker']);
export type Role = z.infer<typeof Role>;

const port = (fallback: number) =>
  z.coerce.number({ error: 'must be a port number' }).int().min(0, 'must be 0 to 65535').max(65535).default(fallback);

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1');

const url = (protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be a URL starting with ${protocols[0]}://`,
  });

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((origin) => origin.trim() || []))
  .pipe(
    z.array(
      z
        .url({ protocol: /^https?$/, error: 'must be origins such as http://10.0.0.7:8080, separated by commas' })
        .transform((origin) => new URL(origin).origin),
    ),
  );

/** Values that stand in samples and tutorials; a desk that used them would have no secret at all. */
const SAMPLE_SECRETS = ['changeme', 'secret', 'password', 'bureau', 'admin', 'example', 'default', 'test', '12345678'];

const secret = z
  .string()
  .min(32, 'must have at least 32 characters; make one with: openssl rand -hex 32')
  .refine((value) => !SAMPLE_SECRETS.some((sample) => value.toLowerCase().includes(sample)), {
    message: 'is a known sample value; make one with: openssl rand -hex 32',
  })
  .refine((value) => new Set(value).size >= 8, { message: 'is too regular; make one with: openssl rand -hex 32' });

const adminPassword = z
  .string()
  .min(10, 'must have at least 10 characters')
  .refine((value) => !isWellKnownPassword(value), { message: 'is a known sample value; choose another' });

const Environment = z.object({
  PORT: port(3000),
  BUREAU_HOST: z.string().min(1).default('127.0.0.1'),
  BUREAU_DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  REDIS_URL: url(['redis', 'rediss']).optional(),
  BUREAU_ROLES: z
    .string()
    .default('api,support-center,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(Role).min(1, 'names no role; use api, support-center, worker')),
  BUREAU_SMTP_PORT: port(2525),
  BUREAU_SMTP_HOST: z.string().min(1).optional(),
  BUREAU_SANDBOX_PORT: port(4000),
  BUREAU_DEMO: flag(false),
  BUREAU_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  BUREAU_ADMIN_PASSWORD: adminPassword.optional(),
  BUREAU_MAILBOX: z.email('must be an e-mail address').optional(),
  BUREAU_PUBLIC_URL: url(['http', 'https']).optional(),
  BUREAU_OUTBOUND_SMTP_URL: url(['smtp', 'smtps']).optional(),
  BUREAU_SECRET: secret.optional(),
  BUREAU_MAIL_DNS_URL: url(['http', 'https']).optional(),
  BUREAU_TRUSTED_PROXY: z.string().optional(),
  BUREAU_OUTBOUND_ORIGINS: origins,
  BUREAU_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BUREAU_UNDO_SECONDS: z.coerce.number().int().min(0).max(120).default(10),
  BUREAU_DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  BUREAU_S3_URL: url(['http', 'https']).optional(),
  BUREAU_S3_REGION: z.string().min(1).default('us-east-1'),
  BUREAU_S3_BUCKET: z.string().optional(),
  BUREAU_S3_ACCESS_KEY: z.string().optional(),
  BUREAU_S3_SECRET_KEY: z.string().optional(),
  ...NetworkVariables.shape,
  ...SalesforceVariables.shape,
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databasePool: number;
  redisUrl: string | undefined;
  roles: Role[];
  smtpPort: number;
  smtpHost: string;
  sandboxPort: number;
  demo: boolean;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  mailbox: string | undefined;
  publicUrl: string;
  outboundSmtpUrl: string;
  secret: string | undefined;
  mailDnsUrl: string | undefined;
  trustedProxy: string | undefined;
  /** Origins that the desk may ask although they are not public; all others of private networks are refused. */
  outboundOrigins: string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** How long an agent can take a reply back, in seconds. */
  undoSeconds: number;
  s3: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string } | undefined;
  x: XConfig;
  facebook: FacebookConfig;
  salesforce: SalesforceConfig;
}

/** Reads the environment. Throws {@link InvalidConfiguration} with one line for each variable that is wrong. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) {
    throw new InvalidConfiguration(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  const values = parsed.data;
  const problems = contradictionsIn(values);
  if (problems.length > 0) throw new InvalidConfiguration(problems);

  return {
    port: values.PORT,
    host: values.BUREAU_HOST,
    dataDir: values.BUREAU_DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.BUREAU_DATABASE_POOL,
    redisUrl: values.REDIS_URL,
    roles: values.BUREAU_ROLES,
    smtpPort: values.BUREAU_SMTP_PORT,
    smtpHost: values.BUREAU_SMTP_HOST ?? values.BUREAU_HOST,
    sandboxPort: values.BUREAU_SANDBOX_PORT,
    demo: values.BUREAU_DEMO,
    adminEmail: values.BUREAU_ADMIN_EMAIL,
    adminPassword: values.BUREAU_ADMIN_PASSWORD,
    mailbox: values.BUREAU_MAILBOX?.toLowerCase(),
    publicUrl: (values.BUREAU_PUBLIC_URL ?? `http://${values.BUREAU_HOST}:${values.PORT}`).replace(/\/$/, ''),
    outboundSmtpUrl: values.BUREAU_OUTBOUND_SMTP_URL ?? `smtp://127.0.0.1:${values.BUREAU_SANDBOX_PORT + 25}`,
    secret: values.BUREAU_SECRET,
    mailDnsUrl: values.BUREAU_MAIL_DNS_URL,
    trustedProxy: values.BUREAU_TRUSTED_PROXY,
    outboundOrigins: [...values.BUREAU_OUTBOUND_ORIGINS, ...originsOfNetworks(values)],
    logLevel: values.BUREAU_LOG_LEVEL,
    undoSeconds: values.BUREAU_UNDO_SECONDS,
    s3: s3From(values),
    x: xFrom(values),
    facebook: facebookFrom(values),
    salesforce: salesforceFrom(values),
  };
}

function contradictionsIn(values: z.infer<typeof Environment>): string[] {
  const problems = [...problemsOfNetworks(values), ...problemsOfSalesforce(values)];
  const alone = values.BUREAU_ROLES.includes('api') && values.BUREAU_ROLES.includes('worker');
  if (!alone && !values.REDIS_URL) {
    problems.push('REDIS_URL must be set when BUREAU_ROLES puts api and worker into different processes.');
  }
  if (
    values.BUREAU_S3_URL &&
    !(values.BUREAU_S3_BUCKET && values.BUREAU_S3_ACCESS_KEY && values.BUREAU_S3_SECRET_KEY)
  ) {
    problems.push('BUREAU_S3_URL needs BUREAU_S3_BUCKET, BUREAU_S3_ACCESS_KEY and BUREAU_S3_SECRET_KEY beside it.');
  }
  return problems;
}

function s3From(values: z.infer<typeof Environment>): Config['s3'] {
  const { BUREAU_S3_URL, BUREAU_S3_BUCKET, BUREAU_S3_ACCESS_KEY, BUREAU_S3_SECRET_KEY } = values;
  if (!BUREAU_S3_URL || !BUREAU_S3_BUCKET || !BUREAU_S3_ACCESS_KEY || !BUREAU_S3_SECRET_KEY) return undefined;
  return {
    endpoint: BUREAU_S3_URL,
    region: values.BUREAU_S3_REGION,
    bucket: BUREAU_S3_BUCKET,
    accessKeyId: BUREAU_S3_ACCESS_KEY,
    secretAccessKey: BUREAU_S3_SECRET_KEY,
  };
}
