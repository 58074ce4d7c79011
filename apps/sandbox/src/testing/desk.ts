import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createTransport, type SentMessageInfo } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { listening } from '../listening.ts';
import { startSandbox, type Sandbox, type StartSandbox } from '../start-sandbox.ts';

export type TakenMail = { from: string; to: string[]; raw: Buffer };

export type Desk = {
  port: number;
  taken: TakenMail[];
  /** Resolves with the n-th mail the desk takes, counted from 1. */
  nth: (n: number) => Promise<TakenMail>;
};

/** Plays the desk: a mail server that takes everything, on a free port unless one is given. */
export async function startDesk(wanted = 0): Promise<Desk> {
  const taken: TakenMail[] = [];
  const waiting: { n: number; resolve: (mail: TakenMail) => void }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, { envelope }, done) => {
      void buffer(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const mail = { from, to: envelope.rcptTo.map(({ address }) => address), raw };
        taken.push(mail);
        for (const { n, resolve } of waiting) if (n === taken.length) resolve(mail);
        done();
      });
    },
  });
  const port = await listening(server.server, { port: wanted, host: '127.0.0.1', variable: 'the test' });
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  return {
    port,
    taken,
    nth: (n) => {
      const already = taken[n - 1];
      return already ? Promise.resolve(already) : new Promise((resolve) => waiting.push({ n, resolve }));
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, { port: 0, host: '127.0.0.1', variable: 'the test' });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bureau-sandbox-'));
}

/** A sandbox on free ports with a fresh folder, stopped when the test ends. */
export async function startWorld(given: Partial<StartSandbox> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ dataDir: newFolder(), ...given });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

type Outgoing = {
  to?: string;
  messageId?: string;
  html?: string;
  headers?: Record<string, string>;
  patienceMs?: number;
};

/** The desk answers a customer; rejects with nodemailer's error when the customer's server refuses. */
export async function deskWrites(sandbox: Sandbox, mail: Outgoing = {}): Promise<SentMessageInfo> {
  const transport = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, socketTimeout: mail.patienceMs });
  return transport
    .sendMail({
      from: 'Larkspur Coffee <support@larkspur.example>',
      to: mail.to ?? 'ana.ferreira@cafemail.example',
      subject: 'Your grinder',
      text: 'A new burr is on its way.',
      messageId: mail.messageId ?? '<answer-1@larkspur.example>',
      html: mail.html,
      headers: mail.headers,
    })
    .finally(() => transport.close());
}
