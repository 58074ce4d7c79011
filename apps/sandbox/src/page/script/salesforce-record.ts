/** The right pane: one record as a form, and what hangs on it. What is being typed survives whatever happens meanwhile. */
export const salesforceRecord = String.raw`
import { act } from './salesforce-api.js';
import { $, el, fill, toast, when } from './dom.js';

const FIRST = ['Name', 'FirstName', 'LastName', 'Subject', 'Status', 'Priority', 'Origin', 'Title', 'Email', 'Phone', 'MobilePhone', 'AccountId', 'ContactId', 'Account__c', 'StageName', 'Amount', 'CloseDate', 'Description', 'CommentBody', 'Body', 'ParentId', 'TextBody', 'Serial__c', 'Model__c'];
const draft = { id: null, values: {}, comment: '' };

export const typing = (id) => draft.id === id && Object.keys(draft.values).length > 0;
export function forget() { draft.values = {}; }

export function showRecord(state, record) {
  const creating = record.id === 'new';
  if (draft.id !== record.id) Object.assign(draft, { id: record.id, values: {}, comment: '' });
  const writable = record.fields.filter((field) => field.writable);
  const main = writable.filter(({ name, required }) => FIRST.includes(name) || required).sort((one, other) => place(one) - place(other));
  const others = writable.filter((field) => !main.includes(field));
  const editable = !record.deleted && main.length > 0 && (creating ? record.kind.rights.create : record.kind.rights.edit);
  fill($('reading'), el('div', { class: 'wall' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: '#/' + record.kind.name }, '← ' + record.kind.labelPlural)),
    el('section', { class: 'sheet' },
      el('div', { class: 'record-head' }, el('h2', {}, el('bdi', {}, creating ? 'New: ' + record.kind.label : record.name)), creating ? null : el('code', {}, record.id)),
      creating ? null : el('p', { class: 'what' }, record.deleted ? 'In the recycle bin since ' : 'Changed ', when(record.at), ' by ' + record.changedBy),
      editable ? form(state, record, main, others) : null,
      creating ? null : verbs(state, record)),
    creating ? null : el('section', { class: 'sheet' }, el('details', {}, el('summary', {}, 'All fields'), facts(record))),
    record.kind.name === 'Case' && !creating && !record.deleted ? comment(state, record) : null,
    (record.related ?? []).filter(({ items }) => items.length > 0).map(relatedSheet)));
}

const place = ({ name }) => (FIRST.indexOf(name) + 1 || 99);

function form(state, record, main, others) {
  return el('form', { onsubmit: (event) => { event.preventDefault(); save(state, record); } },
    el('div', { class: 'fields' }, main.map(control)),
    others.length > 0 ? el('details', {}, el('summary', {}, 'More fields'), el('div', { class: 'fields' }, others.map(control))) : null,
    el('div', { class: 'actions' },
      el('button', { type: 'submit', class: 'primary', 'data-key': 'save' }, 'Save'),
      record.id === 'new' ? null : el('button', { type: 'button', class: 'quiet', 'data-key': 'slow', onclick: () => save(state, record, 20000) }, 'Save, taking 20 s'),
      el('button', { type: 'button', class: 'quiet', 'data-key': 'undo', onclick: () => { forget(); state.redraw(); } }, 'Put back')));
}

function control(field) {
  const { name, type, label, required } = field;
  const value = draft.values[name] ?? field.value ?? '';
  const changed = (input, read) => () => { draft.values[name] = read(input); input.classList.add('changed'); };
  const key = { 'data-key': 'field-' + name, name };
  const words = label + (required ? ' *' : '');
  if (type === 'boolean') {
    const input = el('input', { ...key, type: 'checkbox', checked: value === true });
    input.addEventListener('change', changed(input, (one) => one.checked));
    return el('label', { class: 'check' }, input, words);
  }
  if (type === 'picklist') {
    const known = field.choices.some((one) => one.value === value) || value === '';
    const options = [{ value: '', label: '–' }, ...field.choices, ...(known ? [] : [{ value, label: value }])];
    const input = el('select', key, options.map((one) => el('option', { value: one.value, selected: one.value === value }, one.label)));
    input.addEventListener('change', changed(input, (one) => one.value || null));
    return el('label', {}, words, input);
  }
  const kind = { date: 'date', email: 'email', phone: 'tel', int: 'number', double: 'number', currency: 'number', percent: 'number' }[type] ?? 'text';
  const input = type === 'textarea' ? el('textarea', key, String(value)) : el('input', { ...key, type: kind, step: kind === 'number' ? 'any' : null, value: String(value), autocomplete: 'off', list: field.known ? 'known-' + name : null });
  input.addEventListener('input', changed(input, (one) => (one.value === '' ? null : kind === 'number' ? Number(one.value) : one.value)));
  return el('label', { class: type === 'textarea' ? 'wide' : null }, words, input, field.refers ? el('span', { class: 'refers' }, field.refers) : null,
    field.known ? el('datalist', { id: 'known-' + name }, field.known.map((one) => el('option', { value: one.id }, one.name))) : null);
}

async function save(state, record, forMs) {
  const values = { ...draft.values };
  const id = record.id;
  try {
    if (id !== 'new') await act('act', forMs ? { kind: 'slow-edit', as: state.as, id, values, forMs } : { kind: 'edit', as: state.as, id, values });
    const made = id === 'new' ? (await act('act', { kind: 'create', as: state.as, type: record.kind.name, values })).record : null;
    forget();
    if (made) location.hash = '#/' + record.kind.name + '/' + made.Id;
    else { toast(forMs ? 'Stamped now, seen in 20 seconds.' : 'Saved.'); dispatchEvent(new Event('salesforce-changed')); }
  } catch (error) {
    toast(error.message);
  }
}

function verbs(state, record) {
  const run = (kind) => act('act', { kind, as: state.as, id: record.id }).catch((error) => toast(error.message));
  if (record.deleted) return el('div', { class: 'actions' }, el('button', { type: 'button', class: 'primary', 'data-key': 'undelete', onclick: () => run('undelete') }, 'Take out of the recycle bin'));
  if (!record.kind.rights.delete) return null;
  return el('div', { class: 'actions' }, el('button', { type: 'button', class: 'quiet', 'data-key': 'delete', onclick: () => run('delete') }, 'Delete'),
    el('button', { type: 'button', class: 'quiet', 'data-key': 'lock', onclick: () => act('lock', { ids: [record.id], forMs: 60000 }).then(() => toast('Nobody else can write it for a minute.'), (error) => toast(error.message)) }, 'Lock for a minute'));
}

function comment(state, record) {
  const words = el('textarea', { 'data-key': 'comment', required: true, oninput: () => { draft.comment = words.value; } }, draft.comment);
  const published = el('input', { type: 'checkbox', 'data-key': 'published' });
  const send = (event) => {
    event.preventDefault();
    const text = words.value;
    const keep = (typed) => { draft.comment = typed; words.value = typed; };
    keep('');
    act('act', { kind: 'comment', as: state.as, id: record.id, text, published: published.checked }).catch((error) => { keep(text); toast(error.message); });
  };
  return el('section', { class: 'sheet' }, el('form', { onsubmit: send }, el('div', { class: 'fields' }, el('label', { class: 'wide' }, 'Comment on the case', words)),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'quiet', 'data-key': 'add-comment' }, 'Add the comment'), el('label', { class: 'check' }, published, 'Customers see it'))));
}

function relatedSheet({ labelPlural, items }) {
  return el('section', { class: 'sheet' }, el('h3', {}, labelPlural), el('ul', { class: 'related', role: 'list' }, items.map((one) =>
    el('li', {}, el('a', { href: '#/' + one.type + '/' + one.id }, el('bdi', {}, one.name)), el('span', { class: 'what' }, one.what), when(one.at)))));
}

function facts({ fields }) {
  return el('ul', { class: 'facts' }, fields.map(({ name, value, refers }) => el('li', {}, el('code', {}, name), ' ', el('bdi', {}, value === null ? '–' : String(value) + (refers ? ' (' + refers + ')' : '')))));
}
`;
