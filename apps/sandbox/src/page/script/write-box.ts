/** A box to write in: what is typed and chosen survives whatever happens on the page meanwhile. */
export const writeBox = String.raw`
import { el, size, toast } from './dom.js';

const drafts = new Map();
const draftOf = (key, text = '') => drafts.get(key) ?? drafts.set(key, { text, files: [], caret: text.length }).get(key);
export const forget = (key) => drafts.delete(key);

/** given: key, label, button, send(text, files), redraw; optional text, placeholder, files, inserts, extra, cancel, done. */
export function writeBox(given) {
  const draft = draftOf(given.key, given.text);
  const box = el('textarea', {
    'aria-label': given.label, placeholder: given.placeholder ?? given.label, 'data-key': given.key, dir: 'auto', rows: '2',
    oninput: () => remember(), onkeyup: () => remember(), onclick: () => remember(),
    onfocus: () => box.setSelectionRange(draft.caret, draft.caret),
    onkeydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      if (event.key === 'Escape' && given.cancel) given.cancel();
    },
  });
  box.value = draft.text;
  const remember = () => Object.assign(draft, { text: box.value, caret: box.selectionStart });
  const insert = (words) => {
    box.value = (box.value.trimEnd() + ' ' + words + ' ').trimStart();
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    remember();
  };
  const form = el('form', { class: 'write', onsubmit: (event) => { event.preventDefault(); send(given, draft, form); } },
    box,
    el('div', { class: 'actions' },
      el('span', { class: 'left' },
        (given.inserts ?? []).map((words) => el('button', { type: 'button', class: 'small', onclick: () => insert(words) }, words)),
        given.files ? attach(given, draft) : null, draft.files.map((file) => chosen(file, given, draft)), given.extra ?? null),
      el('span', { class: 'left' },
        given.cancel ? el('button', { type: 'button', class: 'quiet', onclick: given.cancel }, 'Cancel') : null,
        el('button', { type: 'submit', class: 'primary' }, given.button))));
  return form;
}

function attach(given, draft) {
  const input = el('input', { type: 'file', accept: given.accept ?? 'image/*', 'aria-label': 'Add a photo', onchange: () => {
    draft.files.push(...input.files);
    given.redraw();
  } });
  return el('label', { class: 'attach' }, 'Add a photo', input);
}

function chosen(file, given, draft) {
  return el('span', { class: 'file' }, file.name, el('span', { class: 'size' }, size(file.size)),
    el('button', { type: 'button', 'aria-label': 'Take ' + file.name + ' away', onclick: () => {
      draft.files.splice(draft.files.indexOf(file), 1);
      given.redraw();
    } }, '×'));
}

async function send(given, draft, form) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  forget(given.key);
  try {
    await given.send(draft.text, draft.files);
    given.done?.();
  } catch (error) {
    drafts.set(given.key, draft);
    toast('Not sent; your words are still here. ' + error.message);
  } finally {
    button.disabled = false;
    given.redraw();
  }
}
`;
