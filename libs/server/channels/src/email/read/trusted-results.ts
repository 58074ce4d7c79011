import type { SenderCheck, SenderVerdict } from '@bureau/contracts';
import { decodeHeaderText, readHeaders } from './decode-header.ts';

/**
 * What the mailbox provider found, read from the topmost `Authentication-Results` with its name. Providers remove
 * forged ones with their own name (RFC 8601 §5), and a later hop writes above an earlier one. Null when there is none.
 */
export function readTrustedResults(raw: Uint8Array, authserv: string): SenderCheck | null {
  const wanted = authserv.trim().toLowerCase();
  const values = readHeaders(raw.subarray(0, 256 * 1024))
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => decodeHeaderText(value));
  const value = values.find((text) => text.split(/[;\s]/, 1)[0]?.toLowerCase() === wanted);
  if (value === undefined) return null;

  const [spf, dkim, dmarc] = ['spf', 'dkim', 'dmarc'].map((method) => resultOf(value, method));
  return { spf: spf ?? 'none', dkim: dkim ?? 'none', dmarc: dmarc ?? 'none', ...judge(dmarc ?? 'none', authserv) };
}

/** The best of several results of one method: a mail may carry many signatures. Comments are not looked into. */
function resultOf(value: string, method: string): string {
  const bare = value.replace(/\([^()]*\)/g, ' ').replace(/"[^"]*"/g, ' ');
  const results = [...bare.matchAll(new RegExp(`;\\s*${method}\\s*=\\s*([a-z]+)`, 'gi'))];
  const words = results.map((match) => (match[1] ?? '').toLowerCase());
  return words.includes('pass') ? 'pass' : (words[0] ?? 'none');
}

/** Only DMARC speaks of the From address; SPF and DKIM alone may have passed for anybody's domain. */
function judge(dmarc: string, authserv: string): { verdict: SenderVerdict; explain: string } {
  if (dmarc === 'pass') return { verdict: 'verified', explain: `${authserv} confirms the sender of this mail.` };
  if (dmarc === 'fail')
    return { verdict: 'failed', explain: `${authserv} found that the sender of this mail is forged.` };
  if (/^temperr/.test(dmarc)) return { verdict: 'unknown', explain: `${authserv} could not check the sender.` };
  return { verdict: 'unverified', explain: `${authserv} found nothing that confirms the sender.` };
}
