import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/* What jsdom leaves out of a browser and the console builds on: nothing here has a size or a layout. */
const noMatch = { matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined };

class SizelessObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.CSS ??= Object.assign(Object.create(null), { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
window.matchMedia ??= (media) => Object.assign(new EventTarget(), noMatch, { media });
globalThis.ResizeObserver ??= SizelessObserver;
Element.prototype.scrollTo ??= () => undefined;
Element.prototype.scrollIntoView ??= () => undefined;
Range.prototype.getClientRects ??= () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect ??= () => new DOMRect();
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 800 },
  clientWidth: { configurable: true, get: () => 1280 },
});
document.elementFromPoint ??= () => null;

// Machines that run many tests at once are slow; what is right shows up all the same.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});
