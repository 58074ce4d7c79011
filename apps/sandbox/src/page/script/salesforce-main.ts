/** Where one is (the address bar), what is known, and what happens live. */
export const salesforceMain = String.raw`
import * as api from './salesforce-api.js';
import { showKinds, showRecords } from './salesforce-lists.js';
import { forget, showRecord, typing } from './salesforce-record.js';
import { showService } from './salesforce-service.js';
import { $, el, fill } from './dom.js';
import { attempt, follow, refresher } from './live.js';

const state = {
  as: 'erin@larkspur.example', find: '', type: null, id: null,
  users: [], kinds: [], kind: null, record: null, service: {}, setup: {}, violations: [], calls: [],
  be(username) { state.as = username; forget(); attempt(refresh)(); },
  search(words) { state.find = words; attempt(refresh)(); },
  redraw: () => draw(),
};

/** #/Case, #/Case/500…, #/Case/new, #/service/levers */
async function go() {
  const [type = null, id = null] = location.hash.slice(2).split('/').filter(Boolean).map(decodeURIComponent);
  if (type !== state.type) state.find = '';
  Object.assign(state, { type, id, record: null });
  document.body.dataset.pane = id ? 'mail' : type ? 'mailbox' : 'people';
  await refresh();
  $('reading').scrollTop = 0;
}

const refresh = refresher(async () => {
  const { type, id, as, find } = state;
  const known = await api.look(as);
  const isKind = type && type !== 'service';
  const kind = isKind ? await api.kind(type, as, find) : null;
  const record = isKind && id && id !== 'new' ? await api.record(id, as) : null;
  if (type === 'service') Object.assign(state, await service());
  if (type !== state.type || id !== state.id || as !== state.as) return 'again';
  Object.assign(state, known, { kind, record });
  draw();
});

async function service() {
  const [service, setup, violations, calls] = await Promise.all(['state', 'setup', 'violations', 'log'].map(api.control));
  return { service, setup, violations: violations.items, calls: calls.items };
}

function draw() {
  showKinds(state);
  showRecords(state);
  const { type, id, kind, record } = state;
  if (type === 'service' && id) return showService(state);
  if (id && typing(id)) return;
  if (record) return showRecord(state, record);
  if (kind && id === 'new') return showRecord(state, { id: 'new', kind, fields: kind.fields, deleted: false });
  fill($('reading'), el('p', { class: 'empty' }, 'Records open here.'));
}

addEventListener('salesforce-changed', attempt(refresh));
addEventListener('hashchange', attempt(go));
await attempt(go)();
follow(refresh, ({ service }) => service === 'salesforce');
`;
