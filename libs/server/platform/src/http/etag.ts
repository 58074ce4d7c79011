import { createHash } from 'node:crypto';
import { ProblemError } from './problem.ts';

/**
 * The entity tag of a resource (RFC 9110 §8.8.3): its version, which `If-Match` is compared with, and a hash of what was
 * sent, because names of others in it can change without it. Opaque to clients.
 */
export function writeEtag(version: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10);
  return `"${Buffer.from(version, 'utf8').toString('base64url')}.${hash}"`;
}

/** The version in an `If-Match` header; null when there is none or it says `*`. A foreign tag matches no version. */
export function readIfMatch(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '*') return null;
  const [, version = ''] = /^\s*"([\w-]+)\.[\w-]+"\s*$/.exec(header) ?? [];
  return Buffer.from(version, 'base64url').toString('utf8');
}

/** Throws request.precondition-failed when the writer saw another version than the present one. */
export function checkVersion(version: string, ifMatch: string | null | undefined): void {
  if (ifMatch === null || ifMatch === undefined || ifMatch === version) return;
  throw new ProblemError('request.precondition-failed');
}

/** Whether an `If-None-Match` header names this tag (weak comparison, RFC 9110 §13.1.2). */
export function matchesNone(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
