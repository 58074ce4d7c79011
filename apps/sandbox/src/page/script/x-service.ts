/** The right pane: what X does to an app. Each lever is one control route. */
export const xService = String.raw`
import { control } from './x-api.js';
import { el, toast, when } from './dom.js';
import { button, calls, lever, pick, showLevers, violations } from './levers.js';

const chosen = { account: 'larkspurcoffee', limited: 'GET /2/users/:id/mentions', minutes: '5', manner: 'promptly' };
const MANNERS = { promptly: 'at once', twice: 'twice', 'out-of-order': 'in the wrong order', late: 'five seconds late', held: 'held back', lost: 'never' };
const LIMITED = {
  'GET /2/users/:id/mentions': 'reading mentions', 'GET /2/dm_events': 'reading messages', 'POST /2/tweets': 'posting',
  'POST /2/dm_conversations/with/:participant/messages': 'sending messages', 'GET /2/tweets/search/recent': 'searching', 'GET /2/users/me': 'asking who it is',
};
const FAULTS = { 'lose-answer': 'Lose its next answer', drop: 'Break its next connection', html: 'Answer 503 in HTML', malformed: 'Answer half a JSON' };

export function showService(state) {
  chosen.manner = state.service.manner.kind;
  showLevers('X itself',
    lever('Tokens', 'An expired token can be refreshed; a revoked one needs a new sign-in.', accounts(state),
      button('Expire', 'expire', () => run('token', { as: chosen.account, how: 'expire' })),
      button('Revoke', 'revoke', () => run('token', { as: chosen.account, how: 'revoke' }))),
    lever('Limits', 'The account above has nothing left of one kind of request for a while.',
      pick(chosen, 'limited', 'What', Object.entries(LIMITED)), pick(chosen, 'minutes', 'For', ['1', '5', '15'].map((one) => [one, one + ' min'])),
      button('Limit now', 'limit', () => run('limit', { endpoint: chosen.limited, as: chosen.account, resetsInMs: Number(chosen.minutes) * 60000 }, 'Nothing is left of that.'))),
    lever('How events arrive', 'Webhook calls may come twice, out of order, late or never.',
      pick(chosen, 'manner', 'Deliver', Object.entries(MANNERS), (kind) => run('deliveries/manner', { kind })),
      button('Ask webhooks who they are', 'check', () => run('webhooks/check', {})),
      button('Cut the stream', 'stream', () => run('stream/disconnect', { how: 'silent' }))),
    lever('The next request', 'Whatever the desk asks next goes wrong once.',
      Object.entries(FAULTS).map(([kind, title]) => button(title, kind, () => run('fault', { path: '/2/*', times: 1, effect: { kind } })))),
    lever('The service', state.service.up ? 'It is up.' : 'It is down: nobody can reach it.',
      button(state.service.up ? 'Go down' : 'Come back', 'down', () => run('down', { down: state.service.up })),
      button('An hour passes', 'hour', () => run('clock', { advanceMs: 3600000 })), button('A day passes', 'day', () => run('clock', { advanceMs: 86400000 })),
      button('The right time again', 'now', () => run('clock', { reset: true })),
      button('Forget everything', 'reset', () => run('reset', {}))),
    violations('Requests made although none was left', state.violations, (one) => [when(one.at), ' ', el('span', { class: 'badge warn' }, one.window), ' ', el('code', {}, one.endpoint)]),
    calls('Requests of the desk, newest first', state.calls));
}

function accounts(state) {
  return pick(chosen, 'account', 'Account', state.brands().map(({ username, connected }) => [username, '@' + username + (connected ? ' (connected)' : '')]));
}

async function run(path, value, done = 'Done.') {
  try {
    await control(path, value);
    toast(done);
  } catch (error) {
    toast(error.message);
  }
}
`;
