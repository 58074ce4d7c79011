import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache.ts';

const page = (body: string) => ({ body: Buffer.from(body), etag: '"x"', status: 200, headers: {}, route: '/' });

describe('pages that are kept', () => {
  it('are those of one brand, until something public of it changes (S32)', () => {
    const cache = new PageCache();
    cache.keep(1, '/', { page: page('one'), seconds: 10 });
    cache.keep(2, '/', { page: page('two'), seconds: 10 });
    expect(cache.find(1, '/')?.body.toString()).toBe('one');
    cache.forget(1);
    expect(cache.find(1, '/')).toBeUndefined();
    expect(cache.find(2, '/')?.body.toString()).toBe('two');
  });

  it('are forgotten when they are old', () => {
    const cache = new PageCache();
    cache.keep(1, '/', { page: page('one'), seconds: -1 });
    expect(cache.find(1, '/')).toBeUndefined();
  });

  it('never need more memory than they may, and one brand does not push out another', () => {
    const cache = new PageCache();
    cache.keep(2, '/', { page: page('small'), seconds: 100 });
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let index = 0; index < 100; index += 1) cache.keep(1, `/?${index}`, { page: page(megabyte), seconds: 100 });
    expect(cache.find(1, '/?0')).toBeUndefined();
    expect(cache.find(1, '/?99')).toBeDefined();
    expect(cache.find(2, '/')).toBeDefined();
  });
});
