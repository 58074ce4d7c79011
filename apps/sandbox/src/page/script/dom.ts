/** Building elements; texts are always texts, so nothing in a mail can become markup. */
export const dom = String.raw`
export const $ = (id) => document.getElementById(id);

export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replaces children, and gives the focus back to the element with the same data-key. */
export function fill(parent, ...children) {
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children.flat().filter(Boolean));
  if (key) parent.querySelector('[data-key="' + CSS.escape(key) + '"]')?.focus({ preventScroll: true });
}

let hiding;
export function toast(words) {
  const box = $('toast');
  box.hidden = false;
  box.textContent = words;
  clearTimeout(hiding);
  hiding = setTimeout(() => { box.hidden = true; }, 5000);
}

export function when(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const format = today ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' };
  return el('time', { datetime: iso, title: at.toLocaleString() }, new Intl.DateTimeFormat(undefined, format).format(at));
}

export function size(bytes) {
  if (bytes < 1000) return bytes + ' B';
  if (bytes < 1000000) return Math.round(bytes / 1000) + ' kB';
  return (bytes / 1000000).toFixed(1) + ' MB';
}

export function face(name) {
  return el('span', { class: 'face', 'aria-hidden': 'true' }, [...name.trim()][0]?.toUpperCase() ?? '?');
}
`;
