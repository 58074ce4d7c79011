import type { RoutingState } from '@bureau/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFor } from '../../language/format.ts';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const omar = {
  id: 7,
  name: 'Omar Haddad',
  email: 'omar@larkspur.example',
  role: { id: 1, name: 'Agent' },
  state: 'active',
};
const state: RoutingState = {
  ...{ playing: false, filterId: null, since: null, pausedBy: null, autoAccept: false, sound: false },
  ...{ absence: null, whenAway: 'keep', offer: null, load: [], filters: [] },
};
const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

function atTheDesk(answers: Answers = {}) {
  return aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'routing:work'] },
    'GET /users': { items: [{ ...mia.user, state: 'active' }, omar] },
    'GET /routing/me': state,
    ...answers,
  });
}

beforeAll(() => import('./account-page.tsx'));
beforeEach(() => writeFor({ locale: 'en-GB', timeZone: 'Europe/Berlin' }));
afterEach(() => writeFor({}));

describe('out of office', () => {
  it('is set with a time and whoever stands in, by the reader’s clock', async () => {
    const set = ({ body }: { body: unknown }) => json({ ...state, ...(body as object) });
    const desk = atTheDesk({ 'PUT /routing/me/absence': set });
    renderConsole(desk, '/account/availability');
    await userEvent.click(await screen.findByRole('switch', { name: 'Out of office' }));
    expect(screen.getByText(/^Cases stay yours/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2031-07-01T09:00' } });
    fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2031-07-15T09:00' } });
    await userEvent.type(screen.getByRole('combobox', { name: /Who stands in/ }), 'Omar');
    await userEvent.click(await screen.findByRole('option', { name: /Omar Haddad/ }));
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    const absence = { from: '2031-07-01T07:00:00.000Z', until: '2031-07-15T07:00:00.000Z', standInId: 7 };
    await waitFor(() => expect(desk.asked('PUT /routing/me/absence')[0]?.body).toEqual({ absence }));
    expect(await screen.findByText(/^Out of office from 1 Jul, 09:00 until 15 Jul, 09:00/)).toBeTruthy();
  });

  it('that ends before it begins, or names nobody who can, says so at the field', async () => {
    const errors = [{ path: 'absence.standInId', message: 'This colleague is given no cases: choose somebody else.' }];
    const desk = atTheDesk({ 'PUT /routing/me/absence': () => problem(422, 'request.invalid', 'Wrong.', { errors }) });
    renderConsole(desk, '/account/availability');
    await userEvent.click(await screen.findByRole('switch', { name: 'Out of office' }));
    const until = screen.getByLabelText('Until');
    fireEvent.change(until, { target: { value: '2020-07-15T09:00' } });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Choose a time after the beginning.')).toBeTruthy();
    expect(desk.asked('PUT /routing/me/absence')).toEqual([]);

    fireEvent.change(until, { target: { value: '2041-07-15T09:00' } });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This colleague is given no cases: choose somebody else.')).toBeTruthy();
  });

  it('is shown at the foot of the rail, with the way back', async () => {
    const absence = { from: hour(-1), until: hour(30), standInId: 7 };
    const desk = atTheDesk({ 'GET /routing/me': { ...state, absence }, 'PUT /routing/me/absence': state });
    renderConsole(desk, '/account');
    expect(await screen.findByRole('link', { name: /^Out until/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'I am back' }));
    expect(await screen.findByRole('switch', { name: 'Available' })).toBeTruthy();
    expect(desk.asked('PUT /routing/me/absence')[0]?.body).toEqual({ absence: null });
  });

  it('is not for whom the desk gives no cases', async () => {
    renderConsole(aDesk({}), '/account/availability');
    const part = await screen.findByRole('tabpanel');
    expect(within(part).getByText(/^Routing gives you no cases/)).toBeTruthy();
  });
});
