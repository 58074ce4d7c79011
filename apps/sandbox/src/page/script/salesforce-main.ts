/** Where one is (the address bar), what is known, and what happens live. */
export const salesforceMain = String.raw`
import * as api from './salesforce-api.js';
import { showKinds, showRecords } from './salesforce-lists.js';
import { forget, showRecord, typing } from './salesforce-record.js';
import { showService } from './salesforce-service.js';
import { $, el, fill, toast } from './dom.js';

const state = {
  as: 'erin@larkspur.example', find: '', type: null, id: null,
  users: [], kinds: [], kind: null, record: null, service: {}, setup: {}, violations: [], calls: [],
  be(username) { state.as = username; forget(); refresh(); },
  search(words) { state.find = words; refresh(); },
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

let running = null;
let wanted = false;
/** One load at a time; what happens meanwhile causes one more. */
function refresh() {
  wanted = true;
  running ??= run().finally(() => { running = null; });
  return running.catch((error) => toast(error.message));
}

async function run() {
  while (wanted) {
    wanted = false;
    await load();
  }
}

async function load() {
  const { type, id, as, find } = state;
  const known = await api.look(as);
  const isKind = type && type !== 'service';
  const kind = isKind ? await api.kind(type, as, find) : null;
  const record = isKind && id && id !== 'new' ? await api.record(id, as) : null;
  if (type === 'service') Object.assign(state, await service());
  if (type !== state.type || id !== state.id || as !== state.as) { wanted = true; return; }
  Object.assign(state, known, { kind, record });
  draw();
}

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

function follow() {
  const live = $('live');
  const events = new EventSource('/api/events');
  events.onopen = () => {
    live.textContent = 'live';
    live.dataset.on = '';
    refresh();
  };
  events.onerror = () => {
    live.textContent = 'reconnecting';
    delete live.dataset.on;
  };
  events.onmessage = ({ data }) => {
    if (JSON.parse(data).service === 'salesforce') refresh();
  };
}

addEventListener('salesforce-changed', () => refresh());
addEventListener('hashchange', () => go().catch((error) => toast(error.message)));
await go().catch((error) => toast(error.message));
follow();
`;
