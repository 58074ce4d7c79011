import { createTransport } from 'nodemailer';
import { domainOf } from './address.ts';

export type Envelope = { from: string; to: string[] };
export type DeskSmtp = { host: string; port: number };

/** The desk did not take a mail; `words` are its own, `code` its SMTP code (undefined when it could not be reached). */
export class NotTaken extends Error {
  readonly code: number | undefined;

  constructor(words: string, code: number | undefined) {
    super(words);
    this.code = code;
  }
}

/** Hands bytes to the desk over SMTP as they are. Returns its last words; throws NotTaken. */
export async function submitMail(desk: DeskSmtp, envelope: Envelope, raw: Buffer): Promise<string> {
  const transport = createTransport({
    ...desk,
    secure: false,
    name: `mx.${domainOf(envelope.from) || 'sandbox.example'}`,
    tls: { rejectUnauthorized: false },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  try {
    const info = await transport.sendMail({ envelope: { from: envelope.from || false, to: envelope.to }, raw });
    return info.response ?? '';
  } catch (error) {
    throw asNotTaken(error, desk);
  } finally {
    transport.close();
  }
}

function asNotTaken(error: unknown, desk: DeskSmtp): NotTaken {
  if (!(error instanceof Error)) return new NotTaken(String(error), undefined);
  const response = 'response' in error && typeof error.response === 'string' ? error.response : undefined;
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  if (response !== undefined) return new NotTaken(response, code);
  return new NotTaken(`The desk did not take the mail on ${desk.host}:${desk.port} (${error.message}).`, code);
}
