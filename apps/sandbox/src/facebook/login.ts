import { badParam, GraphError } from './graph-error.ts';
import { newSecret } from './ids.ts';
import { ALWAYS, PERMISSIONS } from './permissions.ts';
import type { Page, Token } from './state.ts';
import { appToken, issueToken, troubleOf } from './tokens.ts';
import type { World } from './world.ts';

const CODE_LIVES_MS = 10 * 60_000;

export type Dialog = {
  redirectUri: string;
  state: string | undefined;
  scopes: string[];
  /** Ask again for what was declined before. */
  rerequest: boolean;
  /** Ask for the password again, whoever is signed in. */
  reauthenticate: boolean;
};

/** What the dialog refuses to show; the browser stays on Facebook with these words. */
export class DialogRefusal extends Error {}

/** Reads `/dialog/oauth`'s query. Throws DialogRefusal with the sentence Facebook shows. */
export function readDialog(world: World, query: URLSearchParams): Dialog {
  const { app } = world.state;
  if (query.get('client_id') !== app.id) {
    throw new DialogRefusal('Invalid App ID: The provided app ID does not look like a valid app ID.');
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!mayRedirect(app.redirectUris, redirectUri)) {
    throw new DialogRefusal(
      'URL blocked: This redirect failed because the redirect URI is not white-listed in the app’s client OAuth settings.',
    );
  }
  if ((query.get('response_type') ?? 'code') !== 'code') {
    throw new DialogRefusal('Invalid response_type: This sandbox plays the server-side flow, response_type=code.');
  }
  const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter(Boolean);
  const unknown = scopes.filter((scope) => !Object.hasOwn(PERMISSIONS, scope));
  if (unknown.length > 0) {
    throw new DialogRefusal(`Invalid Scopes: ${unknown.join(', ')}. This message is only shown to developers.`);
  }
  const authTypes = (query.get('auth_type') ?? '').split(',');
  return {
    redirectUri,
    state: query.get('state') ?? undefined,
    scopes: [...new Set([ALWAYS, ...scopes])],
    rerequest: authTypes.includes('rerequest'),
    reauthenticate: authTypes.includes('reauthenticate'),
  };
}

/** The permissions the dialog asks this person for: one declined before is asked again only with auth_type=rerequest. */
export function askedOf(world: World, dialog: Dialog, person: string): string[] {
  const declined = world.state.grants[person]?.declined ?? [];
  return dialog.scopes.filter((scope) => dialog.rerequest || !declined.includes(scope));
}

/** The pages a person has a role on. */
export function pagesOf(world: World, person: string): Page[] {
  return Object.values(world.state.pages).filter(({ roles }) => roles.some((role) => role.person === person));
}

/** Somebody pressed Continue: the address their browser goes to, with a code that works once. */
export function allow(
  world: World,
  dialog: Dialog,
  answer: { person: string; granted: string[]; pages: string[] },
): string {
  const person = world.state.people[answer.person];
  if (!person || person.gone) throw new DialogRefusal('This account does not exist.');
  if (world.state.app.mode === 'development' && !person.appRole) {
    throw new DialogRefusal('App not active: This app is not accessible right now; it is in development mode.');
  }
  remember(world, dialog, answer);
  const code = newSecret('AQ', 120);
  world.state.codes[code] = {
    code,
    person: person.id,
    redirectUri: dialog.redirectUri,
    issuedAt: world.now(),
    used: false,
  };
  world.save();
  return back(dialog, { code });
}

/** Somebody pressed Cancel. */
export function cancel(dialog: Dialog): string {
  return back(dialog, {
    error: 'access_denied',
    error_code: '200',
    error_description: 'Permissions error',
    error_reason: 'user_denied',
  });
}

function remember(world: World, dialog: Dialog, answer: { person: string; granted: string[]; pages: string[] }): void {
  const before = world.state.grants[answer.person];
  const asked = askedOf(world, dialog, answer.person);
  const granted = asked.filter((scope) => scope === ALWAYS || answer.granted.includes(scope));
  const untouched = (before?.granted ?? []).filter((scope) => !asked.includes(scope));
  const declined = (before?.declined ?? []).filter((scope) => !asked.includes(scope));
  const own = pagesOf(world, answer.person).map(({ id }) => id);
  world.state.grants[answer.person] = {
    person: answer.person,
    granted: [...untouched, ...granted],
    declined: [...declined, ...asked.filter((scope) => !granted.includes(scope))],
    pages: answer.pages.filter((page) => own.includes(page)),
  };
}

/** Facebook puts #_=_ behind every redirect. */
function back(dialog: Dialog, answer: Record<string, string>): string {
  const url = new URL(dialog.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (dialog.state !== undefined) url.searchParams.set('state', dialog.state);
  url.hash = '_=_';
  return url.href;
}

function mayRedirect(allowed: string[], uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  if (allowed.includes(uri)) return true;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** `GET /oauth/access_token`, in its three forms. */
export function exchange(world: World, given: Record<string, string>) {
  if (given.client_id !== world.state.app.id) {
    const message = 'Error validating application. Cannot get application info due to a system error.';
    throw new GraphError({ code: 101, message });
  }
  if (given.client_secret !== world.state.app.secret)
    throw new GraphError({ code: 1, message: 'Error validating client secret.' });
  if (given.grant_type === 'client_credentials') return { access_token: appToken(world), token_type: 'bearer' };
  if (given.grant_type === 'fb_exchange_token') return spoken(world, lengthen(world, given.fb_exchange_token ?? ''));
  return spoken(world, redeem(world, given));
}

function redeem(world: World, given: Record<string, string>): Token {
  const code = world.state.codes[given.code ?? ''];
  if (!given.code) throw new GraphError({ code: 100, message: 'Missing authorization code' });
  if (!code) throw badCode(36009, 'Invalid verification code format.');
  if (code.used) throw badCode(36009, 'This authorization code has been used.');
  if (world.now() - code.issuedAt > CODE_LIVES_MS) throw badCode(36007, 'This authorization code has expired.');
  if (code.redirectUri !== given.redirect_uri) {
    throw badCode(
      36008,
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    );
  }
  code.used = true;
  return issueToken(world, { kind: 'user', person: code.person, longLived: false });
}

function lengthen(world: World, given: string): Token {
  const token = world.state.tokens[given];
  if (!token || token.kind !== 'user') throw badParam('fb_exchange_token must be a valid user access token');
  const trouble = troubleOf(world, token);
  if (trouble) throw trouble;
  return issueToken(world, { kind: 'user', person: token.person, longLived: true });
}

function spoken(world: World, token: Token) {
  const expires_in = Math.round((token.expiresAt - world.now()) / 1000);
  return { access_token: token.token, token_type: 'bearer', expires_in };
}

function badCode(subcode: number, message: string): GraphError {
  return new GraphError({ code: 100, subcode, message });
}
