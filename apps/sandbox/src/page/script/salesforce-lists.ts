/** The left pane: who one is and which kinds of records there are. The middle pane: records of one kind. */
export const salesforceLists = String.raw`
import { $, el, fill, when } from './dom.js';

export function showKinds(state) {
  const who = el('select', { 'data-key': 'as', onchange: () => state.be(who.value) },
    state.users.map(({ username, name, profile }) => el('option', { value: username, selected: username === state.as }, name + ' (' + profile + ')')));
  fill($('people'),
    el('div', { class: 'you' }, el('label', {}, 'User of Larkspur Coffee', who)),
    el('h3', { class: 'section' }, 'Records'),
    el('ul', { class: 'rows', role: 'list' }, state.kinds.map((kind) => entry(state, kind.name, kind.labelPlural, String(kind.count)))),
    el('h3', { class: 'section' }, 'Salesforce itself'),
    el('ul', { class: 'rows', role: 'list' }, entry(state, 'service', 'The service', state.users.some(({ connected }) => connected) ? 'connected' : '')));
}

function entry(state, type, name, what) {
  return el('li', {}, el('a', { class: 'row kind', href: '#/' + type, 'data-key': 'kind-' + type, 'aria-current': state.type === type ? 'true' : null },
    el('strong', { class: 'who' }, name), el('span', { class: 'what' }, what)));
}

export function showRecords(state) {
  const { kind } = state;
  if (state.type === 'service') return fill($('mailbox'), head('Salesforce itself', 'What it does to the desk'), serviceFacts(state));
  if (!kind) return fill($('mailbox'), el('p', { class: 'empty' }, 'Choose a kind of record on the left.'));
  const find = el('input', { type: 'search', 'data-key': 'find', value: state.find, autocomplete: 'off', oninput: () => state.search(find.value) });
  const rows = kind.items.map((one) => el('li', {}, el('a', {
    class: 'row here', href: '#/' + kind.name + '/' + one.id, 'data-key': one.id, 'data-deleted': one.deleted, 'aria-current': state.id === one.id ? 'true' : null,
  }, el('strong', { class: 'who' }, el('bdi', {}, one.name)), when(one.at), el('span', { class: 'what' }, el('bdi', {}, one.deleted ? 'in the recycle bin' : one.what)))));
  fill($('mailbox'), head(kind.labelPlural, kind.total + ' in all, the latest change first',
    kind.rights.create ? el('a', { class: 'button quiet', href: '#/' + kind.name + '/new', 'data-key': 'new' }, 'New') : null,
    el('div', { class: 'find-record wide' }, el('label', {}, 'Find', find))),
    rows.length > 0 ? el('ul', { class: 'rows', role: 'list' }, rows) : el('p', { class: 'empty' }, 'Nothing here.'));
}

function head(name, what, ...more) {
  return el('div', { class: 'pane-head' },
    el('div', { class: 'wide back' }, el('a', { class: 'button quiet', href: '#/' }, '← Records')),
    el('div', {}, el('h2', {}, name), el('span', { class: 'what' }, what)), more);
}

function serviceFacts(state) {
  const { service, setup } = state;
  const fact = (name, value) => el('li', {}, name + ' ', el('code', {}, value));
  return el('div', { class: 'levers' },
    el('ul', { class: 'facts' }, fact('Address', service.url), fact('Client id', 'sandbox-salesforce-client'), fact('Calls in 24 hours', setup.used + ' of ' + setup.dailyCalls), fact('Its clock', new Date(service.now).toLocaleString())),
    el('div', {}, el('a', { class: 'button primary', href: '#/service/levers', 'data-key': 'levers' }, 'Pull its levers')));
}
`;
