import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { matchesNone, type RateWindow } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from './desk-problem.ts';

/** What Desk.com called itself when it was last seen with all of its headers. */
const APP_VERSION = '15.99';

/** What goes back, before it is sent. */
export interface Answer {
  status: number;
  /** JSON text, unless its headers say otherwise; empty for none, in pieces where it is long. */
  text: string | readonly string[];
  headers?: Record<string, string>;
}

/** Opaque, strong, and as long as clients know it (desk-api-v2.md 2.7). */
export function etagOf(text: Answer['text']): string {
  const hash = createHash('sha256');
  for (const piece of [text].flat()) hash.update(piece);
  return `"${hash.digest('hex').slice(0, 32)}"`;
}

/** A success; one that the reader has already is 304. */
export function answerRead(text: Answer['text'], ifNoneMatch: string | undefined): Answer {
  const etag = etagOf(text);
  const headers = { etag, 'cache-control': 'must-revalidate, private, max-age=0' };
  return matchesNone(ifNoneMatch, etag) ? { status: 304, text: '', headers } : { status: 200, text, headers };
}

/** What was asked for is there. The address is ours, and says nothing that HTML would understand. */
export function answerElsewhere(address: string): Answer {
  return {
    status: 302,
    text: `<html><body>You are being <a href="${address}">redirected</a>.</body></html>`,
    headers: { location: address, 'content-type': 'text/html; charset=utf-8' },
  };
}

export function answerRefusal({ status, body, retryAfterSeconds }: Refusal, request: FastifyRequest): Answer {
  // A browser would ask its user for a password.
  const isAsked = status === 401 && request.headers['sec-fetch-mode'] === undefined;
  return {
    status,
    text: JSON.stringify(body),
    headers: {
      ...(isAsked ? { 'www-authenticate': 'Basic realm="Bureau", charset="UTF-8"' } : {}),
      ...(retryAfterSeconds === undefined ? {} : retryHeaders(retryAfterSeconds)),
    },
  };
}

/** How much is left of the window, in the words of three generations of clients. */
export function rateHeaders({ limit, remaining, resetSeconds, exceeded }: RateWindow): Record<string, string> {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(resetSeconds),
    ...(exceeded ? retryHeaders(resetSeconds) : {}),
  };
}

function retryHeaders(seconds: number): Record<string, string> {
  return { 'retry-after': String(seconds), 'x-retry-after': String(seconds) };
}

export async function send({ status, text, headers = {} }: Answer, reply: FastifyReply): Promise<void> {
  const pieces = [text].flat();
  reply.status(status).headers({
    'cache-control': status === 204 ? 'no-cache' : 'no-cache, private',
    ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    status: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
    vary: 'X-AppVersion',
    'x-appversion': APP_VERSION,
    'x-request-id': reply.request.id.replaceAll('-', ''),
    'x-runtime': (reply.elapsedTime / 1000).toFixed(6),
    ...headers,
  });
  if (pieces.length > 1) sendPieces(pieces, reply);
  else await reply.send(pieces[0] === '' ? null : pieces[0]);
}

/** One after the other: put together again they would be one long string. */
function sendPieces(pieces: readonly string[], reply: FastifyReply): void {
  const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  const { raw } = reply.header('content-length', length).hijack();
  raw.statusCode = reply.statusCode;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  for (const piece of pieces) raw.write(piece);
  raw.end();
}
