/** The right pane: direct messages between two. */
export const xChat = String.raw`
import { act } from './x-api.js';
import { avatar, name } from './x-lists.js';
import { pictures } from './x-posts.js';
import { writeBox } from './write-box.js';
import { $, el, fill, when } from './dom.js';

export function showChat(state, other) {
  const me = state.me();
  const messages = me.messages.filter((one) => one.with === other.username);
  const before = $('reading').querySelector('.bubbles');
  const low = !before || before.scrollHeight - before.scrollTop - before.clientHeight < 40;
  const bubbles = el('ol', { class: 'bubbles', 'aria-label': 'Messages', tabindex: '0' }, messages.map((one) => bubble(one, me, other)));
  fill($('reading'), el('div', { class: 'chat' }, head(me, other), bubbles, writeBox({
    key: 'chat-' + me.username + '-' + other.username, label: 'Message to ' + other.name, button: 'Send', files: true,
    send: (text, files) => act({ kind: 'message', as: me.username, to: other.username, text }, files), redraw: state.redraw })));
  bubbles.scrollTop = low ? bubbles.scrollHeight : before.scrollTop;
}

function head(me, other) {
  return el('header', { class: 'chat-head' },
    el('a', { class: 'button quiet back', href: '#/' + me.username }, '←', el('span', { class: 'hidden' }, ' Back')),
    avatar(other.username),
    el('div', {}, el('h2', {}, name(other)), el('span', { class: 'what' }, other.dmOpen ? '@' + other.username : '@' + other.username + ' takes messages only from people they follow or wrote to')));
}

function bubble(message, me, other) {
  return el('li', { class: 'bubble', 'data-mine': message.mine },
    message.text ? el('p', { class: 'words', dir: 'auto' }, message.text) : null,
    pictures(message.media),
    el('div', { class: 'line' }, el('span', { class: 'hidden' }, message.mine ? me.name : other.name), when(message.createdAt)));
}
`;
