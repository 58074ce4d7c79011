/** Where one is (the address bar), what is known, and what happens live. */
export const facebookMain = String.raw`
import * as api from './facebook-api.js';
import { showChat } from './facebook-chat.js';
import { showWall } from './facebook-feed.js';
import { showPeople, showPlaces } from './facebook-lists.js';
import { showService } from './facebook-service.js';
import { $, el, fill } from './dom.js';
import { attempt, follow, refresher } from './live.js';

const state = {
  world: { app: { subscriptions: [] }, pages: [], people: [] },
  service: { manner: { kind: 'promptly' }, up: true },
  conversations: [], posts: [], violations: [], calls: [],
  who: null, where: null, editing: null, answering: null,
  page: () => state.world.pages.find(({ id }) => state.who === 'page-' + id),
  person: (id) => state.world.people.find((one) => one.id === id),
  customers: () => state.world.people,
  name: () => (state.page() ?? state.person(state.who))?.name ?? '',
  as: () => (state.page() ? 'page' : state.who),
  redraw: () => draw(),
};

/** #/who, #/who/wall-page, #/who/chat-page, #/page-id/chat-person, #/service/levers */
async function go() {
  const [who = null, where = null] = location.hash.slice(2).split('/').filter(Boolean).map(decodeURIComponent);
  Object.assign(state, { who, where, editing: null, answering: null });
  document.body.dataset.pane = where ? 'mail' : who ? 'mailbox' : 'people';
  await refresh();
  if (!where || innerWidth > 800) return;
  $('reading').scrollTop = 0;
}

const refresh = refresher(async () => {
  const { who, where } = state;
  const [world, service] = await Promise.all([api.world(), api.look('state')]);
  Object.assign(state, { world, service });
  const owned = state.page();
  if (state.person(who) || owned) state.conversations = await api.conversations(owned ? { page: owned.id } : { person: who });
  if (where?.startsWith('wall-')) state.posts = await api.posts(where.slice(5));
  if (who === 'service') [state.violations, state.calls] = await Promise.all([api.list('violations'), api.list('log')]);
  if (who !== state.who || where !== state.where) return 'again';
  draw();
});

function draw() {
  showPeople(state);
  showPlaces(state);
  const { who, where } = state;
  if (who === 'service' && where) return showService(state);
  const page = state.page() ?? state.world.pages.find(({ id }) => where?.endsWith(id));
  if (!page || !where || (!state.page() && !state.person(who))) return fill($('reading'), el('p', { class: 'empty' }, 'Pages and conversations open here.'));
  if (where.startsWith('wall-')) return showWall(state, page);
  showChat(state, page, state.page() ? where.slice(5) : who);
}

addEventListener('facebook-changed', attempt(refresh));
addEventListener('hashchange', attempt(go));
await attempt(go)();
follow(refresh, ({ service }) => service === 'facebook');
`;
