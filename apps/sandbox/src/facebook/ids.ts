import { createHash, randomBytes } from 'node:crypto';
import type { FacebookState, Person } from './state.ts';

/** Ids count up, so that a test sees the same ones each time. */
export function nextNumber(state: FacebookState): string {
  state.counter += 1;
  return String(state.counter);
}

/** Who somebody is in the comments and posts of a page. Never the same number as in Messenger. */
export function feedIdOf(page: string, person: string): string {
  return scoped(`feed:${page}:${person}`, 16);
}

/** Who somebody is in Messenger with a page. */
export function psidOf(page: string, person: string): string {
  return scoped(`messenger:${page}:${person}`, 17);
}

/** Who somebody is to the app after they signed in. */
export function appScopedIdOf(app: string, person: string): string {
  return scoped(`app:${app}:${person}`, 15);
}

export function personByPsid(state: FacebookState, page: string, psid: string): Person | undefined {
  return Object.values(state.people).find((person) => psidOf(page, person.id) === psid);
}

/** Tokens and codes are chance: one that died must never come back. */
export function newSecret(prefix: string, bytes = 90): string {
  return prefix + randomBytes(bytes).toString('base64url').replaceAll(/[-_]/g, 'Z');
}

export function newMid(state: FacebookState): string {
  const unique = createHash('sha256').update(nextNumber(state)).digest('base64url');
  return `m_${unique.slice(0, 40)}-${state.counter}`;
}

const known = new Map<string, string>();

function scoped(seed: string, digits: number): string {
  const before = known.get(seed);
  if (before !== undefined) return before;
  const number = BigInt(`0x${createHash('sha256').update(seed).digest('hex').slice(0, 24)}`);
  const lowest = 10n ** BigInt(digits - 1);
  const id = String(lowest + (number % (9n * lowest)));
  known.set(seed, id);
  return id;
}
