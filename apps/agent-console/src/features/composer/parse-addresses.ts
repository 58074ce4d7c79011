import { EmailAddress } from '@bureau/contracts';

/** Takes what was written or pasted apart: "Ana <ana@x.example>, b@x.example; c" → addresses, and what is none as it is. */
export function parseAddresses(written: string): string[] {
  return written
    .replace(/"[^"]*"\s*(?=<)/g, '')
    .split(/[,;\n\t]+/)
    .map((part) => /<([^<>]+)>\s*$/.exec(part)?.[1] ?? part)
    .map((part) => part.trim().replace(/^mailto:/i, ''))
    .filter((part) => part !== '')
    .flatMap((part) => (/\s/.test(part) && part.split(/\s+/).every(isAddress) ? part.split(/\s+/) : [part]));
}

export function isAddress(text: string): boolean {
  return EmailAddress.safeParse(text).success;
}

/** Addresses with more added, each once however it is written. */
export function withAddresses(present: readonly string[], more: readonly string[]): string[] {
  const known = new Set(present.map((address) => address.toLowerCase()));
  const fresh = more.filter((address) => !known.has(address.toLowerCase()) && known.add(address.toLowerCase()));
  return [...present, ...fresh];
}
