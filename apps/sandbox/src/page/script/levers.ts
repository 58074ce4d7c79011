/** What the panes of the services are made of: levers that one pulls, and lists of what the desk did. */
export const levers = String.raw`
import { $, el, fill, when } from './dom.js';

export function showLevers(title, ...sheets) {
  fill($('reading'), el('div', { class: 'levers' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: '#/service' }, '← Back')),
    el('h2', {}, title), sheets));
}

export function lever(title, what, ...controls) {
  return el('section', { class: 'sheet' }, el('h3', {}, title), el('p', { class: 'what' }, what), el('div', { class: 'row-of' }, controls.flat()));
}

export function button(title, key, done) {
  return el('button', { type: 'button', class: 'quiet', 'data-key': 'lever-' + key, onclick: done }, title);
}

/** What is picked stays in chosen[field] while the pane is drawn anew. */
export function pick(chosen, field, label, options, done) {
  const select = el('select', { 'data-key': 'pick-' + field, onchange: () => { chosen[field] = select.value; done?.(select.value); } },
    options.map(([value, title]) => el('option', { value, selected: value === chosen[field] }, title)));
  return el('label', {}, label, select);
}

export function violations(title, all, words = (one) => [el('span', { class: 'badge warn' }, one.kind), ' ' + one.words]) {
  return latest(title, all.slice(-20), 'Nothing so far.', words);
}

export function calls(title, all, words = (one) => one.method + ' ' + one.path) {
  return latest(title, all.slice(-25), 'None yet.', (one) => [when(one.at), ' ', el('code', {}, words(one)), ' ',
    el('span', { class: one.status === null || one.status >= 400 ? 'badge warn' : 'badge' }, String(one.status ?? 'no answer'))]);
}

function latest(title, all, none, words) {
  return el('section', { class: 'sheet' }, el('h3', {}, title), all.length === 0 ? el('p', { class: 'what' }, none)
    : el('ul', { class: 'facts' }, all.reverse().map((one) => el('li', {}, words(one)))));
}
`;
