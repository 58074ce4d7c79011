import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { SupportCentersPage } from './index.ts';

const larkspur = {
  ...{ brandId: 3, name: 'Larkspur', address: 'https://help.larkspur.example/', open: true, languages: ['en', 'de'] },
  ...{ offers: { email: true, questions: false, myCases: true }, hosts: ['help.larkspur.example'], colour: '#ffd400' },
  ...{ shades: { light: '#7f6a00', dark: '#ffd400', adjusted: true }, logo: null },
  changed: { at: '2026-11-03T10:02:00.000+00:00', by: 'Omar Haddad' },
};
const home = { name: 'page_index', isOwn: true, version: 2, changed: larkspur.changed };

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'brands:manage', 'themes:manage'] },
    'GET /support-centers': { items: [larkspur] },
    'GET /brands/3/support-center': larkspur,
    'GET /brands/3/theme': { items: [home] },
    'GET /brands/3/theme/page_index': { ...home, source: '<h1>Hello</h1>', original: '<h1>Welcome</h1>' },
    'GET /brands/3/theme/page_index/versions': {
      items: [
        { version: 2, source: '<h1>Hello</h1>', ...larkspur.changed },
        { version: 1, source: '<h1>First</h1>', ...larkspur.changed },
      ],
    },
    'POST /brands/3/theme/page_index/preview': { html: '<h1>Hello</h1>', path: '/', problem: null },
    'GET /brands/3/center-texts/en': { items: [{ key: 'home', original: 'Home', own: null }] },
    ...answers,
  });

const went: unknown[] = [];
const show = (desk: ReturnType<typeof aDesk>, at: Partial<AdminPageProps> = {}) =>
  renderPart(desk, <SupportCentersPage item={null} query={{}} go={(to) => void went.push(to)} {...at} />);

it('lists where customers of each brand find answers, and opens one', async () => {
  show(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Larkspur.*help\.larkspur\.example.*Open.*form.*own cases/ });
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: /^Larkspur/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('saves host names, one a line, and says of a wrong one what to write', async () => {
  const desk = aDeskOfAda({ 'PATCH /brands/3/support-center': larkspur });
  show(desk, { item: '3' });
  const hosts = await screen.findByRole('textbox', { name: /Host names/ });
  await userEvent.clear(hosts);
  await userEvent.paste('https://help.larkspur.example/');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('textbox', { name: /Host names/, description: /without https/ });
  await userEvent.clear(hosts);
  await userEvent.paste('help.larkspur.example\nhilfe.larkspur.example');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await expect
    .poll(() => desk.asked('PATCH /brands/3/support-center')[0]?.body)
    .toMatchObject({
      hosts: ['help.larkspur.example', 'hilfe.larkspur.example'],
    });
  await expectAccessible();
});

it('shows a template with the page that it makes, and takes an earlier version again', async () => {
  const desk = aDeskOfAda({ 'PUT /brands/3/theme/page_index': { ...home, source: '', original: '' } });
  show(desk, { item: '3', query: { template: 'page_index' } });
  await screen.findByTitle('Preview');
  await userEvent.click(screen.getByRole('button', { name: 'Versions' }));
  const versions = await screen.findByRole('list', { name: 'Versions' });
  await userEvent.click(await within(versions).findByRole('button', { name: 'Take it again' }));
  await screen.findByText('The other version is in use.');
  expect(desk.asked('PUT /brands/3/theme/page_index')[0]?.body).toEqual({ source: '<h1>First</h1>' });
});

it('says a text otherwise, in one language', async () => {
  const said = { items: [{ key: 'home', original: 'Home', own: 'Front page' }] };
  const desk = aDeskOfAda({ 'PATCH /brands/3/center-texts/en': said });
  show(desk, { item: '3', query: { tab: 'texts' } });
  const text = await screen.findByRole('textbox', { name: 'home' });
  await userEvent.clear(text);
  await userEvent.paste('Front page');
  await userEvent.click(screen.getByRole('button', { name: 'Say it so' }));
  await expect
    .poll(() => desk.asked('PATCH /brands/3/center-texts/en')[0]?.body)
    .toEqual({ texts: { home: 'Front page' } });
  await expectAccessible();
});

it('says what failed and offers to try again', async () => {
  show(aDeskOfAda({ 'GET /support-centers': () => problem(503, 'desk.unavailable', 'Not now.') }));
  await screen.findByRole('button', { name: /try again/i });
});
