import { describe, expect, it } from 'vitest';
import { isPublicMailDomain } from './customer-mail-domains.ts';
import { displayName, splitName } from './customer-names.ts';

describe('the name in a mail', () => {
  it.each([
    ['Ana Ferreira', 'Ana', 'Ferreira'],
    ['Ferreira, Ana', 'Ana', 'Ferreira'],
    ['  Ana   Maria  Ferreira ', 'Ana', 'Maria Ferreira'],
    ['Ana', 'Ana', ''],
    ['ana@customer.example', '', ''],
    ['', '', ''],
    ['Acme, Inc., Berlin', 'Acme,', 'Inc., Berlin'],
  ])('%j is first %j, last %j', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });
});

describe('a customer is shown', () => {
  it.each([
    [{ firstName: 'Ana', lastName: 'Ferreira' }, ['ana@customer.example'], 'Ana Ferreira'],
    [{ firstName: '', lastName: 'Ferreira' }, [], 'Ferreira'],
    [{ firstName: '', lastName: '' }, [undefined, '+49 30 1'], '+49 30 1'],
    [{ firstName: '', lastName: '' }, [], 'Unknown'],
  ])('from %j and %j as %s', (names, others, shown) => {
    expect(displayName(names, others)).toBe(shown);
  });
});

describe('a domain where anybody can have an address', () => {
  it.each([
    ['gmail.com', true],
    ['yahoo.co.uk', true],
    ['acme.com', false],
    ['mail.gmail.com.acme.com', false],
  ])('%s: %s', (domain, everybody) => {
    expect(isPublicMailDomain(domain)).toBe(everybody);
  });
});
