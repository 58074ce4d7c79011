import { describe, expect, it } from 'vitest';
import { decideCustomer, NOBODY, type CustomerState } from './customer-update.ts';

const email = (value: string) => ({ type: 'other' as const, value });
const ana: CustomerState = {
  ...NOBODY,
  firstName: 'Ana',
  lastName: 'Ferreira',
  name: 'Ana Ferreira',
  emails: [email('a@x.example'), email('b@x.example')],
  address: 'b@x.example',
};

describe('what a write makes of a customer', () => {
  it.each<[string, CustomerState, Partial<CustomerState>, Partial<CustomerState>]>([
    ['the shown name follows first and last', ana, { lastName: 'Lima' }, { name: 'Ana Lima' }],
    ['a chosen name stays', { ...ana, name: 'Annie' }, { lastName: 'Lima' }, { name: 'Annie' }],
    ['an empty name goes back to first and last', { ...ana, name: 'Annie' }, { name: '' }, { name: 'Ana Ferreira' }],
    ['answers go where they went', ana, { emails: [email('c@x.example'), ...ana.emails] }, { address: 'b@x.example' }],
    ['or to the first that is left', ana, { emails: [email('a@x.example')] }, { address: 'a@x.example' }],
    ['or nowhere', ana, { emails: [] }, { address: null }],
    ['a new one has his names apart', NOBODY, { name: 'Ana Lima' }, { firstName: 'Ana', lastName: 'Lima' }],
    ['or is called by his address', NOBODY, { emails: [email('c@x.example')] }, { name: 'c@x.example' }],
    ['or by his number', NOBODY, { phoneNumbers: [{ type: 'work', value: '123' }] }, { name: '123' }],
  ])('%s', (_, before, wanted, after) => {
    expect(decideCustomer(before, wanted)).toMatchObject({ after });
  });

  it('is nothing when nothing differs', () => {
    expect(decideCustomer(ana, { ...ana })).toMatchObject({ changes: [] });
  });

  it('is refused when answers should go to a stranger', () => {
    expect(decideCustomer(ana, { address: 'z@x.example' })).toEqual({
      errors: [{ path: 'address', message: 'Name one of the e-mail addresses of this customer.' }],
    });
  });
});
