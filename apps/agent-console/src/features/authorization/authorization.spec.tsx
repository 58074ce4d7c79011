import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const asked = {
  application: { name: 'Warehouse', websiteUrl: 'https://warehouse.example', supportUrl: null },
  scopes: ['cases:view', 'cases:reply', 'rules:manage'],
  returnsTo: null,
  expiresAt: '2026-11-23T10:02:00.000Z',
};
const place = '/oauth/authorize?oauth_token=t0ken';
const aDeskThatIsAsked = (answers = {}) => aDesk({ 'GET /authorizations/t0ken': asked, ...answers });

beforeAll(() => Promise.all([import('./index.ts'), import('../sign-in/index.ts')]));

it('says who asks and what for, and gives a code to carry over', async () => {
  const desk = aDeskThatIsAsked({ 'POST /authorizations/t0ken/allow': { redirectTo: null, code: 'K7QF3M9T' } });
  renderConsole(desk, place);
  await screen.findByText('“Warehouse” wants to act for you at this desk.');
  expect(screen.getByText(`Signed in as ${mia.user.name}`)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Website' }).getAttribute('href')).toBe('https://warehouse.example');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
  await screen.findByText('K7QF3M9T');
  expect(screen.getByText(/Give it to nobody but “Warehouse”/)).toBeTruthy();
  await expectAccessible();
});

it('allows what is ticked: rules only when somebody means it', async () => {
  const sent: unknown[] = [];
  const desk = aDeskThatIsAsked({
    'POST /authorizations/t0ken/allow': ({ body }: { body: unknown }) => {
      sent.push(body);
      return problem(404, 'authorization.gone');
    },
  });
  renderConsole(desk, place);
  await screen.findByText('2 of 3 chosen');
  await userEvent.click(await screen.findByRole('checkbox', { name: /reply|answer/i }));
  expect(screen.getByText('1 of 3 chosen')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
  await screen.findByText('This request is over');
  await waitFor(() => expect(sent).toEqual([{ scopes: ['cases:view'] }]));
});

it('leads back whoever refuses', async () => {
  const redirectTo = 'https://warehouse.example/cb?oauth_problem=user_refused';
  const desk = aDesk({
    'GET /authorizations/t0ken': { ...asked, returnsTo: 'warehouse.example' },
    'POST /authorizations/t0ken/deny': { redirectTo },
  });
  renderConsole(desk, place);
  await userEvent.click(await screen.findByRole('button', { name: 'Deny' }));
  const back = await screen.findByRole('link', { name: 'Back to warehouse.example' });
  expect(back.getAttribute('href')).toBe(redirectTo);
  await expectAccessible();
});

it.each([
  [409, 'authorization.denied', 'Not allowed'],
  [404, 'authorization.gone', 'This request is over'],
  [503, 'desk.unavailable', 'What is asked could not be loaded.'],
])('says what is there instead of a question: %i %s', async (status, code, words) => {
  renderConsole(aDesk({ 'GET /authorizations/t0ken': () => problem(status, code) }), place);
  await screen.findByText(words);
  expect(screen.queryByRole('button', { name: 'Allow' })).toBeNull();
});

it('lets somebody sign in first, at the same address', async () => {
  renderConsole(aDeskThatIsAsked({ 'GET /session': () => problem(401, 'session.required') }), place);
  await screen.findByLabelText(/Password/);
  expect(screen.queryByText(/wants to act for you/)).toBeNull();
});
