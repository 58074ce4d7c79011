/** The middle pane: one person's mails and how the mailbox behaves. */
export const mailbox = String.raw`
import * as api from './api.js';
import { $, el, fill, toast, when } from './dom.js';

export function showMailbox(state) {
  const person = state.person();
  if (!person) {
    return fill($('mailbox'), el('p', { class: 'empty' }, 'Pick someone on the left to open their mailbox.'));
  }
  fill($('mailbox'), head(person, state), state.mails.length > 0 ? list(state) : invitation(person));
}

function head(person, state) {
  const effect = state.behaviours.find(({ kind }) => kind === person.behaviour.kind)?.effect;
  const select = el('select', { 'data-key': 'behaviour', onchange: (event) => choose(person, event.target.value, state) },
    state.behaviours.map(({ kind, name }) => el('option', { value: kind, selected: kind === person.behaviour.kind }, name)));
  return el('div', { class: 'pane-head' },
    el('div', { class: 'wide back' }, el('a', { class: 'button quiet', href: '#/' }, '← People')),
    el('div', {}, el('h2', {}, el('bdi', {}, person.name)), el('span', { class: 'what' }, person.address)),
    el('a', { class: 'button primary', href: state.link('new'), 'data-key': 'write' }, 'Write'),
    el('label', { class: 'wide habit' }, 'This mailbox', select),
    person.behaviour.kind === 'accept' ? null : el('p', { class: 'wide mark effect' }, effect),
  );
}

async function choose(person, kind, state) {
  try {
    await api.behave(person.address, kind);
    toast(person.name + ': ' + state.nameOf(kind).toLowerCase() + '.');
  } catch (error) {
    toast(error.message);
  }
}

function list(state) {
  return el('ul', { class: 'rows', role: 'list' }, state.mails.map((mail) => el('li', {}, row(mail, state))));
}

function row(mail, state) {
  const other = mail.folder === 'sent' ? mail.to[0] : mail.from;
  const brand = state.deskAddresses.find(({ address }) => address === other?.address);
  return el('a', {
    class: 'row mail',
    href: state.link(mail.id),
    'data-key': mail.id,
    'data-unread': !mail.read,
    'aria-current': mail.id === state.open ? 'true' : null,
  },
    el('span', { class: 'who' },
      mail.folder === 'sent' ? el('span', { class: 'way' }, 'to ') : null,
      mail.read ? null : el('span', { class: 'hidden' }, 'unread, from '),
      el('bdi', {}, brand?.name || other?.name || other?.address || 'unknown')),
    when(mail.receivedAt),
    el('span', { class: 'what subject' }, el('bdi', {}, mail.subject || '(no subject)')),
    el('span', { class: 'what' }, el('bdi', {}, mail.text.trim().slice(0, 120) || 'No text')),
  );
}

function invitation(person) {
  return el('div', { class: 'empty' },
    el('p', {}, 'Nothing here yet. Write to the desk as ' + person.name + ', then answer it in the console.'));
}
`;
