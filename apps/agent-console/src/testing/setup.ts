import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/* What jsdom leaves out of a browser and the console builds on: nothing here has a size or a layout. */
class SizelessObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= SizelessObserver;
Element.prototype.scrollTo ??= () => undefined;
Element.prototype.scrollIntoView ??= () => undefined;
Range.prototype.getClientRects ??= () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect ??= () => new DOMRect();
document.elementFromPoint ??= () => null;

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});
