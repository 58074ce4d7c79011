import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { WebhooksPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const webhook = {
  id: 3,
  name: 'Warehouse',
  url: 'https://warehouse.example/desk',
  enabled: true,
  delivered: 12,
  failed: 1,
  waiting: 0,
  lastDeliveredAt: at,
  updatedAt: at,
};
const call = {
  id: 8,
  key: 'key-8',
  event: 'rule.applied',
  caseId: 1042,
  state: 'failed',
  attempts: 5,
  status: 500,
  response: 'Out of order',
  error: 'It answered 500.',
  tookMs: 120,
  nextAttemptAt: null,
  createdAt: at,
  finishedAt: at,
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'rules:manage'] },
    'GET /webhooks': { items: [webhook] },
    'GET /webhooks/3': webhook,
    'GET /webhooks/3/calls': { items: [call], next: null },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <WebhooksPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the programs that are called, and how they fare', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Warehouse/ });
  expect(row.textContent).toContain('1 failed');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: /^Warehouse/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('is created with a secret that is made here and seen this once', async () => {
  const desk = aDeskOfAda({ 'POST /webhooks': webhook });
  const went = render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Warehouse');
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'https://warehouse.example/desk');
  await userEvent.click(screen.getByRole('button', { name: 'Make one' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create the webhook' }));
  await waitFor(() => expect(went).toEqual([{ item: '3', replace: true }]));
  expect(desk.asked('POST /webhooks')[0]?.body).toMatchObject({ secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

it('keeps its secret when another is not written', async () => {
  const desk = aDeskOfAda({ 'PATCH /webhooks/3': webhook });
  render(desk, '3');
  const secret = await screen.findByRole<HTMLInputElement>('textbox', { name: 'New secret' });
  expect(secret.value).toBe('');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '!');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  expect(desk.asked('PATCH /webhooks/3')[0]?.body).toEqual({ name: 'Warehouse!', url: webhook.url, enabled: true });
});

it('says why a call failed, and tries it again', async () => {
  const desk = aDeskOfAda({ 'POST /webhooks/3/calls/8/retry': () => ({ ...call, state: 'waiting' }) });
  render(desk, '3');
  await screen.findByText('It answered 500.');
  expect(screen.getByRole('link', { name: '#1042' }).getAttribute('href')).toBe('/cases/inbox/1042');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Try call 8 again' }));
  await screen.findByText('It is tried again now.');
});

it('says what the desk refuses beside the address', async () => {
  const errors = [{ path: 'url', message: 'This address is inside of the network.' }];
  const desk = aDeskOfAda({ 'PATCH /webhooks/3': () => problem(422, 'request.invalid', 'Wrong', { errors }) });
  render(desk, '3');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Address' }), '2');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('This address is inside of the network.');
});
