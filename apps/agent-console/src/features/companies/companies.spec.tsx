import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const cafe = {
  id: 5,
  name: 'Café Lisboa',
  domains: ['cafe.example'],
  createdAt: '2026-03-01T09:00:00.000+00:00',
  updatedAt: '2026-03-01T09:00:00.000+00:00',
  externalId: null,
  customFields: {},
  customerCount: 2,
};

function aDeskWith(answers: Answers = {}) {
  return aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'companies:update'] },
    'GET /custom-fields': { items: [] },
    'GET /companies': { items: [cafe], next: null },
    'GET /companies/5': cafe,
    'GET /companies/5/cases': { items: [], next: null },
    ...answers,
  });
}

it('makes a company with its domains, one a line', async () => {
  const desk = aDeskWith({ 'POST /companies': () => Response.json(cafe, { status: 201 }) });
  renderConsole(desk, '/companies/new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Café Lisboa');
  await userEvent.type(screen.getByRole('textbox', { name: 'Domains' }), 'cafe.example\ncafe.pt');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));
  await screen.findByRole('heading', { name: 'Café Lisboa' });
  expect(desk.asked('POST /companies')[0]?.body).toMatchObject({
    name: 'Café Lisboa',
    domains: ['cafe.example', 'cafe.pt'],
  });
});

it('names a domain that is none, before the desk is asked', async () => {
  const desk = aDeskWith();
  renderConsole(desk, '/companies/new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Café Lisboa');
  await userEvent.type(screen.getByRole('textbox', { name: 'Domains' }), 'not a domain');
  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));
  await screen.findByText('Write a domain such as acme.com.');
  expect(desk.asked('POST /companies')).toEqual([]);
});

it('says what is lost before a company is deleted', async () => {
  const desk = aDeskWith({ 'DELETE /companies/5': () => new Response(null, { status: 204 }) });
  const { address } = renderConsole(desk, '/companies/5');
  await userEvent.click(await screen.findByRole('button', { name: 'Delete…' }));
  const question = await screen.findByRole('alertdialog', { name: 'Delete Café Lisboa?' });
  expect(within(question).queryByText('2 customers lose their company')).not.toBeNull();
  await userEvent.click(within(question).getByRole('button', { name: 'Delete company' }));
  await screen.findByText('Café Lisboa was deleted.');
  expect(address()).toBe('/companies');
});
