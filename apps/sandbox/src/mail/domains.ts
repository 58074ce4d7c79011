import { generateKeyPair } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import DKIM from 'nodemailer/lib/dkim';
import { z } from 'zod';
import { domainOf } from './address.ts';

const SELECTOR = 'sandbox';

const KeyPair = z.object({ privateKey: z.string(), publicKey: z.string() });
type KeyPair = z.infer<typeof KeyPair>;

/** Records in the shapes of node:dns/promises: TXT is a list of chunk lists. */
export type DnsRecords = string[] | string[][] | { exchange: string; priority: number }[];

/** The DNS of the sandbox's domains, and the keys that sign for them. A key is made when first needed, and kept. */
export class Domains {
  readonly #dir: string;
  readonly #owns: (domain: string) => boolean;
  readonly #keys = new Map<string, Promise<KeyPair>>();

  constructor(dataDir: string, owns: (domain: string) => boolean) {
    this.#dir = join(dataDir, 'keys');
    this.#owns = owns;
  }

  /** Adds a DKIM-Signature (RFC 6376) of the author's domain in front of the mail. */
  async sign(raw: Buffer, author: string): Promise<Buffer> {
    const domainName = domainOf(author);
    const { privateKey } = await this.#key(domainName);
    return buffer(new DKIM({ domainName, keySelector: SELECTOR, privateKey }).sign(raw));
  }

  /** What a resolver would answer, or undefined for a name or type that does not exist. */
  async records(name: string, type: string): Promise<DnsRecords | undefined> {
    const asked = name.toLowerCase().replace(/\.$/, '');
    const [, label = '', domain = asked] = /^(_dmarc|mx|[\w-]+\._domainkey)\.(.+)$/.exec(asked) ?? [];
    if (!this.#owns(domain)) return undefined;
    if (type.toUpperCase() === 'TXT') return this.#text(label, domain);
    if (type.toUpperCase() === 'MX' && label === '') return [{ exchange: `mx.${domain}`, priority: 10 }];
    if (type.toUpperCase() === 'A' && (label === '' || label === 'mx')) return ['127.0.0.1'];
    return undefined;
  }

  async #text(label: string, domain: string): Promise<string[][] | undefined> {
    if (label === '') return [['v=spf1 ip4:127.0.0.1 ip6:::1 -all']];
    if (label === '_dmarc') return [['v=DMARC1; p=reject; adkim=r; aspf=r']];
    if (label !== `${SELECTOR}._domainkey`) return undefined;
    const { publicKey } = await this.#key(domain);
    return [chunks(`v=DKIM1; k=rsa; p=${publicKey}`)];
  }

  #key(domain: string): Promise<KeyPair> {
    const key = this.#keys.get(domain) ?? this.#loadOrMake(domain);
    this.#keys.set(domain, key);
    return key;
  }

  async #loadOrMake(domain: string): Promise<KeyPair> {
    const file = join(this.#dir, `${encodeURIComponent(domain)}.json`);
    if (existsSync(file)) return KeyPair.parse(JSON.parse(readFileSync(file, 'utf8')));
    const made = await promisify(generateKeyPair)('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'der' },
    });
    const pair = { privateKey: made.privateKey, publicKey: made.publicKey.toString('base64') };
    mkdirSync(this.#dir, { recursive: true });
    writeFileSync(file, JSON.stringify(pair), { mode: 0o600 });
    return pair;
  }
}

/** A TXT record is a list of strings of at most 255 bytes (RFC 1035 §3.3). */
function chunks(text: string): string[] {
  return text.match(/.{1,255}/g) ?? [];
}
