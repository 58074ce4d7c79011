/** Where one is (the address bar), what is known, and what happens live. */
export const xMain = String.raw`
import * as api from './x-api.js';
import { showChat } from './x-chat.js';
import { showPeople, showPlaces } from './x-lists.js';
import { showTimeline } from './x-posts.js';
import { showService } from './x-service.js';
import { $, el, fill } from './dom.js';
import { attempt, follow, refresher } from './live.js';

const state = {
  users: [], account: null, violations: [], calls: [],
  service: { manner: { kind: 'promptly' }, up: true },
  who: null, where: null, editing: null, answering: null, how: 'reply',
  me: () => (state.account?.username === state.who ? state.account : undefined),
  brands: () => state.users.filter(({ kind }) => kind === 'brand'),
  postById: (id) => state.account?.posts.find((post) => post.id === id),
  redraw: () => draw(),
};

/** #/who, #/who/timeline, #/who/chat-other, #/service/levers */
async function go() {
  const [who = null, where = null] = location.hash.slice(2).split('/').filter(Boolean).map(decodeURIComponent);
  Object.assign(state, { who, where, editing: null, answering: null });
  document.body.dataset.pane = where ? 'mail' : who ? 'mailbox' : 'people';
  await refresh();
  $('reading').scrollTop = 0;
}

const refresh = refresher(async () => {
  const { who } = state;
  const [users, service] = await Promise.all([api.users(), api.look('state')]);
  Object.assign(state, { users, service });
  if (users.some(({ username }) => username === who)) state.account = await api.user(who);
  if (who === 'service') [state.violations, state.calls] = await Promise.all([api.list('violations'), api.list('log')]);
  if (who !== state.who) return 'again';
  draw();
});

function draw() {
  showPeople(state);
  showPlaces(state);
  const { who, where } = state;
  if (who === 'service' && where) return showService(state);
  const other = state.users.find(({ username }) => where === 'chat-' + username);
  if (state.me() && where === 'timeline') return showTimeline(state);
  if (state.me() && other) return showChat(state, other);
  fill($('reading'), el('p', { class: 'empty' }, 'Posts and messages open here.'));
}

function prepareJoining() {
  const dialog = $('join-dialog');
  const form = $('join-form');
  $('join').addEventListener('click', () => {
    form.reset();
    $('join-problem').hidden = true;
    dialog.showModal();
  });
  $('join-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, username, followers } = Object.fromEntries(new FormData(form));
    try {
      const { user } = await api.act({ kind: 'join', name, username: username.replace(/^@/, ''), followers });
      dialog.close();
      location.hash = '#/' + user.username + '/timeline';
    } catch (error) {
      $('join-problem').hidden = false;
      $('join-problem').textContent = error.message;
    }
  });
}

prepareJoining();
addEventListener('x-changed', attempt(refresh));
addEventListener('hashchange', attempt(go));
await attempt(go)();
follow(refresh, ({ service }) => service === 'x');
`;
