import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDesk, cutOff, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const off = { enabled: false, required: false, since: null, recoveryCodesLeft: 0 };
const on = { enabled: true, required: false, since: '2026-11-03T10:02:00.000Z', recoveryCodesLeft: 2 };
const setup = { uri: 'otpauth://totp/Bureau:mia?secret=JBSWY3DPEHPK3PXP', secret: 'JBSWY3DPEHPK3PXP' };
const recoveryCodes = ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'];
const here = {
  id: 1,
  createdAt: '2026-11-03T10:02:00.000Z',
  lastSeenAt: '2026-11-03T10:02:00.000Z',
  expiresAt: '2026-12-03T10:02:00.000Z',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0',
  network: '192.0.2.7',
  current: true,
};
const elsewhere = { ...here, id: 2, userAgent: 'curl/8.5.0', network: '198.51.100.9', current: false };

const settingUp: Answers = {
  'GET /two-factor': off,
  'GET /sessions': { items: [here] },
  'POST /two-factor': () => json(setup, 201),
  'POST /two-factor/confirm': { recoveryCodes },
};

async function writePasswordAndCode() {
  await userEvent.type(await screen.findByLabelText('Your password'), 'quiet otters{Enter}');
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
  await expectAccessible();
  await userEvent.type(screen.getByRole('textbox', { name: 'Code' }), '123456{Enter}');
  await screen.findByText('eeee-ffff-gggg-hhhh');
}

beforeAll(() => import('./account-page.tsx'));

describe('a second factor', () => {
  it('is set up step by step, and the recovery codes stay until they are kept', async () => {
    const desk = aDesk(settingUp);
    renderConsole(desk, '/account/security');
    await userEvent.click(await screen.findByRole('button', { name: 'Set up a second factor' }));
    await writePasswordAndCode();
    await expectAccessible();
    desk.answer({ 'GET /two-factor': { ...on, recoveryCodesLeft: 10 } });
    await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByText(/10 recovery codes left/)).toBeTruthy();
  });

  it('says which of password and code is wrong', async () => {
    const desk = aDesk({ ...settingUp, 'POST /two-factor': () => problem(422, 'password.wrong', 'Not right.') });
    renderConsole(desk, '/account/security');
    await userEvent.click(await screen.findByRole('button', { name: 'Set up a second factor' }));
    await userEvent.type(await screen.findByLabelText('Your password'), 'wrong{Enter}');
    expect(await screen.findByText('Not right.')).toBeTruthy();
    desk.answer({ ...settingUp, 'POST /two-factor/confirm': () => problem(422, 'two-factor.wrong-code') });
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Code' }), '000000{Enter}');
    expect(await screen.findByText(/its clock must be right/)).toBeTruthy();
  });

  it('warns of few recovery codes, and gives new ones for password and code', async () => {
    const desk = aDesk({ 'GET /two-factor': on, 'POST /two-factor/recovery-codes': { recoveryCodes } });
    renderConsole(desk, '/account/security');
    expect(await screen.findByText(/Few recovery codes are left/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'New recovery codes' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Your password'), 'quiet otters');
    await userEvent.type(dialog.getByLabelText('Code'), '123456');
    await userEvent.click(dialog.getByRole('button', { name: 'Make new codes' }));
    expect(await screen.findByText('aaaa-bbbb-cccc-dddd')).toBeTruthy();
    expect(desk.asked('POST /two-factor/recovery-codes')[0]?.body).toEqual({
      password: 'quiet otters',
      code: '123456',
    });
  });

  it('is switched off with password and code only', async () => {
    const desk = aDesk({
      'GET /two-factor': on,
      'POST /two-factor/disable': () => problem(422, 'two-factor.wrong-code', 'Wrong code.'),
    });
    renderConsole(desk, '/account/security');
    await userEvent.click(await screen.findByRole('button', { name: 'Switch off' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Your password'), 'quiet otters');
    await userEvent.type(dialog.getByLabelText('Code'), '000000');
    await userEvent.click(dialog.getByRole('button', { name: 'Switch off' }));
    expect(await dialog.findByText('Wrong code.')).toBeTruthy();
    desk.answer({ 'POST /two-factor/disable': () => new Response(null, { status: 204 }), 'GET /two-factor': off });
    await userEvent.click(dialog.getByRole('button', { name: 'Switch off' }));
    expect(await screen.findByRole('button', { name: 'Set up a second factor' })).toBeTruthy();
  });
});

describe('a role that demands a second factor', () => {
  const must = { ...mia, twoFactor: { enabled: false, required: true } };

  it('opens nothing but its set-up, and the desk right after', async () => {
    const desk = aDesk({ ...settingUp, 'GET /session': must });
    const { address } = renderConsole(desk, '/account');
    expect(await screen.findByText(/The role Administrator demands a second factor/)).toBeTruthy();
    expect(desk.asked('GET /filters/counts')).toEqual([]);
    await writePasswordAndCode();
    desk.answer({ 'GET /session': { ...must, twoFactor: { enabled: true, required: true } } });
    await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByRole('heading', { name: 'Account' })).toBeTruthy();
    expect(address()).toBe('/account');
  });

  it('says so as soon as the desk does, in the middle of the work', async () => {
    const desk = aDesk({ ...settingUp, 'GET /two-factor': off });
    renderConsole(desk, '/account/sessions');
    await screen.findByText('This one');
    desk.answer({ 'GET /session': must, 'GET /sessions': () => problem(403, 'two-factor.required') });
    await desk.queries.refetchQueries();
    expect(await screen.findByRole('heading', { name: 'Set up your second factor' })).toBeTruthy();
  });
});

describe('sessions', () => {
  it('are told apart, and another one is ended', async () => {
    const desk = aDesk({
      ...settingUp,
      'GET /sessions': { items: [here, elsewhere] },
      'DELETE /sessions/2': () => new Response(null, { status: 204 }),
    });
    renderConsole(desk, '/account/sessions');
    const mine = (await screen.findByText('Firefox on Linux')).closest('li')!;
    expect(mine.textContent).toContain('This one');
    expect(within(mine).queryByRole('button')).toBeNull();
    await expectAccessible();
    desk.answer({ 'GET /sessions': { items: [here] } });
    await userEvent.click(screen.getByRole('button', { name: 'End the session: curl, 198.51.100.9' }));
    expect(await screen.findByText('You are signed in nowhere else.')).toBeTruthy();
  });

  it('all others end after a question that says what is lost', async () => {
    const desk = aDesk({
      ...settingUp,
      'GET /sessions': { items: [here, elsewhere, { ...elsewhere, id: 3 }] },
      'DELETE /sessions': { ended: 2 },
    });
    renderConsole(desk, '/account/sessions');
    await userEvent.click(await screen.findByRole('button', { name: 'End all others' }));
    const question = within(await screen.findByRole('alertdialog'));
    expect(question.getByText(/2 sessions/)).toBeTruthy();
    await userEvent.click(question.getByRole('button', { name: 'End all others' }));
    await waitFor(() => expect(desk.asked('DELETE /sessions')).toHaveLength(1));
    expect(await screen.findByText('2 sessions ended.')).toBeTruthy();
  });

  it('stand beside the programs that act for me, any of which can be ended', async () => {
    const program = {
      ...{ id: 3, name: '', application: { id: 5, name: 'Warehouse' }, scopes: ['cases:view'], token: 't0ken' },
      ...{ expiresAt: null, expired: false, lastUsedAt: null, createdAt: '2026-11-03T10:02:00.000Z' },
    };
    const desk = aDesk({
      ...settingUp,
      'GET /access-tokens': { items: [program] },
      'DELETE /access-tokens/3': () => new Response(null, { status: 204 }),
    });
    renderConsole(desk, '/account/sessions');
    const end = await screen.findByRole('button', { name: 'End the access of Warehouse' });
    await expectAccessible();
    await userEvent.click(end);
    const question = within(await screen.findByRole('alertdialog'));
    desk.answer({ 'GET /access-tokens': { items: [] } });
    await userEvent.click(question.getByRole('button', { name: 'End' }));
    expect(await screen.findByText('No program acts for you.')).toBeTruthy();
    expect(desk.asked('DELETE /access-tokens/3')).toHaveLength(1);
  });

  it('that cannot be read say what is safe', async () => {
    renderConsole(aDesk({ ...settingUp, 'GET /sessions': cutOff }), '/account/sessions');
    expect(
      (await screen.findByText('Your sessions could not be read.')).closest('[role=alert]')?.textContent,
    ).toContain('You stay signed in here.');
  });

  it('can be left by the account menu', async () => {
    const desk = aDesk({ ...settingUp, 'DELETE /session': () => new Response(null, { status: 204 }) });
    renderConsole(desk, '/account');
    await userEvent.click(await screen.findByRole('button', { name: /Mia Lindqvist/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByLabelText('E-mail address')).toBeTruthy();
  });
});
