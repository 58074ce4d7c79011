import { describe, expect, it } from 'vitest';
import { inLanguage, languageIn, routedAddress } from './language-segment.ts';

describe('the address of a page', () => {
  it.each([
    [
      '/support/larkspur/customer/de/portal/articles/1-x?a=1',
      '/support/larkspur/customer/portal/articles/1-x?a=1',
      'de',
    ],
    ['/support/larkspur/customer/pt_br/login', '/support/larkspur/customer/login', 'pt-BR'],
    ['/support/larkspur/customer/de', '/support/larkspur/customer', 'de'],
    ['/support/larkspur/customer/login', '/support/larkspur/customer/login', null],
    ['/support/larkspur/', '/support/larkspur', null],
    ['/support/larkspur/?x=/', '/support/larkspur?x=/', null],
    ['/support/larkspur/customer/account/', '/support/larkspur/customer/account', null],
  ])('%s is routed as %s', (asked, routed, language) => {
    expect(routedAddress(asked)).toBe(routed);
    expect(languageIn(asked)).toBe(language);
  });

  it('names a language where it is asked to', () => {
    expect(inLanguage('/customer/portal/articles/1-x', 'de')).toBe('/customer/de/portal/articles/1-x');
    expect(inLanguage('/', 'de')).toBe('/customer/de');
    expect(languageIn('/customer/de/portal')).toBe('de');
  });
});
