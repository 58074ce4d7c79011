import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { HttpExchange } from '@bureau/platform';

/** Whether a caller wants lines of JSON, each as soon as it is known. */
export function wantsLines({ request }: HttpExchange): boolean {
  return request.headers.accept?.includes('application/x-ndjson') === true;
}

/** Answers with lines of JSON: those that `work` tells, and at the end what it gives. */
export function answerByLines<T>(
  { reply }: HttpExchange,
  work: (tell: (line: unknown) => void) => Promise<T>,
): StreamableFile {
  const lines = new PassThrough();
  const tell = (line: unknown) => void lines.write(`${JSON.stringify(line)}\n`);
  work(tell).then(
    (last) => {
      tell(last);
      lines.end();
    },
    (error: unknown) => lines.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  // A proxy that gathered the lines would show them all at once, at the end.
  void reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  return new StreamableFile(lines, { type: 'application/x-ndjson; charset=utf-8' });
}

/** Aborted when the caller has gone. */
export function whileAsked({ request, reply }: HttpExchange): AbortSignal {
  const gone = new AbortController();
  request.raw.socket?.once('close', () => gone.abort());
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
