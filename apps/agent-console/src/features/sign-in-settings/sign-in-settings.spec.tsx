import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SignInSettingsPage } from './index.ts';

const settings = {
  minPasswordLength: 10,
  twoFactorRequired: false,
  sessionHours: 2160,
  idleMinutes: 20_160,
  emailDomains: [],
  updatedAt: '2026-11-03T10:02:00.000+00:00',
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'roles:manage'] },
    'GET /roles': { items: [] },
    'GET /sign-in-settings': settings,
    ...answers,
  });

it('shows times in the largest unit that fits, and saves what was changed', async () => {
  const desk = aDeskOfAda({ 'PATCH /sign-in-settings': { ...settings, minPasswordLength: 14 } });
  renderPart(desk, <SignInSettingsPage />);
  const length = await screen.findByRole('textbox', { name: 'Shortest password' });
  expect(screen.getByDisplayValue('90')).toBeDefined();
  expect(screen.getByDisplayValue('14')).toBeDefined();
  await expectAccessible();
  await userEvent.clear(length);
  await userEvent.type(length, '14');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  expect(desk.asked('PATCH /sign-in-settings')[0]?.body).toMatchObject({ minPasswordLength: 14, sessionHours: 2160 });
});

it('names beside the field what the desk refuses', async () => {
  const refusal = { errors: [{ path: 'body.twoFactorRequired', message: 'Set up your own second factor first.' }] };
  const refused = () => problem(422, 'request.invalid', 'Some fields are missing or wrong; see errors.', refusal);
  renderPart(aDeskOfAda({ 'PATCH /sign-in-settings': refused }), <SignInSettingsPage />);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Everybody needs a second factor/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Set up your own second factor first.');
  await expectAccessible();
});
