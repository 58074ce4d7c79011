import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SitePage } from './index.ts';

const site = {
  companyName: '',
  timeZone: null,
  languages: ['en', 'de'],
  defaultLanguage: 'de',
  updatedAt: '2026-11-03T10:02:00.000+00:00',
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'settings:manage'] },
    'GET /site': site,
    ...answers,
  });

it('names the company and takes the time zone of the browser', async () => {
  const desk = aDeskOfAda({ 'PATCH /site': { ...site, companyName: 'Larkspur', timeZone: 'Europe/Lisbon' } });
  renderPart(desk, <SitePage />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Company' }), 'Larkspur');
  await userEvent.click(screen.getByRole('button', { name: /as this browser does/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(desk.asked('PATCH /site')[0]?.body).toMatchObject({ companyName: 'Larkspur', timeZone });
  await expectAccessible();
});

it('never keeps a default that is none of its languages', async () => {
  const desk = aDeskOfAda({ 'PATCH /site': site });
  renderPart(desk, <SitePage />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Company' }), 'L');
  await userEvent.click(screen.getByRole('button', { name: /Remove German/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('PATCH /site')[0]?.body).toMatchObject({ languages: ['en'], defaultLanguage: 'en' }),
  );
});

it('says that a colleague was faster, and keeps what was typed', async () => {
  const desk = aDeskOfAda({ 'PATCH /site': () => problem(412, 'request.precondition-failed') });
  renderPart(desk, <SitePage />);
  const company = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Company' });
  await userEvent.type(company, 'Larkspur');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Somebody else changed this/);
  expect(company.value).toBe('Larkspur');
});
