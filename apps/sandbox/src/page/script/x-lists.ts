/** The left pane: who one can be. The middle pane: where that account can go. */
export const xLists = String.raw`
import { act } from './x-api.js';
import { $, el, fill, toast, when } from './dom.js';

export const avatar = (username, large) =>
  el('img', { class: large ? 'avatar large' : 'avatar', src: '/api/x/avatars/' + encodeURIComponent(username), alt: '' });

export const name = (user) => [el('bdi', {}, user.name), user.verified ? el('span', { class: 'seal' }, ' ✓', el('span', { class: 'hidden' }, ' verified')) : null];

export function showPeople(state) {
  const people = state.users.filter(({ kind }) => kind === 'person');
  fill($('people'),
    el('h3', { class: 'section' }, 'A customer'),
    el('ul', { class: 'rows x-rows', role: 'list' }, people.map((one) => entry(state, one, '@' + one.username))),
    el('h3', { class: 'section' }, 'A brand, in X’s own app'),
    el('ul', { class: 'rows x-rows', role: 'list' }, state.brands().map((one) => entry(state, one, one.connected ? 'connected to the desk' : 'not connected yet'))),
    el('h3', { class: 'section' }, 'X itself'),
    el('ul', { class: 'rows x-rows', role: 'list' }, el('li', {}, el('a', { class: 'row', href: '#/service', 'data-key': 'who-service', 'aria-current': state.who === 'service' ? 'true' : null },
      el('span', { class: 'face', 'aria-hidden': 'true' }, 'X'), el('strong', { class: 'who' }, 'The service'), el('span'),
      el('span', { class: 'what' }, state.service.up ? 'limits, tokens, deliveries' : 'is down')))));
}

function entry(state, user, note) {
  return el('li', {}, el('a', { class: 'row', href: '#/' + user.username, 'data-key': 'who-' + user.username, 'aria-current': state.who === user.username ? 'true' : null },
    avatar(user.username), el('strong', { class: 'who' }, name(user)), el('span'), el('span', { class: 'what' }, note)));
}

export function showPlaces(state) {
  if (!state.who) return fill($('mailbox'), el('p', { class: 'empty' }, 'Pick who you are on the left.'));
  if (state.who === 'service') return fill($('mailbox'), head('X itself', 'What it does to the desk'), facts(state));
  const me = state.me();
  if (!me) return fill($('mailbox'), el('p', { class: 'empty' }, 'Nobody on X is called that.'));
  const latest = me.posts.find(({ deleted }) => !deleted);
  fill($('mailbox'), head(me.name, '@' + me.username),
    el('ul', { class: 'rows', role: 'list' },
      place(state, 'timeline', me.username, me.kind === 'brand' ? 'Posts that concern it' : 'Timeline', latest?.text ?? 'Nothing posted yet', latest?.createdAt),
      others(state, me).map((other) => chat(state, me, other))),
    habits(me));
}

function head(title, what) {
  return el('div', { class: 'pane-head' },
    el('div', { class: 'wide back' }, el('a', { class: 'button quiet', href: '#/' }, '← People')),
    el('div', {}, el('h2', {}, el('bdi', {}, title)), el('span', { class: 'what' }, what)));
}

/** A person writes to brands; a brand to those who wrote, and to anybody. */
function others(state, me) {
  if (me.kind === 'person') return state.brands();
  const wrote = (user) => me.messages.some((one) => one.with === user.username);
  return state.users.filter(({ kind }) => kind === 'person').sort((one, other) => wrote(other) - wrote(one));
}

function chat(state, me, other) {
  const last = me.messages.filter((one) => one.with === other.username).at(-1);
  const said = last ? (last.mine ? 'You: ' : '') + (last.text || 'A picture') : 'No direct messages yet';
  return place(state, 'chat-' + other.username, other.username, other.name, said, last?.createdAt);
}

function place(state, where, username, title, what, at) {
  return el('li', {}, el('a', { class: 'row here', href: '#/' + state.who + '/' + where, 'data-key': where, 'aria-current': state.where === where ? 'true' : null },
    avatar(username), el('strong', { class: 'who' }, el('bdi', {}, title)), at ? when(at) : el('span'), el('span', { class: 'what' }, el('bdi', {}, what))));
}

/** What one sets in the settings of X. */
function habits(me) {
  const run = (action) => act(action).catch((error) => toast(error.message));
  const open = el('input', { type: 'checkbox', checked: me.dmOpen, 'data-key': 'open', onchange: (event) =>
    run({ kind: 'profile', as: me.username, changes: { dmOpen: event.target.checked } }) });
  return el('div', { class: 'levers' },
    el('form', {}, el('label', { class: 'check' }, open, 'Takes messages from everybody')),
    me.connected ? el('button', { type: 'button', class: 'quiet', 'data-key': 'remove-app', onclick: () => run({ kind: 'remove-app', as: me.username }) }, 'Remove the desk’s app') : null);
}

function facts(state) {
  const fact = (title, value) => el('li', {}, title + ' ', el('code', {}, value));
  return el('div', { class: 'empty' },
    el('ul', { class: 'facts' }, fact('The API', state.service.url), fact('Its clock', new Date(state.service.now).toLocaleString()), fact('Events arrive', state.service.manner.kind)),
    el('a', { class: 'button primary', href: '#/service/levers', 'data-key': 'levers' }, 'Pull its levers'));
}
`;
