/** The left pane. */
export const people = String.raw`
import * as api from './api.js';
import { $, el, face, fill, toast } from './dom.js';

export function showPeople(state) {
  const words = $('find').value.trim().toLowerCase();
  const found = state.people.filter((one) => (one.name + ' ' + one.address).toLowerCase().includes(words));
  if (found.length === 0) return fill($('people'), el('li', { class: 'empty' }, 'Nobody is called that. Add them.'));
  fill($('people'), found.map((person) => el('li', {}, row(person, state))));
}

function row(person, state) {
  const mark = state.nameOf(person.behaviour.kind);
  return el('a', {
    class: 'row',
    href: '#/' + encodeURIComponent(person.address),
    'data-key': person.address,
    'aria-current': person.address === state.address ? 'true' : null,
  },
    face(person.name),
    el('strong', { class: 'who' }, el('bdi', {}, person.name)),
    person.unread > 0 ? el('span', { class: 'count' }, String(person.unread), el('span', { class: 'hidden' }, ' unread')) : el('span'),
    person.behaviour.kind === 'accept'
      ? el('span', { class: 'what' }, person.about || person.address)
      : el('span', { class: 'mark' }, mark),
  );
}

export function preparePersonDialog() {
  const dialog = $('person-dialog');
  const form = $('person-form');
  $('add-person').addEventListener('click', () => {
    form.reset();
    $('person-problem').hidden = true;
    dialog.showModal();
  });
  $('person-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, address } = Object.fromEntries(new FormData(form));
    try {
      const person = await api.addPerson({ address, name: name || undefined });
      dialog.close();
      location.hash = '#/' + encodeURIComponent(person.address);
      toast(person.name + ' has a mailbox now.');
    } catch (error) {
      $('person-problem').hidden = false;
      $('person-problem').textContent = error.message;
    }
  });
}
`;
