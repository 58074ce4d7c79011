import { formOf, type Call, type Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import { oldError } from '../problems.ts';
import type { XWorld } from '../x-world.ts';
import { authorizePage, wrongPage } from './authorize-page.ts';
import type { Callers } from './caller.ts';
import { goBack, html, isCallback, signedInUser, withQuery } from './session.ts';

const WANTS = ['See posts and direct messages of the account', 'Post, answer and send direct messages for it'];
const EXPIRED =
  'The request token for this page is invalid. It may have already been used, or expired because it is too old.';

/** OAuth 1.0a in three legs, and its end. */
export function oauth1Endpoints(world: XWorld, callers: Callers): Endpoint[] {
  const { access } = world;
  return [
    endpoint('POST', '/oauth/request_token', (call) => {
      const header = callers.verified(call, () => undefined);
      if (!header) throw oldError(401, 32, 'Could not authenticate you.');
      const callback = formOf(call).get('oauth_callback') ?? header['oauth_callback'] ?? '';
      if (callback !== 'oob' && !isCallback(callback)) {
        throw oldError(403, 415, 'Callback URL not approved for this client application.');
      }
      const token = access.newRequestToken(callback);
      return form({ oauth_token: token.id, oauth_token_secret: token.secret, oauth_callback_confirmed: 'true' });
    }),
    endpoint('GET', '/oauth/authorize', (call) => ask(world, call)),
    endpoint('GET', '/oauth/authenticate', (call) => ask(world, call)),
    endpoint('POST', '/oauth/authorize', (call) => decide(world, call)),
    endpoint('POST', '/oauth/access_token', (call) => {
      const header = callers.verified(call, (id) => access.requestToken(id)?.secret);
      const token = access.requestToken(header?.['oauth_token'] ?? '');
      const verifier = formOf(call).get('oauth_verifier') ?? header?.['oauth_verifier'];
      if (!header || !token) throw oldError(401, 89, 'Invalid or expired token.');
      access.requestTokens.remove(token.id);
      const user = token.userId === null ? undefined : world.users.get(token.userId);
      if (!user || verifier !== token.verifier) throw oldError(401, 89, 'Invalid or expired token.');
      const { id, secret } = access.userTokenFor(user.id);
      return form({ oauth_token: id, oauth_token_secret: secret, user_id: user.id, screen_name: user.username });
    }),
    endpoint('POST', '/1.1/oauth/invalidate_token', (call) => {
      const header = callers.verified(call, (id) => access.userTokens.get(id)?.secret);
      const token = header?.['oauth_token'];
      if (token === undefined || !access.userTokens.remove(token)) throw oldError(401, 89, 'Invalid or expired token.');
      return { json: { access_token: token } };
    }),
  ];
}

/** With `force_login=true` everybody is to choose from, also when somebody is signed in. */
function ask(world: XWorld, call: Call): Reply {
  const token = world.access.requestToken(call.query.get('oauth_token') ?? '');
  if (!token || token.verifier !== null) return html(wrongPage(EXPIRED), 403);
  const forced = call.query.get('force_login') === 'true';
  const again = new URLSearchParams({ oauth_token: token.id, force_login: 'true' });
  return html(
    authorizePage(world, {
      action: '/oauth/authorize',
      fields: { oauth_token: token.id },
      wants: WANTS,
      signedIn: forced ? undefined : signedInUser(world, call),
      chooseAgain: `/oauth/authorize?${again}`,
    }),
  );
}

function decide(world: XWorld, call: Call): Reply {
  const given = formOf(call);
  const token = world.access.requestToken(given.get('oauth_token') ?? '');
  const user = world.users.get(given.get('user_id') ?? '');
  if (!token || token.verifier !== null) return html(wrongPage(EXPIRED), 403);
  if (given.get('answer') !== 'allow') {
    world.access.requestTokens.remove(token.id);
    return token.callback === 'oob'
      ? html(wrongPage('You denied access.'))
      : goBack(withQuery(token.callback, { denied: token.id }));
  }
  if (!user) return html(wrongPage('Choose an account first.'), 400);
  const verifier = world.access.allowRequest(token, user.id);
  world.tell(`@${user.username} let the app in.`);
  if (token.callback === 'oob') return html(wrongPage(`Your PIN is ${verifier}`));
  return goBack(withQuery(token.callback, { oauth_token: token.id, oauth_verifier: verifier }), user);
}

/** X answers these with a form that says it is HTML. */
function form(values: Record<string, string>): Reply {
  return { headers: { 'Content-Type': 'text/html;charset=utf-8' }, bytes: new URLSearchParams(values).toString() };
}
