import { fillAddress } from '../placeholders/fill.ts';
import type { PlaceholderValues } from '../placeholders/placeholder-values.ts';
import { GAP, hostEndOf, hostOf } from './address-host.ts';

/** Where an address leads: as it was filled, and as browsers read it. */
export type RenderedAddress = { text: string; url: string } | { problem: string };

/** What browsers and servers take without complaint. */
const LONGEST = 8000;

/**
 * The address of an integration with its placeholders filled. Whatever was put in, it leads by http or https to the host that
 * was written out, without user and password.
 */
export function renderAddress(markup: string, values: PlaceholderValues): RenderedAddress {
  const text = fillAddress(markup, values).trim();
  if (text.length > LONGEST) return { problem: 'The address has become too long.' };
  const meant = hostOf(markup);
  const url = URL.parse(text);
  if (!url || !meant) return { problem: 'The address leads nowhere here.' };
  const isSafe = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && staysThere(url, meant);
  return isSafe ? { text, url: url.href } : { problem: 'The address leads nowhere here.' };
}

function staysThere(url: URL, meant: NonNullable<ReturnType<typeof hostOf>>): boolean {
  if (url.protocol !== `${meant.scheme}:`) return false;
  if (!meant.host.includes(GAP)) return url.host === URL.parse(`${meant.scheme}://${meant.host}/`)?.host;
  const end = URL.parse(`${meant.scheme}://x${hostEndOf(meant)}/`)?.host.slice(1);
  return end !== undefined && url.host.endsWith(end) && url.host.length > end.length;
}
