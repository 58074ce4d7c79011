/** Where an address leads, whatever is put into its placeholders. */
export interface AddressHost {
  scheme: 'http' | 'https';
  /** With its port, in small letters; every placeholder is {@link GAP}. */
  host: string;
}

/** Stands for a placeholder or a choice; no host has it. */
export const GAP = '\u{e000}';

const TAG = /\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g;
const BEGINNING = /^(https?):\/\/([^/?#\\\s]+)(?:[/?#]|$)/i;

/** What stands before the path of an address with placeholders; null where that is not written out. */
export function hostOf(markup: string): AddressHost | null {
  const [, scheme, host] = BEGINNING.exec(markup.replace(TAG, GAP)) ?? [];
  if (scheme === undefined || host === undefined) return null;
  return { scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http', host: host.toLowerCase() };
}

/** Browsers take more for a host, such as stars and semicolons: those would mean something else in a policy of frames. */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\d+)?$/;

/** The one origin of an address, such as `https://crm.example:8443`; null where a placeholder could change it. */
export function originOf(markup: string): string | null {
  const found = hostOf(markup);
  if (!found || found.host.includes(GAP) || found.host.includes('@')) return null;
  const origin = URL.parse(`${found.scheme}://${found.host}/`)?.origin ?? '';
  return PLAIN_ORIGIN.test(origin) ? origin : null;
}

/** What a host ends with behind its last placeholder, a port included. */
export function hostEndOf({ host }: AddressHost): string {
  return host.slice(host.lastIndexOf(GAP) + 1);
}
