import type { IntegrationUrl } from '@bureau/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { IntegrationUrlsPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const orders: IntegrationUrl = {
  ...{ id: 3, name: 'Orders', description: '', kind: 'link', markup: 'https://erp.example/?q={{customer.email}}' },
  ...{ visibility: { for: 'group', groupId: 1 }, roleIds: [10], height: 240, enabled: true, origin: null },
  ...{ position: 1, secretAt: null, updatedAt: at, updatedBy: null },
};
const stock: IntegrationUrl = {
  ...orders,
  ...{ id: 4, name: 'Stock', kind: 'canvas', markup: 'https://stock.example/app', origin: 'https://stock.example' },
  ...{ visibility: { for: 'everyone' }, roleIds: [] },
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'integrations:manage'] },
    'GET /integration-urls': { items: [orders, stock] },
    'GET /integration-urls/3': () => json(orders),
    'GET /integration-urls/4': () => json(stock),
    'GET /roles': { items: [{ id: 10, name: 'Administrator' }] },
    'GET /cases': { items: [], next: null },
    'GET /custom-fields': { items: [] },
    'POST /integration-urls/try': { url: 'https://erp.example/?q=', problem: null },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <IntegrationUrlsPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists what stands beside cases in its order, and for whom', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Orders/ });
  await waitFor(() => expect(row.textContent).toContain('Group Support, as Administrator'));
  expect(screen.getByRole('row', { name: /Stock/ }).textContent).toContain('No secret yet');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: /^Orders/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('switches one off at once', async () => {
  const desk = aDeskOfAda({ 'PATCH /integration-urls/3': { ...orders, enabled: false } });
  render(desk);
  await userEvent.click(await screen.findByRole('switch', { name: 'Orders is on' }));
  await waitFor(() => expect(desk.asked('PATCH /integration-urls/3')[0]?.body).toEqual({ enabled: false }));
});

it('is made with an address whose result is seen before it is saved', async () => {
  const desk = aDeskOfAda({ 'POST /integration-urls': orders });
  const went = render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Orders');
  await userEvent.click(screen.getByRole('textbox', { name: 'Address' }));
  await userEvent.paste('https://erp.example/?q={{customer.email}}');
  const preview = await screen.findByRole('link', { name: 'Open it in a new tab' });
  expect(preview.getAttribute('href')).toBe('https://erp.example/?q=');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Save the integration' }));
  await waitFor(() => expect(went).toEqual([{ item: '3', replace: true }]));
  expect(desk.asked('POST /integration-urls')[0]?.body).toMatchObject({
    ...{ name: 'Orders', kind: 'link', markup: 'https://erp.example/?q={{customer.email}}' },
    ...{ visibility: { for: 'everyone' }, roleIds: [], height: 240, enabled: true },
  });
});

it('says beside the address what is wrong with it', async () => {
  const errors = [{ path: 'markup', message: 'Leave out user and password.' }];
  const desk = aDeskOfAda({ 'PATCH /integration-urls/3': () => problem(422, 'request.invalid', 'Wrong', { errors }) });
  render(desk, '3');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Address' }), 'x');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Leave out user and password.');
});

it('makes the secret of an app and shows it once', async () => {
  const made = { ...stock, secretAt: at };
  const desk = aDeskOfAda({
    'POST /integration-urls/4/secret': () => {
      desk.answer({ 'GET /integration-urls/4': () => json(made) });
      return { integrationUrl: made, secret: 'a-secret-seen-once' };
    },
  });
  render(desk, '4');
  await userEvent.click(await screen.findByRole('button', { name: 'Make a secret' }));
  await screen.findByText('a-secret-seen-once');
  await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
  await screen.findByText(/It is never shown again\./);
  await expectAccessible();
  expect(screen.queryByText('a-secret-seen-once')).toBeNull();
  // Another one takes a question first: the app refuses everything until it knows it.
  await userEvent.click(screen.getByRole('button', { name: 'Replace the secret' }));
  await screen.findByText('The app refuses every request until it knows the new secret');
  expect(desk.asked('POST /integration-urls/4/secret')).toHaveLength(1);
});
