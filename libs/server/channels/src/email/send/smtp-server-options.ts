import type { SmtpSettings } from '@bureau/contracts';
import type { Config } from '@bureau/platform';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

/** How long to wait for an outbound SMTP server, in milliseconds. */
export interface SmtpPatience {
  connect: number;
  greeting: number;
  /** For any answer. RFC 5321 §4.5.3.2 advises 5 minutes for most commands. */
  silence: number;
}

/** Where a test gives less. */
export const SMTP_PATIENCE = Symbol('SmtpPatience');

const PATIENCE: SmtpPatience = { connect: 30_000, greeting: 60_000, silence: 300_000 };

type Reached = SMTPPoolOptions & { pool: true };

/** A server of a mailbox's own, with its password in the clear. */
export interface OwnServer extends SmtpSettings {
  password: string;
}

/**
 * How to reach the server that BUREAU_OUTBOUND_SMTP_URL names. `smtps:` is encrypted from the start, `smtp:` as soon as the
 * server offers it; certificates are always verified (S51), and an operator's own authority is named by NODE_EXTRA_CA_CERTS.
 */
export function smtpServerOf(
  { outboundSmtpUrl, publicUrl }: Pick<Config, 'outboundSmtpUrl' | 'publicUrl'>,
  patience: SmtpPatience = PATIENCE,
): Reached {
  const { username, password } = new URL(outboundSmtpUrl);
  const { host, port, secure } = deskServerOf(outboundSmtpUrl);
  return {
    ...common(publicUrl, patience),
    host,
    port,
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    maxConnections: 8,
  };
}

/** How to reach a mailbox's own server. STARTTLS that was asked for is demanded: without it nothing leaves. */
export function ownSmtpServer(
  { host, port, tls, user, password }: OwnServer,
  { publicUrl, patience = PATIENCE }: { publicUrl: string; patience?: SmtpPatience },
): Reached {
  return {
    ...common(publicUrl, patience),
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    // Providers allow few connections for one account.
    maxConnections: 2,
  };
}

/** Where the desk's own server is; nothing secret. */
export function deskServerOf(outboundSmtpUrl: string): { host: string; port: number; secure: boolean } {
  const { protocol, hostname, port } = new URL(outboundSmtpUrl);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
  };
}

function common(publicUrl: string, { connect, greeting, silence }: SmtpPatience): Reached {
  return {
    pool: true,
    name: new URL(publicUrl).hostname,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    // The pool's own second attempts know nothing of what has left already.
    maxRequeues: 0,
    // Servers hang up on idle clients; whoever hangs up first has no accident.
    idleTimeout: 15_000,
    connectionTimeout: connect,
    greetingTimeout: greeting,
    socketTimeout: silence,
  };
}
