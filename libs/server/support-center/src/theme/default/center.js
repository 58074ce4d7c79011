// The one script of the support center: it adds comfort, never function. Everything works without it.
(() => {
  'use strict';

  const PAUSE_MS = 180;
  const LONG_PAUSE_MS = 500;
  const LEAST_LETTERS = 2;
  let lists = 0;

  /** Articles below a search field while somebody types (WAI-ARIA combobox with a list box). */
  function suggest(form) {
    const field = form.querySelector('input[type=search]');
    if (!field) return;
    const list = document.createElement('ul');
    list.className = 'suggestions';
    list.id = `suggestions-${(lists += 1)}`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.getAttribute('aria-label') ?? '');
    list.hidden = true;
    form.append(list);
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    })) {
      field.setAttribute(name, value);
    }

    let chosen = -1;
    let asked = 0;
    let timer;

    const show = (isOpen) => {
      list.hidden = !isOpen;
      field.setAttribute('aria-expanded', String(isOpen));
      if (!isOpen) choose(-1);
    };
    const choose = (index) => {
      chosen = index;
      [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
      const option = list.children[index];
      if (option) field.setAttribute('aria-activedescendant', option.id);
      else field.removeAttribute('aria-activedescendant');
    };
    const fill = (found) => {
      list.replaceChildren(
        ...found.map(({ id, value }, at) => {
          const option = document.createElement('li');
          option.id = `${list.id}-${at}`;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          option.dataset.address = id;
          option.textContent = value;
          return option;
        }),
      );
      show(found.length > 0);
    };
    const ask = async () => {
      const term = field.value.trim();
      const turn = (asked += 1);
      if (term.length < LEAST_LETTERS) return show(false);
      const response = await fetch(`${form.dataset.autocomplete}?term=${encodeURIComponent(term)}`, {
        headers: { accept: 'application/json' },
      }).catch(() => null);
      const found = response?.ok ? await response.json() : [];
      // Whoever typed on meanwhile waits for the later answer.
      if (turn === asked) fill(found);
    };
    const open = (option) => {
      const address = new URL(option.dataset.address, location.href);
      if (address.origin === location.origin) location.assign(address);
    };

    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    field.addEventListener('keydown', (event) => {
      const count = list.hidden ? 0 : list.children.length;
      if (event.key === 'Escape' && count > 0) {
        event.preventDefault();
        show(false);
      } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        choose(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
      } else if (event.key === 'Enter' && chosen >= 0 && count > 0) {
        event.preventDefault();
        open(list.children[chosen]);
      }
    });
    // Before the field loses the focus, and the list with it.
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) open(option);
    });
    field.addEventListener('blur', () => show(false));
  }

  /** Articles below the field of a form that may spare its reader the waiting. */
  function suggestBelow(place) {
    const field = [...place.closest('form').elements].find(({ name }) => name === place.dataset.watches);
    if (!field) return;
    let asked = 0;
    let timer;
    const fill = (found) => {
      place.querySelector('ul').replaceChildren(
        ...found.map(({ id, value }) => {
          const link = document.createElement('a');
          link.className = 'name';
          link.href = id;
          link.target = '_blank';
          link.rel = 'noopener';
          link.textContent = value;
          const row = document.createElement('li');
          row.append(link);
          return row;
        }),
      );
      place.hidden = found.length === 0;
    };
    const ask = async () => {
      const turn = (asked += 1);
      const address = `${place.dataset.suggestions}?text=${encodeURIComponent(field.value.trim())}`;
      const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
      const found = response?.ok ? await response.json() : [];
      // Whoever typed on meanwhile waits for the later answer; links lead to this brand alone.
      if (turn === asked) fill(found.filter(({ id }) => new URL(id, location.href).origin === location.origin));
    };
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), LONG_PAUSE_MS);
    });
  }

  /** A form that is on its way is not sent again by a second click. */
  function sendOnce(form) {
    form.addEventListener('submit', () => {
      setTimeout(() => form.querySelectorAll('button[type=submit]').forEach((button) => (button.disabled = true)));
    });
    addEventListener('pageshow', () => {
      form.querySelectorAll('button[type=submit]').forEach((button) => (button.disabled = false));
    });
  }

  document.querySelectorAll('form[data-autocomplete]').forEach(suggest);
  document.querySelectorAll('[data-suggestions]').forEach(suggestBelow);
  document.querySelectorAll('form[method=post]').forEach(sendOnce);
})();
