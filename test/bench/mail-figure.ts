import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { query, type Desk } from './desks.ts';

export interface MailFigure {
  mails: number;
  /** Mails a second that the desk said 250 to: bytes and ledger row were durable. */
  acceptedPerSecond: number;
  /** Mails a second from the first connection until the last one was a case. */
  visiblePerSecond: number;
}

const CONNECTIONS = 4;
const PATIENCE_MS = 120_000;

/** Sends mails of as many people over a few connections, and waits until each of them is a case. */
export async function measureMail(desk: Desk, mails: number): Promise<MailFigure> {
  const [before] = await query<{ id: number }>(desk.databaseUrl, 'SELECT max(id)::int AS id FROM cases');
  const transport = createTransport({
    host: '127.0.0.1',
    port: desk.smtpPort ?? 0,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  await Promise.all(Array.from({ length: mails }, (_, index) => transport.sendMail(mailOf(index))));
  const accepted = seconds();
  transport.close();

  await untilCases(desk, { after: before?.id ?? 0, mails });
  return { mails, acceptedPerSecond: mails / accepted, visiblePerSecond: mails / seconds() };
}

async function untilCases(desk: Desk, { after, mails }: { after: number; mails: number }): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const [row] = await query<{ count: number }>(
      desk.databaseUrl,
      "SELECT count(*)::int AS count FROM cases WHERE id > $1 AND subject LIKE 'Parcel %'",
      [after],
    );
    if (row?.count === mails) return;
    await pause(50);
  }
  throw new Error(`After ${PATIENCE_MS / 1000} s not every mail was a case.`);
}

function mailOf(index: number) {
  return {
    from: { name: `Writer ${index}`, address: `writer-${index}-${process.pid}@people.example` },
    to: 'support@larkspur.example',
    subject: `Parcel ${index} is late`,
    text: `Hello,\n\nI ordered a grinder two weeks ago and it has not arrived yet. ${'The courier says nothing. '.repeat(20)}\n\nRegards\nWriter ${index}`,
    html: `<p>Hello,</p><p>I ordered a grinder two weeks ago and it has not arrived yet.</p><p>Writer ${index}</p>`,
  };
}

/** A name server for senders that publish nothing: it answers at once, as a cache beside the desk would. */
export async function startEmptyDns(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_request, response) => response.writeHead(404, { 'content-length': 0 }).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}
