import { generateHTML, generateJSON } from '@tiptap/react';
import type { AnyExtension } from '@tiptap/react';

/** What stands in a text, whatever the markup around it: words, and everything that is more than a word. */
function contentOf(html: string): { text: string; things: Map<string, number> } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const things = new Map<string, number>();
  for (const { tagName } of body.querySelectorAll(THINGS)) things.set(tagName, (things.get(tagName) ?? 0) + 1);
  return { text: (body.textContent ?? '').replace(/\s+/g, ''), things };
}

const THINGS =
  'img, table, td, th, h1, h2, h3, h4, h5, h6, li, a[href], pre, iframe, video, dl, details, figure, sup, sub';

/** Whether the editor holds everything that a text has; else it would be lost by opening it. */
export function keepsAll(html: string, extensions: AnyExtension[]): boolean {
  const before = contentOf(html);
  const after = contentOf(generateHTML(generateJSON(html, extensions), extensions));
  if (before.text !== after.text) return false;
  return [...before.things].every(([tag, count]) => (after.things.get(tag) ?? 0) === count);
}
