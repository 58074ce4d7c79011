import { parentPort } from 'node:worker_threads';
import type { InboundMail } from '@bureau/domain';
import { parseMail } from './parse-mail.ts';
import type { MailLimits } from './mail-limits.ts';

/** One mail to read. */
export interface ReadRequest {
  raw: Uint8Array;
  limits: MailLimits;
}

/** What the worker says: first that it is up, then one answer a request. */
export type ReadAnswer = { kind: 'ready' } | { kind: 'mail'; mail: InboundMail } | { kind: 'error'; message: string };

parentPort?.on('message', ({ raw, limits }: ReadRequest) => {
  parseMail(raw, limits).then(
    (mail) => answer({ kind: 'mail', mail }),
    (error: unknown) => answer({ kind: 'error', message: error instanceof Error ? error.message : String(error) }),
  );
});
answer({ kind: 'ready' });

function answer(message: ReadAnswer): void {
  parentPort?.postMessage(message);
}
