import type { Customer } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

function aCustomer(given: Partial<Customer> = {}): Customer {
  return {
    id: 3,
    name: 'Ana Ferreira',
    address: 'ana@cafe.example',
    title: '',
    avatarUrl: null,
    company: { id: 5, name: 'Café Lisboa' },
    blockedAt: null,
    createdAt: '2026-03-01T09:00:00.000+00:00',
    updatedAt: '2026-03-01T09:00:00.000+00:00',
    firstName: 'Ana',
    lastName: 'Ferreira',
    addresses: ['ana@cafe.example'],
    emails: [{ type: 'work', value: 'ana@cafe.example' }],
    phoneNumbers: [{ type: 'mobile', value: '+351 912 000 111' }],
    postalAddresses: [],
    identities: [],
    externalId: null,
    uid: null,
    background: '',
    language: 'pt',
    customFields: {},
    accessPrivatePortal: false,
    accessCompanyCases: false,
    caseCount: 2,
    merged: [],
    ...given,
  };
}

const aNamesake = aCustomer({
  id: 4,
  name: 'A. Ferreira',
  address: 'ana@home.example',
  addresses: ['ana@home.example', 'ana@cafe.example'],
  phoneNumbers: [],
  caseCount: 1,
});

/** A desk where somebody may do everything to customers. */
function aDeskWith(answers: Answers = {}) {
  return aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'customers:update', 'customers:merge'] },
    'GET /custom-fields': { items: [] },
    'GET /customers': { items: [aCustomer()], next: null },
    'GET /customers/3': aCustomer(),
    'GET /customers/4': aNamesake,
    'GET /customers/3/cases': { items: [], next: null },
    ...answers,
  });
}

it('says where somebody is on the networks', async () => {
  const onX = {
    network: 'x' as const,
    externalId: '42',
    handle: 'ana',
    name: 'Ana',
    followers: 214_000,
    verified: false,
  };
  const onFacebook = { ...onX, network: 'facebook' as const, externalId: '7', handle: '', followers: null };
  const customer = aCustomer({ address: null, company: null, identities: [onX, onFacebook] });
  renderConsole(aDeskWith({ 'GET /customers/3': customer }), '/customers/3?face=details');
  await screen.findByText('X @ana · Facebook');
  await screen.findByText(/X @ana · 214,000 followers/);
  await screen.findByText('Facebook · Ana');
});

it('finds customers as one types, and opens the one that is pressed', async () => {
  const desk = aDeskWith();
  const { address } = renderConsole(desk, '/customers');
  await userEvent.type(await screen.findByRole('searchbox', { name: /find by name/i }), 'fer');
  const table = await screen.findByRole('table');
  expect(desk.asked('GET /customers').at(-1)?.query.get('q')).toBe('fer');
  await expectAccessible();
  await userEvent.click(within(table).getByRole('button', { name: /Ana Ferreira/ }));
  await screen.findByRole('heading', { name: 'Ana Ferreira' });
  expect(address()).toBe('/customers/3');
});

it('changes a customer, and leaves out the lines that were left empty', async () => {
  const desk = aDeskWith({ 'PATCH /customers/3': aCustomer({ name: 'Ana F.' }) });
  renderConsole(desk, '/customers/3?edit=true');
  const name = await screen.findByRole('textbox', { name: /shown as/i });
  await userEvent.clear(name);
  await userEvent.type(name, 'Ana F.');
  await userEvent.click(screen.getByRole('button', { name: 'Add a number' }));
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Ana F.' });
  expect(desk.asked('PATCH /customers/3')[0]?.body).toMatchObject({
    name: 'Ana F.',
    emails: [{ type: 'work', value: 'ana@cafe.example' }],
    phoneNumbers: [{ type: 'mobile', value: '+351 912 000 111' }],
    companyId: 5,
  });
});

it('says beside the address that it belongs to somebody else', async () => {
  const taken = problem(422, 'request.invalid', 'Some fields are wrong.', {
    errors: [{ path: 'emails.0.value', message: 'This address belongs to another customer.' }],
  });
  renderConsole(aDeskWith({ 'PATCH /customers/3': () => taken }), '/customers/3?edit=true');
  const address = await screen.findByRole('textbox', { name: 'E-mail addresses' });
  await userEvent.clear(address);
  await userEvent.type(address, 'omar@cafe.example');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('This address belongs to another customer.');
});

it('asks before an address with changes is left', async () => {
  const { address } = renderConsole(aDeskWith(), '/customers/3?edit=true');
  await userEvent.type(await screen.findByRole('textbox', { name: /shown as/i }), '!');
  await userEvent.click(screen.getByRole('link', { name: /← Ana Ferreira/ }));
  const question = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(address()).toBe('/customers/3');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /shown as/i }).value).toBe('Ana Ferreira!');
});

it('shows what a merge moves before it is done, and takes it back', async () => {
  const desk = aDeskWith({
    'GET /search/customers': {
      items: [{ id: 4, name: 'A. Ferreira', address: 'ana@home.example', company: null, nameMarks: [] }],
    },
    'POST /customers/3/merges': aCustomer({ merged: [aNamesake] }),
    'DELETE /customers/3/merges/4': aCustomer(),
  });
  renderConsole(desk, '/customers/3');
  await userEvent.click(await screen.findByRole('button', { name: 'Merge…' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Find the other customer' }), 'Fer');
  await userEvent.click(await screen.findByRole('option', { name: /A. Ferreira/ }));
  const moves = await screen.findByRole('region', { name: 'What moves' });
  expect(
    within(moves)
      .getAllByRole('listitem')
      .map((line) => line.textContent),
  ).toEqual(['Addresses: ana@home.example', '1 case']);
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('A. Ferreira is a customer of its own again.');
  expect(desk.asked('POST /customers/3/merges')[0]?.body).toEqual({ customerId: 4 });
});

it('leads from a customer who was merged away to the one who stands for it', async () => {
  const gone = problem(410, 'customer.merged', 'Merged.', { mergedIntoId: 3 });
  renderConsole(aDeskWith({ 'GET /customers/9': () => gone }), '/customers/9');
  const link = await screen.findByRole('link', { name: 'Go there' });
  expect(link.getAttribute('href')).toBe('/customers/3');
});
