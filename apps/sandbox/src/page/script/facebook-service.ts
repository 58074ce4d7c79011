/** The right pane: what Facebook does to an app. Each lever is one control route. */
export const facebookService = String.raw`
import { run } from './facebook-feed.js';
import { el } from './dom.js';
import { button, calls, lever, pick, showLevers, violations } from './levers.js';

const chosen = { person: 'noor', permission: 'pages_messaging', code: '32', minutes: '5', manner: 'promptly' };
const MANNERS = { promptly: 'at once', twice: 'twice', 'out-of-order': 'in the wrong order', late: 'five seconds late', held: 'held back', lost: 'never' };
const CODES = { 4: 'the app (4)', 17: 'the person (17)', 32: 'the page (32)', 613: 'this call (613)', 80001: 'the page’s business (80001)', 80006: 'Messenger (80006)' };
const TOKENS = { 'remove-app': 'Remove the app', 'new-password': 'New password', 'sign-out': 'Sign out everywhere', checkpoint: 'Security check', 'checkpoint-passed': 'Check passed', expire: 'Expire' };
const PERMISSIONS = ['pages_messaging', 'pages_read_user_content', 'pages_read_engagement', 'pages_manage_engagement', 'pages_manage_metadata', 'pages_show_list'];

export function showService(state) {
  chosen.manner = state.service.manner.kind;
  const people = state.world.people.filter(({ appRole }) => appRole);
  showLevers('Facebook itself',
    webhook(state),
    lever('Who connected the desk', 'Their tokens die, each in its own way; the desk must notice and ask for a new connection.',
      pick(chosen, 'person', 'Person', people.map(({ id, name, connected }) => [id, name + (connected ? ' (connected)' : '')])),
      Object.entries(TOKENS).map(([kind, name]) => button(name, 'tokens-' + kind, () => run('tokens', { person: chosen.person, kind })))),
    lever('What they allowed', 'Permissions can be taken back one by one.',
      pick(chosen, 'permission', 'Permission', PERMISSIONS.map((name) => [name, name])),
      button('Take back', 'take', () => run('permissions', { person: chosen.person, permission: chosen.permission, granted: false })),
      button('Give again', 'give', () => run('permissions', { person: chosen.person, permission: chosen.permission, granted: true }))),
    accounts(state),
    lever('How events arrive', 'Webhook calls may come twice, out of order, late or never.',
      pick(chosen, 'manner', 'Deliver', Object.entries(MANNERS), (kind) => run('deliveries/manner', { kind })),
      button('Put 2 s of events into one call', 'batch', () => run('batch', { milliseconds: 2000 })),
      button('One call each', 'single', () => run('batch', { milliseconds: 0 }))),
    lever('Limits', 'Every call of the desk is refused for a while.',
      pick(chosen, 'code', 'Limit', Object.entries(CODES)), pick(chosen, 'minutes', 'For', ['1', '5', '60'].map((one) => [one, one + ' min'])),
      button('Limit now', 'limit', () => run('limit', { code: Number(chosen.code), minutes: Number(chosen.minutes) })),
      button('End it', 'limit-end', () => run('limit/end', {}))),
    lever('The service', state.service.up ? 'It is up.' : 'It is down: nobody can reach it.',
      state.service.up ? button('Go down', 'down', () => run('down', { down: true })) : button('Come back', 'down', () => run('down', { down: false })),
      button('An hour passes', 'hour', () => run('clock', { advanceMs: 3600000 })), button('A day passes', 'day', () => run('clock', { advanceMs: 86400000 })),
      button('The right time again', 'now', () => run('clock', { reset: true })),
      button('Forget everything', 'reset', () => run('reset', {}))),
    violations('What a well-behaved app never does', state.violations),
    calls('Calls of the desk, newest first', state.calls));
}

/** Anybody can leave Facebook, refuse messages, or join. */
function accounts(state) {
  const one = state.person(chosen.account) ?? state.world.people.at(-1);
  chosen.account = one.id;
  const save = (change) => run('people', { id: one.id, ...change });
  const name = el('input', { 'data-key': 'join-name', autocomplete: 'off', value: chosen.name ?? '', oninput: () => { chosen.name = name.value; } });
  return lever('People', 'Somebody who left stays without a name in what they wrote; somebody may take no messages; somebody new may come.',
    pick(chosen, 'account', 'Account', state.world.people.map(({ id, name }) => [id, name]), () => state.redraw()),
    button(one.gone ? 'Bring back' : 'Delete the account', 'gone', () => save({ gone: !one.gone })),
    button(one.unavailable ? 'Take messages again' : 'Take no messages', 'unavailable', () => save({ unavailable: !one.unavailable })),
    el('label', {}, 'Name of somebody new', name),
    button('Join', 'join', () => { chosen.name = ''; run('people', { id: 'new-' + Date.now().toString(36), name: name.value, about: 'New here' }); }));
}

function webhook(state) {
  const { subscriptions } = state.world.app;
  const address = el('input', { type: 'url', 'data-key': 'hook-address', value: chosen.address ?? subscriptions[0]?.callbackUrl ?? '', oninput: () => { chosen.address = address.value; } });
  const token = el('input', { 'data-key': 'hook-token', autocomplete: 'off', value: chosen.token ?? '', oninput: () => { chosen.token = token.value; } });
  const heard = subscriptions.map(({ object, fields }) => object + ': ' + fields.length + ' fields').join(', ');
  return lever('Where events go', heard ? 'The desk hears ' + heard + ', of each page that it subscribed to.' : 'Nobody hears anything yet.',
    el('label', {}, 'Address', address), el('label', {}, 'Verify token', token),
    button('Verify and save', 'dashboard', () => run('dashboard', { callbackUrl: address.value, verifyToken: token.value })));
}
`;
