/** Where one is (the address bar), what is known, and what happens live. */
export const main = String.raw`
import * as api from './api.js';
import { showCompose } from './compose.js';
import { $, toast } from './dom.js';
import { attempt, follow, refresher } from './live.js';
import { showMail, showNothing } from './mail.js';
import { showMailbox } from './mailbox.js';
import { preparePersonDialog, showPeople } from './people.js';

const state = {
  people: [],
  mails: [],
  behaviours: [],
  deskAddresses: [],
  address: null,
  open: null,
  person: () => state.people.find(({ address }) => address === state.address),
  nameOf: (kind) => state.behaviours.find((one) => one.kind === kind)?.name ?? kind,
  link: (...parts) => '#/' + [state.address, ...parts].filter(Boolean).map(encodeURIComponent).join('/'),
};

/** #/address, #/address/new, #/address/mail, #/address/mail/reply */
async function go() {
  const [address = null, open = null, verb] = location.hash.slice(2).split('/').filter(Boolean).map(decodeURIComponent);
  const moved = address !== state.address;
  Object.assign(state, { address, open });
  if (moved) state.mails = [];
  document.body.dataset.pane = open ? 'mail' : address ? 'mailbox' : 'people';
  if (address && (moved || !state.mails.some(({ id }) => id === open))) await refresh();
  else showLists();
  showReading(verb);
}

function showReading(verb) {
  const mail = state.mails.find(({ id }) => id === state.open);
  if (state.open === 'new' && state.person()) return showCompose(state);
  if (!mail) return showNothing();
  if (verb === 'reply') return showCompose(state, mail);
  showMail(mail, state);
  if (!mail.read) api.markRead(mail.id).catch((error) => toast(error.message));
}

const refresh = refresher(async () => {
  const { address } = state;
  const [people, mails] = await Promise.all([api.people(), address ? api.mails(address) : []]);
  state.people = people;
  if (address === state.address) state.mails = mails;
  showLists();
  return address === state.address ? 'done' : 'again';
});

function showLists() {
  showPeople(state);
  showMailbox(state);
  const unread = state.people.reduce((sum, one) => sum + one.unread, 0);
  document.title = (unread > 0 ? '(' + unread + ') ' : '') + 'Sandbox: you are the customer';
}

Object.assign(state, await api.setting());
preparePersonDialog();
$('find').addEventListener('input', () => showPeople(state));
addEventListener('hashchange', attempt(go));
await refresh();
await go();
follow(refresh, (event) => {
  if (event.kind === 'received' || event.kind === 'refused') toast(event.words);
  return true;
});
`;
