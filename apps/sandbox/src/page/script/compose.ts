/** The right pane, writing; live changes elsewhere never touch it. */
export const compose = String.raw`
import * as api from './api.js';
import { $, el, fill, size, toast } from './dom.js';

export function showCompose(state, answered) {
  const form = el('form', { class: 'letter', 'aria-labelledby': 'compose-title', novalidate: true });
  const files = [];
  form.append(...fields(state, answered), picker(files), ...closing(state, answered));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit({ form, files, state, answered });
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  fill($('reading'), form);
  form.querySelector(answered ? 'textarea' : '[name=subject]').focus();
}

function fields(state, answered) {
  const person = state.person();
  const title = answered ? 'Reply to ' + (answered.from?.name || answered.from?.address || 'the mail') : 'Write as ' + person.name;
  const head = el('div', {}, el('div', { class: 'back' }, el('a', { class: 'button quiet', href: state.link() }, '← Mailbox')),
    el('h2', { id: 'compose-title', dir: 'auto' }, title));
  const words = el('label', {}, 'Text', el('textarea', { name: 'text', dir: 'auto', lang: person.language }));
  if (answered) return [head, words];
  return [head,
    el('label', {}, 'To', el('select', { name: 'to' }, state.deskAddresses.map(({ name, address }) => el('option', { value: address }, name + ' <' + address + '>')))),
    el('label', {}, 'Cc (optional)', el('input', { name: 'cc', autocomplete: 'off', list: 'known' })),
    el('datalist', { id: 'known' }, state.people.map(({ address }) => el('option', { value: address }))),
    el('label', {}, 'Subject', el('input', { name: 'subject', dir: 'auto', autocomplete: 'off' })),
    words];
}

function picker(files) {
  const list = el('ul', { class: 'files chosen', 'aria-label': 'Chosen files' });
  const show = () => fill(list, files.map((file, index) => el('li', { class: 'file' }, file.name, el('span', { class: 'size' }, size(file.size)),
    el('button', { type: 'button', 'aria-label': 'Remove ' + file.name, onclick: () => { files.splice(index, 1); show(); } }, '✕'))));
  const input = el('input', { type: 'file', multiple: true, onchange: () => { files.push(...input.files); input.value = ''; show(); } });
  return el('div', {}, el('label', {}, 'Attach files', input), list);
}

function closing(state, answered) {
  return [
    el('label', { class: 'check' }, el('input', { type: 'checkbox', name: 'forged', value: 'true' }), 'Forged: somebody else pretends to be ' + state.person().name),
    el('p', { class: 'problem', role: 'alert', hidden: true }),
    el('div', { class: 'actions' },
      el('button', { class: 'primary', type: 'submit' }, answered ? 'Send reply' : 'Send'),
      el('a', { class: 'button quiet', href: state.link(answered?.id) }, 'Discard')),
  ];
}

async function submit({ form, files, state, answered }) {
  const button = form.querySelector('[type=submit]');
  const problem = form.querySelector('.problem');
  const data = new FormData(form);
  if (!data.get('cc')) data.delete('cc');
  for (const file of files) data.append('attachments', file);
  button.disabled = true;
  problem.hidden = true;
  try {
    const sent = answered ? await api.reply(state.address, answered.id, data) : await api.send(state.address, data);
    toast('The desk took it: ' + sent.response);
    if (form.isConnected) location.hash = state.link(sent.id);
  } catch (error) {
    problem.hidden = false;
    problem.textContent = 'Not sent; your words are still here. ' + error.message;
  } finally {
    button.disabled = false;
  }
}
`;
