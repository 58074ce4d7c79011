/** The left pane: who one can be. The middle pane: where that person can go. */
export const facebookLists = String.raw`
import { $, el, fill, when } from './dom.js';

export function showPeople(state) {
  fill($('people'),
    el('h3', { class: 'section' }, 'A person'),
    el('ul', { class: 'rows', role: 'list' }, state.customers().map((one) => entry(state, one.id, one.name, note(one), one.pictureUrl))),
    el('h3', { class: 'section' }, 'The page’s owner, in Facebook’s own app'),
    el('ul', { class: 'rows', role: 'list' }, state.world.pages.map((page) => entry(state, 'page-' + page.id, page.name, '@' + page.username, page.pictureUrl))),
    el('h3', { class: 'section' }, 'Facebook itself'),
    el('ul', { class: 'rows', role: 'list' }, entry(state, 'service', 'The service', serviceNote(state.world.app))));
}

function note(person) {
  if (person.gone) return 'account deleted';
  return person.unavailable ? 'takes no messages' : person.about;
}

function serviceNote(app) {
  return app.subscriptions.length > 0 ? 'tells the desk what happens' : 'no desk listens yet';
}

function entry(state, who, name, what, picture) {
  return el('li', {}, el('a', { class: 'row', href: '#/' + who, 'data-key': 'who-' + who, 'aria-current': state.who === who ? 'true' : null },
    picture ? el('img', { class: 'avatar', src: picture, alt: '' }) : el('span', { class: 'face', 'aria-hidden': 'true' }, 'f'),
    el('strong', { class: 'who' }, el('bdi', {}, name)), el('span'),
    el('span', { class: 'what' }, what)));
}

export function showPlaces(state) {
  if (!state.who) return fill($('mailbox'), el('p', { class: 'empty' }, 'Pick who you are on the left.'));
  if (state.who === 'service') return fill($('mailbox'), head('Facebook itself', 'What it does to the desk'), serviceFacts(state));
  fill($('mailbox'), head(state.name(), state.page() ? 'In Facebook’s own app' : 'On Facebook'),
    el('ul', { class: 'rows', role: 'list' }, state.page() ? ownerPlaces(state) : personPlaces(state)));
}

function head(name, what) {
  return el('div', { class: 'pane-head' },
    el('div', { class: 'wide back' }, el('a', { class: 'button quiet', href: '#/' }, '← People')),
    el('div', {}, el('h2', {}, el('bdi', {}, name)), el('span', { class: 'what' }, what)));
}

function personPlaces(state) {
  return state.world.pages.flatMap((page) => {
    const conversation = state.conversations.find((one) => one.page === page.id);
    return [place(state, 'wall-' + page.id, page.name, 'Posts and comments', page.pictureUrl),
      place(state, 'chat-' + page.id, 'Messenger with ' + page.name, latest(conversation), page.pictureUrl, conversation?.messages.at(-1)?.at)];
  });
}

function ownerPlaces(state) {
  const page = state.page();
  const chats = state.conversations.map((one) => {
    const person = state.person(one.person);
    return place(state, 'chat-' + one.person, 'Messenger with ' + (person?.name ?? one.person), latest(one), person?.pictureUrl, one.messages.at(-1)?.at);
  });
  return [place(state, 'wall-' + page.id, page.name, 'Posts and comments', page.pictureUrl), ...chats];
}

function latest(conversation) {
  const last = conversation?.messages.at(-1);
  return last ? last.text || 'A picture' : 'Nothing written yet';
}

function place(state, where, name, what, picture, at) {
  return el('li', {}, el('a', { class: 'row here', href: '#/' + state.who + '/' + where, 'data-key': where, 'aria-current': state.where === where ? 'true' : null },
    el('img', { class: 'avatar', src: picture, alt: '' }),
    el('strong', { class: 'who' }, el('bdi', {}, name)), at ? when(at) : el('span'),
    el('span', { class: 'what' }, el('bdi', {}, what))));
}

function serviceFacts(state) {
  const { app } = state.world;
  const fact = (name, value) => el('li', {}, name + ' ', el('code', {}, value));
  return el('div', { class: 'levers' },
    el('ul', { class: 'facts' }, fact('App', app.id), fact('Secret', app.secret), fact('Graph API', state.service.url), fact('Its clock', new Date(state.service.now).toLocaleString()),
      app.subscriptions.map((one) => fact('Tells ' + one.object + ' events to', one.callbackUrl))),
    el('div', {}, el('a', { class: 'button primary', href: '#/service/levers', 'data-key': 'levers' }, 'Pull its levers')));
}
`;
