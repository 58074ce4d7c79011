import { DEFAULT_PREFERENCES } from '@bureau/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const me = {
  ...mia.user,
  ...{ publicName: '', signature: 'Mia\nLarkspur Coffee', available: true, state: 'active' as const },
  ...{ groupIds: [], brandIds: [], twoFactor: false, lastSignInAt: null, updatedAt: '2026-11-03T10:02:00.000Z' },
};

beforeAll(() => import('./account-page.tsx'));

describe('my profile', () => {
  it('is saved by its button, and shows what customers will read', async () => {
    const desk = aDesk({ 'GET /users/me': me, 'PATCH /users/me': ({ body }) => json({ ...me, ...(body as object) }) });
    renderConsole(desk, '/account');
    const signature = await screen.findByRole('textbox', { name: 'Signature' });
    await userEvent.type(signature, '!');
    expect(document.querySelector('figure')?.textContent).toContain('Larkspur Coffee!');
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('PATCH /users/me')[0]?.body).toMatchObject({ signature: 'Mia\nLarkspur Coffee!' }),
    );
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });
});

describe('what calls me', () => {
  const changed = ({ body }: { body: unknown }) => {
    const { notifications } = body as { notifications: object };
    return json({ ...DEFAULT_PREFERENCES, notifications: { ...DEFAULT_PREFERENCES.notifications, ...notifications } });
  };

  it('is chosen by kind and way, kept at once, and taken back', async () => {
    const message = { inApp: true, browser: false, sound: true };
    const desk = aDesk({ 'PATCH /users/me/preferences': () => changed({ body: { notifications: { message } } }) });
    renderConsole(desk, '/account/notifications');
    const sound = await screen.findByRole('checkbox', { name: 'Messages: Sound' });
    expect(sound).toHaveProperty('checked', false);
    await expectAccessible();
    await userEvent.click(sound);
    expect(screen.getByRole('checkbox', { name: 'Messages: Sound' })).toHaveProperty('checked', true);
    expect(desk.asked('PATCH /users/me/preferences')[0]?.body).toEqual({ notifications: { message: { sound: true } } });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(desk.asked('PATCH /users/me/preferences')[1]?.body).toEqual({
        notifications: DEFAULT_PREFERENCES.notifications,
      }),
    );
  });

  it('goes back, said aloud, when the desk refuses', async () => {
    renderConsole(
      aDesk({ 'PATCH /users/me/preferences': () => problem(503, 'desk.unavailable', 'Not available.') }),
      '/account/notifications',
    );
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Mentions: Sound' }));
    expect(await screen.findByText('The desk did not keep your choice.')).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'Mentions: Sound' })).toHaveProperty('checked', true),
    );
  });
});

describe('how I write', () => {
  it('keeps the length of a short reply once it is a number', async () => {
    const preferences = { ...DEFAULT_PREFERENCES, confirmShortReplies: true };
    const desk = aDesk({
      'GET /session': { ...mia, preferences },
      'PATCH /users/me/preferences': { ...preferences, shortReplyBelow: 30 },
    });
    renderConsole(desk, '/account/writing');
    const length = await screen.findByRole('textbox', { name: 'Fewer characters than' });
    await userEvent.clear(length);
    await userEvent.type(length, '0{Enter}');
    expect(await screen.findByText('Write a whole number from 1 to 500.')).toBeTruthy();
    expect(desk.asked('PATCH /users/me/preferences')).toEqual([]);
    await userEvent.clear(length);
    await userEvent.type(length, '30{Enter}');
    await waitFor(() => expect(desk.asked('PATCH /users/me/preferences')[0]?.body).toEqual({ shortReplyBelow: 30 }));
  });
});

describe('how it looks', () => {
  it('is accessible and shows what holds now', async () => {
    renderConsole(aDesk(), '/account/preferences');
    expect(await screen.findByRole('button', { name: /Language/ })).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Time zone' })).toBeTruthy();
    await expectAccessible();
  });
});
