import type { Config } from '@bureau/platform';
import type { DNSResolver } from 'mailauth';
import { z } from 'zod';

const Answer = z.object({ records: z.union([z.array(z.string()), z.array(z.array(z.string()))]) });

/**
 * DNS over a small HTTP service (`GET /dns/NAME/TYPE`), where BUREAU_MAIL_DNS_URL names one: for networks without DNS.
 * Undefined: the machine's own resolver.
 */
export function mailDnsOf({ mailDnsUrl }: Pick<Config, 'mailDnsUrl'>): DNSResolver | undefined {
  if (!mailDnsUrl) return undefined;
  return async (name, type) => {
    const response = await fetch(`${mailDnsUrl}/dns/${encodeURIComponent(name)}/${type}`, {
      signal: AbortSignal.timeout(3000),
    });
    if (response.status === 404) throw Object.assign(new Error(`No ${type} record for ${name}`), { code: 'ENOTFOUND' });
    return Answer.parse(await response.json()).records;
  };
}
