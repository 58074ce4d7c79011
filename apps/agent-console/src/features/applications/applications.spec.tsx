import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { ApplicationsPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const shop = {
  id: 5,
  name: 'Shop',
  websiteUrl: null,
  callbackUrl: null,
  supportUrl: null,
  rateLimit: 1000,
  key: 'k3y',
  createdBy: { id: 6, name: 'Mia Lindqvist' },
  createdAt: at,
  updatedAt: at,
  lastUsedAt: null,
  tokenCount: 2,
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'api:manage'] },
    'GET /applications': { items: [shop] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <ApplicationsPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the programs with their tokens and who added them', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Shop.*2.*1,000.*Mia Lindqvist.*Never/ });
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: 'Shop' }));
  expect(went).toEqual([{ item: '5' }]);
});

it('shows the secret of a new program once, then opens its page', async () => {
  const desk = aDeskOfAda({ 'POST /applications': { application: shop, secret: 's3cret' } });
  const went = render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Shop');
  await userEvent.click(screen.getByRole('button', { name: 'Add application' }));
  await screen.findByText('s3cret');
  await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
  expect(went).toEqual([{ item: '5' }]);
});

it('names beside each field what is wrong with it, without asking the desk', async () => {
  const desk = aDeskOfAda();
  render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Shop');
  await userEvent.type(screen.getByRole('textbox', { name: 'Website' }), 'nonsense');
  const rate = screen.getByRole('textbox', { name: 'Requests a minute' });
  await userEvent.clear(rate);
  await userEvent.type(rate, 'many');
  await userEvent.click(screen.getByRole('button', { name: 'Add application' }));
  await screen.findByRole('textbox', { name: 'Requests a minute', description: 'Write a whole number.' });
  screen.getByRole('textbox', { name: 'Website', description: 'Write an address such as https://example.com.' });
  expect(desk.asked('POST /applications')).toEqual([]);
  await expectAccessible();
});

it('says beside the name that another program has it', async () => {
  const refused = () => problem(409, 'application.name-taken', 'Another API application has this name.');
  render(aDeskOfAda({ 'POST /applications': refused }), 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Shop');
  await userEvent.click(screen.getByRole('button', { name: 'Add application' }));
  await screen.findByRole('textbox', { name: /^Name/, description: 'Another API application has this name.' });
});
