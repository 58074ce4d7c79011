import { resolve as resolveDns } from 'node:dns/promises';
import { authenticate, type AuthenticateResult, type DNSResolver } from 'mailauth';
import type { SenderCheck, SenderVerdict } from '@bureau/contracts';
import { domainOf } from '@bureau/domain';
import { readTrustedResults } from './trusted-results.ts';

/** What the receiving server knew about the connection. */
export interface Envelope {
  /** Address of the client. */
  ip: string;
  /** What it called itself in EHLO. */
  helo: string;
  /** MAIL FROM, empty for the null sender. */
  from: string;
}

export interface VerifyOptions {
  /** Null for fetched mail: then SPF cannot be checked by us. */
  envelope: Envelope | null;
  /** Name of our receiving server, as mailauth reports it. */
  host?: string;
  /** The authserv-id of a provider whose `Authentication-Results` on fetched mail are believed (RFC 8601 §2.5). */
  trustedAuthserv?: string | null;
  resolver?: DNSResolver;
  /** Milliseconds. */
  timeout?: number;
}

/**
 * Checks whether the `From` domain stands behind a mail: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). Never
 * rejects and never takes longer than `timeout`; where DNS gives no answer the verdict is `unknown`, not `failed`.
 */
export async function verifySender(raw: Uint8Array, options: VerifyOptions): Promise<SenderCheck> {
  const trusted =
    !options.envelope && options.trustedAuthserv ? readTrustedResults(raw, options.trustedAuthserv) : null;
  if (trusted) return trusted;

  const dns = { troubled: false };
  const checking = check(raw, options, dns).catch(() => unknown('The checks of the sender could not be made.'));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SenderCheck>((resolve) => {
    timer = setTimeout(() => resolve(unknown('The checks of the sender took too long.')), options.timeout ?? 10_000);
  });
  return Promise.race([checking, late]).finally(() => clearTimeout(timer));
}

async function check(raw: Uint8Array, options: VerifyOptions, dns: { troubled: boolean }): Promise<SenderCheck> {
  const { envelope } = options;
  const result = await authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
    ...(envelope ? { ip: envelope.ip, helo: envelope.helo, sender: envelope.from } : {}),
    mta: options.host ?? 'localhost',
    resolver: watched(options.resolver ?? defaultResolver, dns),
    disableBimi: true,
  });
  return judge(factsOf(result, envelope !== null), dns.troubled);
}

const defaultResolver: DNSResolver = async (domain, type) => {
  if (type === 'TXT') return resolveDns(domain, 'TXT');
  if (type === 'MX') return (await resolveDns(domain, 'MX')).map(({ exchange }) => exchange);
  return type === 'AAAA' ? resolveDns(domain, 'AAAA') : resolveDns(domain, type === 'PTR' ? 'PTR' : 'A');
};

/** "There is no such record" is an answer; everything else means that we could not ask. */
function watched(resolver: DNSResolver, dns: { troubled: boolean }): DNSResolver {
  return async (domain, type) => {
    try {
      return await resolver(domain, type);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'ENOTFOUND' && code !== 'ENODATA') dns.troubled = true;
      throw error;
    }
  };
}

/** The three results in the words of RFC 8601, and what follows from them. */
interface CheckFacts {
  spf: string;
  dkim: string;
  dmarc: string;
  /** The policy the domain owner published: none, quarantine, reject; null without a record. */
  policy: string | null;
  /** A passing SPF or DKIM for the From domain itself. */
  aligned: boolean;
  envelopeKnown: boolean;
}

function factsOf(result: AuthenticateResult, envelopeKnown: boolean): CheckFacts {
  const spf = result.spf && envelopeKnown ? result.spf.status.result : 'none';
  const passing = result.dkim.results.filter(({ status }) => status.result === 'pass');
  const fromDomain = domainOf(result.dkim.headerFrom?.at(-1) ?? '');
  const spfAligned = spf === 'pass' && result.spf !== false && isSameOrganisation(result.spf.domain, fromDomain);
  return {
    spf,
    dkim: passing.length > 0 ? 'pass' : (result.dkim.results[0]?.status.result ?? 'none'),
    dmarc: result.dmarc ? result.dmarc.status.result : 'none',
    policy: result.dmarc ? result.dmarc.policy : null,
    aligned: spfAligned || passing.some(({ status }) => Boolean(status.aligned) && !status.underSized),
    envelopeKnown,
  };
}

function isSameOrganisation(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== '' && b !== '' && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
}

function judge(facts: CheckFacts, dnsTroubled: boolean): SenderCheck {
  const { spf, dkim, dmarc } = facts;
  const say = (verdict: SenderVerdict, explain: string): SenderCheck => ({ verdict, spf, dkim, dmarc, explain });

  if (dmarc === 'pass' || (dmarc === 'none' && facts.aligned)) {
    return say('verified', 'The domain of the sender confirms that it sent this mail.');
  }
  if (dnsTroubled || [spf, dkim, dmarc].some((result) => /^temperr/.test(result))) {
    return say('unknown', 'The domain of the sender could not be asked.');
  }
  if (dmarc === 'fail' && !facts.envelopeKnown) {
    return say('unknown', 'The mail was fetched, so only its signature could be checked, and that proves nothing.');
  }
  if (dmarc === 'fail' && (facts.policy === 'quarantine' || facts.policy === 'reject')) {
    return say('failed', 'The domain of the sender says that mail like this is not from it.');
  }
  return say('unverified', 'Nothing confirms that the mail is from the sender it names.');
}

function unknown(explain: string): SenderCheck {
  return { verdict: 'unknown', spf: 'none', dkim: 'none', dmarc: 'none', explain };
}
