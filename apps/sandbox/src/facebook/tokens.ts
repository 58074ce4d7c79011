import { createHmac, timingSafeEqual } from 'node:crypto';
import { badParam, deadToken, GraphError } from './graph-error.ts';
import { newSecret } from './ids.ts';
import { ALWAYS, isGranular } from './permissions.ts';
import type { Task, Token } from './state.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
const SHORT = 1.5 * HOUR;
const LONG = 60 * 24 * HOUR;

/** Who a request speaks for. */
export type Caller =
  | { kind: 'app' }
  | { kind: 'user'; token: Token; person: string }
  | { kind: 'page'; token: Token; person: string; page: string };

/** A user's token lives 1½ hours, or 60 days once exchanged; a page's token does not expire, but it can die. */
export function issueToken(
  world: World,
  given: { kind: Token['kind']; person: string; page?: string; longLived: boolean },
): Token {
  const issuedAt = world.now();
  const lives = given.longLived ? LONG : SHORT;
  const forever = given.kind === 'page' && given.longLived;
  const token: Token = { ...given, token: newSecret('EAAK'), issuedAt, expiresAt: forever ? 0 : issuedAt + lives };
  world.state.tokens[token.token] = token;
  world.save();
  return token;
}

export function appToken({ state }: World): string {
  return `${state.app.id}|${state.app.secret}`;
}

/** Checks token and proof as the Graph API does, in its order. Throws 104, 190 or 100. */
export function whoCalls(world: World, given: { token: string | undefined; proof: string | undefined }): Caller {
  const { app } = world.state;
  if (!given.token)
    throw new GraphError({ code: 104, status: 401, message: 'An access token is required to request this resource.' });
  checkProof(world, given.token, given.proof);
  if (given.token === appToken(world)) return { kind: 'app' };
  if (given.token.startsWith(`${app.id}|`)) {
    throw new GraphError({ code: 190, message: 'Invalid OAuth access token signature.' });
  }
  const token = world.state.tokens[given.token];
  if (!token) throw unknownToken(given.token);
  const trouble = troubleOf(world, token);
  if (trouble) throw trouble;
  if (token.kind === 'page' && token.page) return { kind: 'page', token, person: token.person, page: token.page };
  return { kind: 'user', token, person: token.person };
}

/** Why a known token does not work, if it does not. */
export function troubleOf(world: World, token: Token): GraphError | undefined {
  const { app, people, pages } = world.state;
  if (token.killed !== undefined)
    return deadToken(token.killed, DEATHS[token.killed]?.(app.id) ?? 'The session is invalid.');
  if (people[token.person]?.checkpoint) return deadToken(459, DEATHS[459]?.(app.id) ?? '');
  if (token.expiresAt > 0 && token.expiresAt <= world.now()) {
    const [then, now] = [new Date(token.expiresAt), new Date(world.now())].map((date) => date.toUTCString());
    return deadToken(463, `Session has expired on ${then}. The current time is ${now}.`);
  }
  if (token.page && !pages[token.page]?.roles.some(({ person }) => person === token.person)) {
    return deadToken(
      492,
      'The user must be an administrator, editor, or moderator of the page in order to impersonate it.',
    );
  }
  return undefined;
}

const DEATHS: Record<number, (appId: string) => string> = {
  458: (appId) => `The user has not authorized application ${appId}.`,
  459: () => 'You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
  460: () =>
    'The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  467: () => 'The session is invalid because the user logged out.',
};

/** All tokens of a person stop working: 458 the app was removed, 460 a new password, 467 signed out. */
export function killTokens(world: World, person: string, subcode: number): void {
  const theirs = Object.values(world.state.tokens).filter(
    (token) => token.person === person && token.killed === undefined,
  );
  for (const token of theirs) token.killed = subcode;
  world.save();
}

export function proofOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}

function checkProof({ state }: World, token: string, proof: string | undefined): void {
  const { app } = state;
  const ownProof = token.startsWith(`${app.id}|`);
  if (proof === undefined) {
    if (!app.requireProof || ownProof) return;
    throw badProof('API calls from the server require an appsecret_proof argument');
  }
  const [given, wanted] = [Buffer.from(proof), Buffer.from(proofOf(app.secret, token))];
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw badProof('Invalid appsecret_proof provided in the API argument');
}

function badProof(message: string): GraphError {
  return new GraphError({ code: 100, type: 'GraphMethodException', message });
}

function unknownToken(token: string): GraphError {
  if (/^EAA[A-Za-z0-9]{20,}$/.test(token)) return deadToken(467, DEATHS[467]?.('') ?? '');
  return new GraphError({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token' });
}

/** What the caller was allowed, as it is now: taking a permission back counts at once. */
export function scopesOf(world: World, caller: Caller): string[] {
  if (caller.kind === 'app') return [];
  const grant = world.state.grants[caller.person];
  if (!grant) return [ALWAYS];
  if (caller.kind === 'user' || grant.pages.includes(caller.page)) return grant.granted;
  return grant.granted.filter((permission) => !isGranular(permission));
}

export function hasScope(world: World, caller: Caller, permission: string): boolean {
  return scopesOf(world, caller).includes(permission);
}

export function hasTask(world: World, caller: Caller, task: Task): boolean {
  if (caller.kind !== 'page') return false;
  return (
    world.state.pages[caller.page]?.roles.some(
      ({ person, tasks }) => person === caller.person && tasks.includes(task),
    ) ?? false
  );
}

/** Some calls work with a page's own token only. Throws 210. */
export function asPage(caller: Caller, page: string): Extract<Caller, { kind: 'page' }> {
  if (caller.kind === 'page' && caller.page === page) return caller;
  if (caller.kind === 'page') throw badParam(`Object does not belong to the page of this token: ${page}`, 33);
  throw new GraphError({
    code: 210,
    status: 403,
    message: '(#210) A page access token is required to request this resource.',
  });
}
