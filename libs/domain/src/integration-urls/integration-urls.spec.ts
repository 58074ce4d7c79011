import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress, originOf, renderAddress } from './index.ts';

const values = (said: Record<string, string>) => new Map(Object.entries(said));
const ana = values({ 'customer.name': 'Ana & Søn', 'customer.email': 'ana@customer.example', 'case.id': '1042' });
const textOf = (markup: string, said = ana) => {
  const rendered = renderAddress(markup, said);
  return 'text' in rendered ? rendered.text : rendered;
};
const nowhere = { problem: 'The address leads nowhere here.' };
const check = (markup: string, kind: 'link' | 'embedded' | 'canvas' = 'link') =>
  checkAddress(markup, { kind, customFields: null });

/** What means something in an address, and what is no text. */
const HOSTILE = [
  '/',
  '\\',
  '?',
  '#',
  '@',
  ':',
  '%',
  '.',
  '{{',
  '}}',
  '%2F',
  '&',
  '\n',
  ' ',
  '\ud800',
  'evil.example',
  'é',
];

describe('the address of an integration', () => {
  it('carries what is known of the case and the customer, encoded', () => {
    expect(textOf('https://crm.example/find?q={{customer.name}}&case={{case.id}}')).toBe(
      'https://crm.example/find?q=Ana%20%26%20S%C3%B8n&case=1042',
    );
  });

  it('is not encoded twice where url_encode was written, as Desk.com wanted it', () => {
    expect(textOf('http://www.example.com/name={{customer.name | url_encode}}')).toBe(
      'http://www.example.com/name=Ana%20%26%20S%C3%B8n',
    );
  });

  it('says nothing where nothing is known', () => {
    expect(textOf('http://www.example.com/name={{customer.name | url_encode}}', values({}))).toBe(
      'http://www.example.com/name=',
    );
  });

  it('chooses between parts', () => {
    const markup = 'https://crm.example/{% if company.name %}companies/{{company.name}}{% else %}people{% endif %}';
    expect(textOf(markup)).toBe('https://crm.example/people');
    expect(textOf(markup, values({ 'company.name': 'A/B' }))).toBe('https://crm.example/companies/A%2FB');
  });

  it('can take a part of its host from a field, but never its domain', () => {
    const shop = 'https://{{customer.custom_shop}}.example.com/admin';
    expect(check(shop)).toEqual([]);
    expect(textOf(shop, values({ 'customer.custom_shop': 'larkspur' }))).toBe('https://larkspur.example.com/admin');
    expect(textOf(shop, values({}))).toEqual(nowhere);
    for (const evil of [
      'evil.example/',
      'evil.example#',
      'evil.example?',
      'a@evil.example',
      'evil.example:1\\',
      '\n',
    ]) {
      expect([evil, textOf(shop, values({ 'customer.custom_shop': evil }))]).toEqual([evil, nowhere]);
    }
  });

  it('does not leave its host when a filter takes the encoding back', () => {
    const markup = 'https://{{customer.custom_shop | url_encode | replace: "%2F", "/"}}.example.com/admin';
    expect(textOf(markup, values({ 'customer.custom_shop': 'evil.example/' }))).toEqual(nowhere);
  });

  it('stays where it was written, whatever somebody calls himself', () => {
    const markup = 'https://crm.example:8443/{{customer.name}}/x?q={{customer.name}}#{{customer.name}}';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 12 }), (name) => {
        const rendered = renderAddress(markup, values({ 'customer.name': name }));
        if ('problem' in rendered) return;
        const { origin, searchParams, username } = new URL(rendered.url);
        expect([origin, searchParams.get('q'), username]).toEqual([
          'https://crm.example:8443',
          name.toWellFormed(),
          '',
        ]);
      }),
    );
  });

  it('may not grow without end', () => {
    const long = values({ 'customer.name': 'x'.repeat(9000) });
    expect(textOf('https://crm.example/{{customer.name}}', long)).toEqual({
      problem: 'The address has become too long.',
    });
  });
});

describe('what an administrator writes', () => {
  it.each([
    ['{{customer.name}}', 'Begin with https://'],
    ['javascript:alert(1)', 'Begin with https://'],
    ['  data:text/html,x', 'Begin with https://'],
    ['//crm.example/', 'Begin with https://'],
    ['{{case.url}}://crm.example/', 'Begin with https://'],
    ['https://{% if case.id %}a.example{% else %}b.example{% endif %}/', 'End the host with a domain'],
    ['https://ada:secret@crm.example/', 'Leave out user and password.'],
    ['https://{{customer.name}}@crm.example/', 'Leave out user and password.'],
    ['https://{{customer.name}}/', 'End the host with a domain'],
    ['https://crm.{{customer.name}}/', 'End the host with a domain'],
    ['https://{{customer.name}}.com/', 'End the host with a domain'],
    ['https://crm.example/a b', 'Leave out spaces'],
    ['https://crm example/', 'Begin with https://'],
    ['https://cr%00m/', 'There can be no such host.'],
    ['https://*.crm.example/', 'There can be no such host.'],
    ['https://crm.example;script-src/', 'There can be no such host.'],
    ["https://'self'/", 'There can be no such host.'],
    ['https://crm.example/{{customer.nmae}}', 'did you mean {{customer.name}}?'],
    ['https://crm.example/{{customer.name', 'is never closed'],
    ['https://crm.example/{{customer.name | eval}}', 'There is no filter "eval"'],
  ])('%s is refused', (markup, why) => {
    expect(check(markup).join(' ')).toContain(why);
  });

  it('names one host for a frame, and comes encrypted unless from this machine', () => {
    expect(check('https://{{customer.custom_shop}}.example.com/', 'embedded')[0]).toContain('Write the host out');
    expect(check('http://crm.example/', 'embedded')[0]).toContain('encrypted');
    expect(check('http://crm.example/')).toEqual([]);
    expect(check('http://localhost:4000/app', 'canvas')).toEqual([]);
    expect(check('https://crm.example/{{case.id}}', 'canvas')).toEqual([]);
  });

  it('has an origin that nothing changes', () => {
    expect(originOf('https://CRM.example:443/{{case.id}}')).toBe('https://crm.example');
    expect(originOf('https://crm.example?x={{case.url}}')).toBe('https://crm.example');
    expect(originOf('https://crm.example\\@evil.example/')).toBeNull();
    expect(originOf('https://{{case.id}}.example.com/')).toBeNull();
  });
});
