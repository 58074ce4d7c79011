import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numberedBase, pairsOfHeader, readOAuth1, signatureBase, signatureKey } from './oauth1.ts';

describe('a signature', () => {
  it('is that of the example in RFC 5849 §3.4.1.1, as far as the query and the header go', () => {
    const base = signatureBase({
      method: 'post',
      origin: 'http://example.com',
      address: '/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      parameters: [
        ['oauth_consumer_key', '9djdj82h48djs9d2'],
        ['oauth_token', 'kkk9d7dh3k39sjv7'],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', '137131201'],
        ['oauth_nonce', '7d8f3e4a'],
        ['c2', ''],
        ['a3', '2 q'],
      ],
    });
    expect(base).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
        'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
        'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('is that of the photographs in RFC 5849 §1.2', () => {
    const base = signatureBase({
      method: 'GET',
      origin: 'http://photos.example.net',
      address: '/photos?file=vacation.jpg&size=original',
      parameters: [
        ['oauth_consumer_key', 'dpf43f3p2l4k3l03'],
        ['oauth_token', 'nnch734d00sl2jdk'],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', '137131202'],
        ['oauth_nonce', 'chapoH'],
      ],
    });
    const key = signatureKey('kd94hf93k423kf44', 'pfkkdhi9sl3r4s00');
    expect(createHmac('sha1', key).update(base).digest('base64')).toBe('MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  });
});

describe('what stands twice', () => {
  const over = { method: 'GET', origin: 'https://desk.example', parameters: [] };

  it('is signed with both values, in their order', () => {
    const base = signatureBase({ ...over, address: '/api/v2/cases?status=open&x=1&status=new' });
    expect(base).toBe('GET&https%3A%2F%2Fdesk.example%2Fapi%2Fv2%2Fcases&status%3Dnew%26status%3Dopen%26x%3D1');
  });

  it('may be numbered, as one client does', () => {
    const base = numberedBase({ ...over, address: '/api/v2/cases?status=open&x=1&status=new' });
    expect(decodeURIComponent(base!)).toContain('&status%5B0%5D=open&status%5B1%5D=new&x=1');
    expect(numberedBase({ ...over, address: '/api/v2/cases?status=open&x=1' })).toBeNull();
  });
});

describe('what a request says of itself', () => {
  const header =
    'oauth_consumer_key="k%20k", oauth_token="t",oauth_signature_method="HMAC-SHA1",oauth_timestamp="137131202", oauth_nonce="n", oauth_signature="a%2Fb%3D", realm="x"';
  const read = (text: string) => {
    const pairs = pairsOfHeader(text);
    return pairs && readOAuth1(pairs);
  };

  it('is who asks and when', () => {
    expect(read(header)).toEqual({
      consumerKey: 'k k',
      token: 't',
      nonce: 'n',
      timestamp: 137131202,
      signature: 'a/b=',
      callback: null,
      verifier: null,
    });
    expect(pairsOfHeader(header)?.map(([name]) => name)).not.toContain('realm');
  });

  it('may stand among other things in a query or a form', () => {
    const query = new URLSearchParams(`page=1&page=2&oauth_callback=oob&oauth_verifier=v&${asQuery(header)}`);
    expect(readOAuth1([...query])).toMatchObject({ token: 't', callback: 'oob', verifier: 'v' });
  });

  it.each([
    '',
    'x',
    header.replace('HMAC-SHA1', 'PLAINTEXT'),
    header.replace('oauth_nonce="n"', 'oauth_nonce=""'),
    header.replace('"n"', `"${'n'.repeat(256)}"`),
    header.replace('137131202', 'now'),
    `${header}, oauth_nonce="m"`,
    `${header}, oauth_version="2.0"`,
    header.replace('a%2Fb%3D', '%'),
  ])('is nothing when something is missing, twice or of another kind (%#)', (text) => {
    expect(read(text)).toBeNull();
  });
});

const asQuery = (header: string) => header.replaceAll('"', '').split(/,\s*/).join('&');
