import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, type DNSResolver } from 'mailauth';
import { describe, expect, it } from 'vitest';
import { verifySender, type Envelope } from './verify-sender.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** DNS as a table; names that are not in it do not exist. */
const dns =
  (records: Record<string, string>): DNSResolver =>
  (domain, type) => {
    const value = records[`${type} ${domain}`];
    return value === undefined
      ? Promise.reject(Object.assign(new Error(`no ${type} for ${domain}`), { code: 'ENOTFOUND' }))
      : Promise.resolve([[value]]);
  };
const key = { 'TXT k1._domainkey.shop.example': `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}` };
const spf = { 'TXT shop.example': 'v=spf1 ip4:192.0.2.1 -all' };
const reject = { 'TXT _dmarc.shop.example': 'v=DMARC1; p=reject' };
const watch = { 'TXT _dmarc.shop.example': 'v=DMARC1; p=none' };

const mail = Buffer.from('From: Bo <bo@shop.example>\r\nTo: support@larkspur.example\r\nSubject: Hi\r\n\r\nHello\r\n');
const good: Envelope = { ip: '192.0.2.1', helo: 'mx.shop.example', from: 'bo@shop.example' };
const bad: Envelope = { ip: '203.0.113.66', helo: 'evil.example', from: 'm@evil.example' };

async function signed(): Promise<Buffer> {
  const key = { signingDomain: 'shop.example', selector: 'k1', privateKey };
  const { signatures } = await dkimSign(mail, { ...key, signatureData: [key] });
  return Buffer.concat([Buffer.from(signatures), mail]);
}

describe('the sender of a mail', () => {
  it.each<[string, Envelope | null, Record<string, string>, boolean, object]>([
    [
      'verified by SPF and DMARC',
      good,
      { ...spf, ...reject },
      false,
      { verdict: 'verified', spf: 'pass', dmarc: 'pass' },
    ],
    [
      'verified by its signature',
      bad,
      { ...key, ...reject },
      true,
      { verdict: 'verified', dkim: 'pass', dmarc: 'pass' },
    ],
    [
      'verified by its signature without a policy',
      bad,
      key,
      true,
      { verdict: 'verified', dkim: 'pass', dmarc: 'none' },
    ],
    ['verified by its signature when fetched', null, { ...key, ...reject }, true, { verdict: 'verified' }],
    ['failed against a policy', bad, { ...spf, ...reject }, false, { verdict: 'failed', dmarc: 'fail' }],
    ['unverified against a policy that only watches', bad, { ...spf, ...watch }, false, { verdict: 'unverified' }],
    [
      'unverified without any record',
      good,
      {},
      false,
      { verdict: 'unverified', spf: 'none', dkim: 'none', dmarc: 'none' },
    ],
    ['unknown when fetched and not signed', null, { ...spf, ...reject }, false, { verdict: 'unknown' }],
  ])('is %s', async (_, envelope, records, isSigned, expected) => {
    const raw = isSigned ? await signed() : mail;
    expect(await verifySender(raw, { envelope, resolver: dns(records) })).toMatchObject(expected);
  });

  it('is not verified by a signature over another text', async () => {
    const raw = Buffer.from((await signed()).toString().replace('Hello', 'Send money'));
    const check = await verifySender(raw, { envelope: bad, resolver: dns({ ...key, ...reject }) });
    expect(check).toMatchObject({ verdict: 'failed' });
  });

  it('is not verified by the SPF of another domain', async () => {
    const records = { 'TXT evil.example': 'v=spf1 ip4:203.0.113.66 -all' };
    const check = await verifySender(mail, { envelope: bad, resolver: dns(records) });
    expect(check).toMatchObject({ verdict: 'unverified', spf: 'pass' });
  });

  it('is unknown, not failed, while DNS does not answer', async () => {
    const resolver: DNSResolver = () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' }));
    expect(await verifySender(mail, { envelope: good, resolver })).toMatchObject({ verdict: 'unknown' });
  });

  it('is unknown when the checks take too long', async () => {
    const resolver: DNSResolver = () => new Promise(() => {});
    const check = await verifySender(mail, { envelope: good, resolver, timeout: 20 });
    expect(check).toMatchObject({ verdict: 'unknown', explain: 'The checks of the sender took too long.' });
  });

  it.each([
    ['no mail at all', ''],
    ['two senders', 'From: a@x.example\r\nFrom: b@y.example\r\n\r\nx'],
    ['a signature of nonsense', 'From: a@x.example\r\nDKIM-Signature: v=9; b=((((;;;\r\n\r\nx'],
  ])('of %s raises no error', async (_, raw) => {
    const check = await verifySender(Buffer.from(raw), { envelope: good, resolver: dns({}) });
    expect(check.verdict).not.toBe('verified');
  });
});

describe('what a mailbox provider found', () => {
  const results = (text: string) => Buffer.concat([Buffer.from(`${text}\r\n`), mail]);
  const fetched = { envelope: null, trustedAuthserv: 'mx.provider.example', resolver: dns({}) };

  it.each([
    [
      'Authentication-Results: mx.provider.example; spf=pass; dkim=fail; dkim=pass header.d=shop.example; dmarc=pass',
      'verified',
    ],
    ['Authentication-Results: mx.provider.example; spf=fail; dmarc=fail (p=REJECT) header.from=shop.example', 'failed'],
    ['Authentication-Results: mx.provider.example; dmarc=temperror', 'unknown'],
    ['Authentication-Results: mx.provider.example; spf=pass; dkim=pass', 'unverified'],
    ['Authentication-Results: mx.provider.example; spf=none (; dmarc=pass) reason="; dmarc=pass"', 'unverified'],
    ['Authentication-Results: mx.evil.example; dmarc=pass', 'unverified'],
    ['Authentication-Results: mx.provider.example.evil.example; dmarc=pass', 'unverified'],
  ])('is believed only in its own name: %s', async (header, verdict) => {
    expect(await verifySender(results(header), fetched)).toMatchObject({ verdict });
  });

  it('is read from the topmost line, because lower ones may be forged', async () => {
    const line = 'Authentication-Results: mx.provider.example; dmarc=';
    expect(await verifySender(results(`${line}fail\r\n${line}pass`), fetched)).toMatchObject({ verdict: 'failed' });
  });

  it('is ignored for mail that we received ourselves', async () => {
    const raw = results('Authentication-Results: mx.provider.example; dmarc=pass');
    expect(await verifySender(raw, { ...fetched, envelope: good })).toMatchObject({ verdict: 'unverified' });
  });
});
