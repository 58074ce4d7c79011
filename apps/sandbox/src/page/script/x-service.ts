/** The right pane: what X does to an app. Each lever is one control route. */
export const xService = String.raw`
import { control } from './x-api.js';
import { $, el, fill, toast, when } from './dom.js';

const chosen = { account: 'larkspurcoffee', limited: 'GET /2/users/:id/mentions', minutes: '5', manner: 'promptly' };
const MANNERS = { promptly: 'at once', twice: 'twice', 'out-of-order': 'in the wrong order', late: 'five seconds late', held: 'held back', lost: 'never' };
const LIMITED = {
  'GET /2/users/:id/mentions': 'reading mentions', 'GET /2/dm_events': 'reading messages', 'POST /2/tweets': 'posting',
  'POST /2/dm_conversations/with/:participant/messages': 'sending messages', 'GET /2/tweets/search/recent': 'searching', 'GET /2/users/me': 'asking who it is',
};
const FAULTS = { 'lose-answer': 'Lose its next answer', drop: 'Break its next connection', html: 'Answer 503 in HTML', malformed: 'Answer half a JSON' };

export function showService(state) {
  chosen.manner = state.service.manner.kind;
  fill($('reading'), el('div', { class: 'levers' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: '#/service' }, '← Back')),
    el('h2', {}, 'X itself'),
    lever('Tokens', 'An expired token can be refreshed; a revoked one needs a new sign-in.', accounts(state),
      button('Expire', 'expire', 'token', () => ({ as: chosen.account, how: 'expire' })),
      button('Revoke', 'revoke', 'token', () => ({ as: chosen.account, how: 'revoke' }))),
    lever('Limits', 'The account above has nothing left of one kind of request for a while.',
      pick('limited', 'What', Object.entries(LIMITED)), pick('minutes', 'For', ['1', '5', '15'].map((one) => [one, one + ' min'])),
      button('Limit now', 'limit', 'limit', () => ({ endpoint: chosen.limited, as: chosen.account, resetsInMs: Number(chosen.minutes) * 60000 }), 'Nothing is left of that.')),
    lever('How events arrive', 'Webhook calls may come twice, out of order, late or never.',
      pick('manner', 'Deliver', Object.entries(MANNERS), (kind) => run('deliveries/manner', { kind })),
      button('Ask webhooks who they are', 'check', 'webhooks/check', () => ({})),
      button('Cut the stream', 'stream', 'stream/disconnect', () => ({ how: 'silent' }))),
    lever('The next request', 'Whatever the desk asks next goes wrong once.',
      Object.entries(FAULTS).map(([kind, title]) => button(title, kind, 'fault', () => ({ path: '/2/*', times: 1, effect: { kind } })))),
    lever('The service', state.service.up ? 'It is up.' : 'It is down: nobody can reach it.',
      button(state.service.up ? 'Go down' : 'Come back', 'down', 'down', () => ({ down: state.service.up })),
      button('An hour passes', 'hour', 'clock', () => ({ advanceMs: 3600000 })), button('A day passes', 'day', 'clock', () => ({ advanceMs: 86400000 })),
      button('The right time again', 'now', 'clock', () => ({ reset: true })),
      button('Forget everything', 'reset', 'reset', () => ({}))),
    el('section', { class: 'sheet' }, el('h3', {}, 'Requests made although none was left'), violations(state)),
    el('section', { class: 'sheet' }, el('h3', {}, 'Requests of the desk, newest first'), calls(state))));
}

function accounts(state) {
  return pick('account', 'Account', state.brands().map(({ username, connected }) => [username, '@' + username + (connected ? ' (connected)' : '')]));
}

function lever(title, what, ...controls) {
  return el('section', { class: 'sheet' }, el('h3', {}, title), el('p', { class: 'what' }, what), el('div', { class: 'row-of' }, controls));
}

function button(title, key, path, value, done = 'Done.') {
  return el('button', { type: 'button', class: 'quiet', 'data-key': 'lever-' + key, onclick: () => run(path, value(), done) }, title);
}

async function run(path, value, done = 'Done.') {
  try {
    await control(path, value);
    toast(done);
  } catch (error) {
    toast(error.message);
  }
}

function pick(field, label, options, done) {
  const select = el('select', { 'data-key': 'pick-' + field, onchange: () => { chosen[field] = select.value; done?.(select.value); } },
    options.map(([value, title]) => el('option', { value, selected: value === chosen[field] }, title)));
  return el('label', {}, label, select);
}

function violations(state) {
  if (state.violations.length === 0) return el('p', { class: 'what' }, 'Nothing so far.');
  return el('ul', { class: 'facts' }, state.violations.slice(-20).reverse().map((one) => el('li', {}, when(one.at), ' ', el('span', { class: 'badge warn' }, one.window), ' ', el('code', {}, one.endpoint))));
}

function calls(state) {
  if (state.calls.length === 0) return el('p', { class: 'what' }, 'None yet.');
  return el('ul', { class: 'facts' }, state.calls.slice(-25).reverse().map((one) =>
    el('li', {}, when(one.at), ' ', el('code', {}, one.method + ' ' + one.path), ' ', el('span', { class: one.status === null || one.status >= 400 ? 'badge warn' : 'badge' }, String(one.status ?? 'no answer')))));
}
`;
