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

/**
 * How to reach the server that BUREAU_OUTBOUND_SMTP_URL names. `smtps:` is encrypted from the start, `smtp:` as soon as the
 * server offers it; certificates are always verified (S51), and an operator's own authority is named by NODE_EXTRA_CA_CERTS.
 */
export function smtpServerOf(
  { outboundSmtpUrl, publicUrl }: Pick<Config, 'outboundSmtpUrl' | 'publicUrl'>,
  { connect, greeting, silence }: SmtpPatience = PATIENCE,
): SMTPPoolOptions & { pool: true } {
  const { protocol, hostname, port, username, password } = new URL(outboundSmtpUrl);
  const secure = protocol === 'smtps:';
  return {
    pool: true,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    name: new URL(publicUrl).hostname,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    maxConnections: 8,
    // The pool's own second attempts know nothing of what has left already.
    maxRequeues: 0,
    // Servers hang up on idle clients; whoever hangs up first has no accident.
    idleTimeout: 15_000,
    connectionTimeout: connect,
    greetingTimeout: greeting,
    socketTimeout: silence,
  };
}
