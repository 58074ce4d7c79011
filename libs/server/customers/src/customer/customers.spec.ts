import { customersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const anAddress = () => `${crypto.randomUUID()}@customer.example`;

describe('a customer', () => {
  it('has names, ways to be reached, identities and a place elsewhere', async () => {
    const email = anAddress();
    const created = await desk.as(desk.agent).call(customersApi.create, {
      body: {
        firstName: 'Ana',
        lastName: 'Ferreira',
        title: 'Head of Coffee',
        emails: [{ type: 'work', value: email.toUpperCase() }],
        phoneNumbers: [{ type: 'mobile', value: '+49 30 1234567' }],
        postalAddresses: [{ type: 'home', value: 'Rua 1\nLisboa' }],
        identities: [{ network: 'x', externalId: crypto.randomUUID(), handle: 'ana', name: 'Ana F.' }],
        language: 'de',
        background: 'Grinds by hand.',
      },
    });

    expect(created).toMatchObject({
      name: 'Ana Ferreira',
      address: email,
      addresses: [email],
      emails: [{ type: 'work', value: email }],
      phoneNumbers: [{ type: 'mobile', value: '+49 30 1234567' }],
      postalAddresses: [{ type: 'home', value: 'Rua 1\nLisboa' }],
      identities: [{ network: 'x', handle: 'ana', followers: null, verified: false }],
      title: 'Head of Coffee',
      language: 'de',
      avatarUrl: null,
      blockedAt: null,
      caseCount: 0,
      merged: [],
    });
  });
});
