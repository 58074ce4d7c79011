import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SystemMessageBar } from './system-message-bar.tsx';
import { SystemMessagePage } from './index.ts';

afterEach(() => localStorage.clear());

const updatedAt = '2026-11-03T10:02:00.000+00:00';
const nothing = { message: '', groupIds: [], until: null, updatedAt };

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'settings:manage'] },
    'GET /system-message/written': nothing,
    ...answers,
  });

it('shows what will be said while it is written, and says it to everybody', async () => {
  const desk = aDeskOfAda({ 'PUT /system-message/written': nothing });
  renderPart(desk, <SystemMessagePage />);
  await screen.findByText('Nothing is said at the moment.');
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'The mail is late today.');
  expect(screen.getAllByText('The mail is late today.', { exact: false }).length).toBeGreaterThan(1);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved.');
  expect(desk.asked('PUT /system-message/written')[0]?.body).toEqual({
    message: 'The mail is late today.',
    groupIds: [],
    until: null,
  });
  await expectAccessible();
});

it('says nothing to nobody: whoever chooses groups names one', async () => {
  const written = { ...nothing, message: 'Ring the supplier.', groupIds: [1] };
  const desk = aDeskOfAda({ 'GET /system-message/written': written });
  renderPart(desk, <SystemMessagePage />);
  await userEvent.click(await screen.findByRole('button', { name: /Remove Support/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Choose at least one group.');
  expect(desk.asked('PUT /system-message/written')).toEqual([]);
});

it('says that a colleague was faster, and keeps what was typed', async () => {
  const desk = aDeskOfAda({ 'PUT /system-message/written': () => problem(412, 'request.precondition-failed') });
  renderPart(desk, <SystemMessagePage />);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
  await userEvent.type(field, 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Somebody else changed this/);
  expect(field.value).toBe('Hello');
});

it('stands above the console until it is put away, and comes back when it says something else', async () => {
  const told = { message: 'The mail is late today.', until: null, updatedAt };
  const { unmount } = renderPart(aDesk({ 'GET /system-message': told }), <SystemMessageBar />);
  expect((await screen.findByRole('status')).textContent).toContain('The mail is late today.');
  await userEvent.click(screen.getByRole('button', { name: /Close/ }));
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  unmount();
  const next = { ...told, message: 'It is here.', updatedAt: '2026-11-03T11:00:00.000+00:00' };
  renderPart(aDesk({ 'GET /system-message': next }), <SystemMessageBar />);
  expect((await screen.findByRole('status')).textContent).toContain('It is here.');
});

it('is gone when its time has come', async () => {
  const told = { message: 'Until noon.', until: '2020-01-01T12:00:00.000Z', updatedAt };
  const desk = aDesk({ 'GET /system-message': told });
  renderPart(desk, <SystemMessageBar />);
  await waitFor(() => expect(desk.asked('GET /system-message')).toHaveLength(1));
  expect(screen.queryByRole('status')).toBeNull();
});
