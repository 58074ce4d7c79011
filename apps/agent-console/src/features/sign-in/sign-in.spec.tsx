import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, cutOff, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const nobody: Answers = { 'GET /session': () => problem(401, 'session.required') };
const owner = { name: 'Noor', email: 'noor@larkspur.example', expiresAt: '2026-11-30T10:00:00.000Z' };
const codeRequired = () =>
  problem(401, 'session.code-required', 'Now the code.', {
    challenge: 'first-step-done',
    expiresAt: '2026-11-22T10:05:00.000Z',
  });

describe('signing in with a second factor', () => {
  async function atTheCode(answers: Answers = {}) {
    const desk = aDesk({ ...nobody, 'POST /session': codeRequired, ...answers });
    renderConsole(desk, '/account');
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'mia@larkspur.example');
    await userEvent.type(screen.getByLabelText('Password'), 'quiet otters{Enter}');
    const code = await screen.findByLabelText('Code');
    return { desk, code };
  }

  it('asks for the code and leads to the place that was asked for', async () => {
    const { desk, code } = await atTheCode({ 'POST /session/code': () => json(mia, 201) });
    expect(document.activeElement).toBe(code);
    await expectAccessible();
    await userEvent.type(code, '123 456{Enter}');
    expect(await screen.findByRole('heading', { name: 'Account' })).toBeTruthy();
    expect(desk.asked('POST /session/code')[0]?.body).toEqual({ challenge: 'first-step-done', code: '123 456' });
  });

  it('takes a recovery code instead', async () => {
    const wrong = () => problem(422, 'two-factor.wrong-code');
    const { code } = await atTheCode({ 'POST /session/code': wrong });
    await userEvent.type(code, '123456{Enter}');
    expect(await screen.findByText(/The code is wrong/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }));
    await userEvent.type(screen.getByLabelText('Recovery code'), 'k3vq-7m2x-ab4t-qz5d{Enter}');
    expect(await screen.findByText(/no recovery code of yours/)).toBeTruthy();
  });

  it('begins again with the password when the code came too late, the address kept', async () => {
    const late = () => problem(401, 'session.expired-challenge');
    const { code } = await atTheCode({ 'POST /session/code': late });
    await userEvent.type(code, '123456{Enter}');
    expect(await screen.findByText(/took too long/)).toBeTruthy();
    expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', 'mia@larkspur.example');
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  });

  it('says how long to wait after too many guesses', async () => {
    const throttled = () => problem(429, 'session.throttled', 'Too many.', { retryAfterSeconds: 900 });
    const { code } = await atTheCode({ 'POST /session/code': throttled });
    await userEvent.type(code, '123456{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Wait 15 minutes');
  });
});

describe('a forgotten password', () => {
  it('gives the same answer for every address', async () => {
    renderConsole(aDesk({ ...nobody, 'POST /password-resets': () => json(null, 202) }), '/');
    await userEvent.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'who@ever.example{Enter}');
    expect(await screen.findByText(/If somebody signs in here as who@ever.example/)).toBeTruthy();
    await expectAccessible();
  });

  it('is set anew with the link of the mail', async () => {
    const desk = aDesk({
      ...nobody,
      'POST /password-resets/look': owner,
      'POST /password-resets/complete': () => new Response(null, { status: 204 }),
    });
    renderConsole(desk, '/reset/a-token');
    await userEvent.type(await screen.findByLabelText('Password'), 'seven quiet otters{Enter}');
    expect(await screen.findByRole('heading', { name: 'Your password is set' })).toBeTruthy();
    expect(desk.asked('POST /password-resets/complete')[0]?.body).toEqual({
      token: 'a-token',
      password: 'seven quiet otters',
    });
    await expectAccessible();
  });

  it('takes another link when this one is over', async () => {
    renderConsole(aDesk({ 'POST /password-resets/look': () => problem(410, 'link.gone') }), '/reset/old');
    const way = await screen.findByRole('link', { name: 'Ask for a new link' });
    expect(way.getAttribute('href')).toBe('/forgotten-password');
  });
});

describe('an invitation', () => {
  const invited: Answers = { ...nobody, 'POST /invitations/look': owner };

  it('lets somebody in who says how she is called and chooses a password', async () => {
    const desk = aDesk({
      ...invited,
      'POST /invitations/accept': () => new Response(null, { status: 204 }),
      'POST /session': () => json(mia, 201),
    });
    const { address } = renderConsole(desk, '/invitation/a-token');
    await userEvent.type(await screen.findByLabelText('Your name'), ' Haddad');
    await userEvent.type(screen.getByLabelText('Password'), 'seven quiet otters');
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Join the desk' }));
    await waitFor(() => expect(address()).toBe('/cases/inbox'));
    expect(desk.asked('POST /invitations/accept')[0]?.body).toEqual({
      token: 'a-token',
      name: 'Noor Haddad',
      password: 'seven quiet otters',
    });
  });

  it('says what is wrong with a password as soon as the field is left', async () => {
    renderConsole(aDesk(invited), '/invitation/a-token');
    await userEvent.type(await screen.findByLabelText('Password'), 'Password123!');
    await userEvent.tab();
    expect(await screen.findByText(/Everybody knows this one/)).toBeTruthy();
  });

  it('that is over says so', async () => {
    renderConsole(aDesk({ ...nobody, 'POST /invitations/look': () => problem(410, 'link.gone') }), '/invitation/old');
    expect(await screen.findByText(/ask for another invitation/)).toBeTruthy();
    await expectAccessible();
  });

  it('keeps what was typed when the line is cut, and can be tried again when it was cut before', async () => {
    const desk = aDesk({ ...nobody, 'POST /invitations/look': cutOff });
    renderConsole(desk, '/invitation/a-token');
    expect((await screen.findByRole('alert')).textContent).toContain('It still works.');
    desk.answer({ 'POST /invitations/look': owner, 'POST /invitations/accept': cutOff });
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    await userEvent.type(await screen.findByLabelText('Password'), 'seven quiet otters{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('What you typed stays here');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'seven quiet otters');
  });
});
