import type { IntegrationKind } from '@bureau/contracts';
import { checkPlaceholders, type CheckOptions } from '../placeholders/check-placeholders.ts';
import { GAP, hostEndOf, hostOf, originOf, type AddressHost } from './address-host.ts';

/** Behind the last placeholder a name with a dot: whoever fills the placeholder cannot choose another domain. */
const FIXED_END = /^\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/;
/** This machine: frames of programs that are being written. */
const OF_THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3})(?::\d+)?$/;

/**
 * What is wrong with the address of an integration, one sentence for each problem. Where it leads is written out by whoever
 * makes it: no value of a customer can name the scheme or the host.
 */
export function checkAddress(
  markup: string,
  { kind, customFields }: { kind: IntegrationKind } & Pick<CheckOptions, 'customFields'>,
): string[] {
  const problem = problemOfHost(hostOf(markup), { kind, markup });
  const withoutTags = markup.replace(/\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g, '');
  return [
    ...(problem === null ? [] : [problem]),
    ...(/\s/.test(withoutTags) ? ['Leave out spaces, or write %20 for each.'] : []),
    ...checkPlaceholders(markup, { place: 'address', customFields }),
  ];
}

function problemOfHost(
  found: AddressHost | null,
  { kind, markup }: { kind: IntegrationKind; markup: string },
): string | null {
  if (!found) return 'Begin with https:// and the name of a host, written out.';
  const { scheme, host } = found;
  if (host.includes('@')) return 'Leave out user and password.';
  if (host.includes(GAP)) {
    if (kind !== 'link') return 'Write the host out: a frame shows pages of one host only.';
    return FIXED_END.test(hostEndOf(found))
      ? null
      : 'End the host with a domain of your own, as in https://{{customer.custom_shop}}.example.com.';
  }
  if (originOf(markup) === null) return 'There can be no such host.';
  if (kind !== 'link' && scheme === 'http' && !OF_THIS_MACHINE.test(host)) {
    return 'Begin with https://: what stands in a frame must come encrypted.';
  }
  return null;
}
