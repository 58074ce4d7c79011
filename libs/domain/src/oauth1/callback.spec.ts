import { describe, expect, it } from 'vitest';
import { callbackWith, isCallbackOf } from './callback.ts';

describe('a callback', () => {
  it.each([
    ['https://shop.example/cb', 'https://shop.example/cb'],
    ['https://shop.example/cb', 'https://shop.example/cb?state=7'],
    ['https://shop.example/cb', 'https://SHOP.example:443/cb/desk'],
    ['https://shop.example', 'https://shop.example/anything/below'],
    ['https://shop.example/cb/', 'https://shop.example/cb/x'],
    ['http://127.0.0.1:4567/cb', 'http://127.0.0.1:4567/cb'],
  ])('of an application at %s may be %s', (registered, asked) => expect(isCallbackOf(registered, asked)).toBe(true));

  it.each([
    'https://shop.example/cbx',
    'https://shop.example/',
    'http://shop.example/cb',
    'https://shop.example:8443/cb',
    'https://evil.example/cb',
    'https://shop.example.evil.example/cb',
    'https://shop.example@evil.example/cb',
    'https://user:pass@shop.example/cb',
    'https://evil.example/https://shop.example/cb',
    'https://shop.example/cb/../evil',
    'https://shop.example/cb/%2e%2e/evil',
    'https://shop.example/cb/..%2fevil',
    'https://shop.example/cb/%2E%2E%5cevil',
    'https://shop.example\\@evil.example/cb',
    'https://shop.example/cb#there',
    '//shop.example/cb',
    '/cb',
    'javascript:alert(1)//https://shop.example/cb',
    'data:text/html,x',
    'oob',
    '',
  ])('of an application at https://shop.example/cb is never %s', (asked) =>
    expect(isCallbackOf('https://shop.example/cb', asked)).toBe(false),
  );

  it('keeps its own query, except for what it says of the answer', () => {
    const told = { oauth_token: 't', oauth_verifier: 'v' };
    expect(callbackWith('https://shop.example/cb?state=a%20b&oauth_verifier=mine', told)).toBe(
      'https://shop.example/cb?state=a+b&oauth_verifier=v&oauth_token=t',
    );
  });
});
