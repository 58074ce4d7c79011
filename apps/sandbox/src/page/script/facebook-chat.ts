/** The right pane: Messenger between one person and one page, seen from either side. */
export const facebookChat = String.raw`
import { focusOn, pictures, run } from './facebook-feed.js';
import { forget, writeBox } from './facebook-write.js';
import { $, el, fill, when } from './dom.js';

const THUMB = '369239263222822';
const FACES = { like: '👍', love: '❤', care: '🤗', haha: '😆', wow: '😮', sad: '😢', angry: '😠' };
const WINDOWS = { open: 'The page may answer freely', 'human-agent': 'Only a human agent may answer', closed: 'The page may not answer any more' };

export function showChat(state, page, personId) {
  const conversation = state.conversations.find((one) => one.page === page.id && one.person === personId);
  const other = state.page() ? state.person(personId) : page;
  const before = $('reading').querySelector('.bubbles');
  const low = !before || before.scrollHeight - before.scrollTop - before.clientHeight < 40;
  const bubbles = el('ol', { class: 'bubbles', 'aria-label': 'Messages', tabindex: '0' }, (conversation?.messages ?? []).map((one) => bubble(state, one)));
  fill($('reading'), el('div', { class: 'chat' }, head(state, other, conversation), bubbles, composer(state, page, personId)));
  bubbles.scrollTop = low ? bubbles.scrollHeight : before.scrollTop;
}

/** The page's owner may let another app answer: the desk then only listens in. */
function handOver(state, conversation) {
  if (!state.page() || !conversation) return null;
  const { page, person, standby } = conversation;
  return el('button', { type: 'button', class: 'quiet over', 'data-key': 'over', onclick: () => run('hand-over', { page, person, standby: !standby }) },
    standby ? 'Give it to the desk' : 'Give it to another app');
}

function head(state, other, conversation) {
  const window = conversation?.personWroteAt ? WINDOWS[conversation.window] : 'The person has to write first';
  return el('header', { class: 'chat-head' },
    el('a', { class: 'button quiet back', href: '#/' + state.who }, '←', el('span', { class: 'hidden' }, ' Back')),
    el('img', { class: 'avatar', src: other.pictureUrl, alt: '' }),
    el('div', {}, el('h2', {}, el('bdi', {}, other.name)), el('span', { class: 'what' }, conversation?.standby ? 'Another app owns this thread' : window)),
    handOver(state, conversation));
}

function bubble(state, one) {
  const mine = one.author.kind === (state.page() ? 'page' : 'person');
  const verb = (name, key, done) => el('button', { type: 'button', class: 'small', 'data-key': key + '-' + one.id, onclick: done }, name);
  return el('li', { class: 'bubble', 'data-mine': mine },
    state.editing === one.id ? editBox(state, one) : one.text ? el('p', { class: 'words', dir: 'auto' }, one.text) : null,
    pictures(one.files),
    el('div', { class: 'line' }, el('span', { class: 'hidden' }, one.author.name), when(one.at),
      one.viaApp ? el('span', { class: 'badge' }, one.tag ? 'by the desk, ' + one.tag : 'by the desk') : null,
      one.edits > 0 ? 'edited' : null,
      one.reactions.map(({ by, type }) => el('span', { class: 'badge', title: by }, FACES[type] ?? type)),
      mine && !one.viaApp && one.text ? verb('Edit', 'edit', () => { state.editing = one.id; state.redraw(); focusOn('edit-' + one.id); }) : null,
      mine && !one.viaApp ? verb('Unsend', 'unsend', () => run('delete', { id: one.id })) : null,
      mine ? null : heart(state, one)));
}

function heart(state, one) {
  const given = one.reactions.some(({ type }) => type === 'love');
  return el('button', { type: 'button', class: 'small', 'data-key': 'love-' + one.id, 'aria-pressed': String(given),
    onclick: () => run('react', { as: state.as(), id: one.id, type: given ? undefined : 'love' }) }, given ? 'Take ❤ back' : '❤ Love');
}

function composer(state, page, personId) {
  const fields = { as: state.as(), page: page.id, person: state.page() ? personId : undefined };
  const thumb = el('button', { type: 'button', class: 'small', 'data-key': 'thumb', onclick: () => run('messages', { ...fields, text: '', sticker: THUMB }) }, 'Send a thumb');
  return writeBox({ key: 'chat-' + state.who + '-' + page.id + '-' + personId, label: 'Message', placeholder: 'Aa', button: 'Send', act: 'messages',
    field: 'text', fields, files: true, accept: '*/*', extra: state.page() ? null : thumb, redraw: state.redraw });
}

function editBox(state, one) {
  const key = 'edit-' + one.id;
  const close = () => { state.editing = null; forget(key); state.redraw(); };
  return writeBox({ key, text: one.text, label: 'New words', button: 'Save', act: 'edit', field: 'message', fields: { id: one.id }, redraw: state.redraw, cancel: close, done: close });
}
`;
