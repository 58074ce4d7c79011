import type { CheckStep, MailboxCheck } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const brand = {
  ...{ id: 1, name: 'Larkspur Coffee', slug: 'larkspur', signature: '', defaultMailboxId: null },
  ...{ userIds: [], groupIds: [], mailboxIds: [], changed: null },
};

const step = (side: CheckStep['side'], name: CheckStep['step'], more: Partial<CheckStep> = {}): CheckStep => ({
  ...{ side, step: name, state: 'ok', ms: 4, finding: null, message: '', about: {} },
  ...more,
});

/** Lines as the desk tells them: each step, then the whole. */
function lines(answer: MailboxCheck): Response {
  const told = [...answer.steps, answer].map((line) => `${JSON.stringify(line)}\n`).join('');
  return new Response(told, { headers: { 'content-type': 'application/x-ndjson' } });
}

const imapSteps = (['name', 'connect', 'encryption'] as const).map((name) => step('imap', name));
const inbox = {
  ...{ path: 'INBOX', messages: 1204, oldestAt: '2024-01-02T10:00:00.000Z', newestAt: '2026-11-20T10:00:00.000Z' },
  within: [7, 30, 90, 365].map((days) => ({ days, messages: days })),
};
const good = {
  ok: true,
  steps: [...imapSteps, step('imap', 'sign-in'), step('imap', 'folder')],
  folders: ['INBOX', 'Support'],
  folder: inbox,
};
const wrongPassword = {
  ok: false,
  steps: [
    ...imapSteps,
    step('imap', 'sign-in', { state: 'failed', finding: 'password-wrong', message: 'The server does not accept it.' }),
    step('imap', 'folder', { state: 'skipped' }),
  ],
  folders: [],
  folder: null,
};
const out = {
  ok: true,
  steps: (['name', 'connect', 'encryption', 'sign-in', 'sender'] as const).map((name) => step('smtp', name)),
  folders: [],
  folder: null,
};

function aDeskFor(answers: Answers = {}) {
  return aDesk({
    'GET /brands': { items: [brand] },
    'GET /mailboxes': { items: [] },
    'GET /checklist': { items: [] },
    'POST /mailboxes/check': ({ body }) => lines(JSON.stringify(body).includes('"smtp":"desk"') ? out : good),
    ...answers,
  });
}

async function writeAddress(address = 'support@larkspur.example') {
  await userEvent.type(await screen.findByRole('textbox', { name: /^Address/ }), address);
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
}

const valueOf = async (name: RegExp) => (await screen.findByRole<HTMLInputElement>('textbox', { name })).value;
const writePassword = async () => userEvent.type(await screen.findByLabelText('Password'), 'word');
const checkIn = async () => userEvent.click(screen.getByRole('button', { name: 'Check the way in' }));

describe('the way to a new mailbox', () => {
  it('goes from the address to a mailbox whose ways were both tried', async () => {
    const desk = aDeskFor({ 'POST /mailboxes': () => ({ id: 7, address: 'support@larkspur.example' }) });
    renderConsole(desk, '/admin/mailboxes/new');
    await writeAddress();
    expect(await valueOf(/IMAP server/)).toBe('imap.larkspur.example');
    await writePassword();
    await checkIn();
    const steps = await screen.findByRole('list', { name: 'Check of the incoming server' });
    expect(within(steps).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));

    await screen.findByText(/INBOX holds 1,204 mails/);
    await userEvent.click(screen.getByRole('radio', { name: /The last 30 days/ }));
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Check the way out' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await userEvent.click(await screen.findByRole('button', { name: /Satisfaction survey/ }));
    await userEvent.click(screen.getByRole('option', { name: /Send it after a resolution/ }));
    await userEvent.type(await screen.findByLabelText('Hours after the resolution'), '3');
    await userEvent.click(await screen.findByRole('button', { name: 'Add mailbox' }));

    expect(desk.asked('POST /mailboxes')[0]?.body).toMatchObject({
      address: 'support@larkspur.example',
      name: 'Larkspur Coffee',
      survey: 'send',
      surveyAfterHours: 3,
      imap: { host: 'imap.larkspur.example', port: 993, tls: true, password: 'word', importDays: 30 },
      smtp: null,
    });
  });

  it('says what is wrong, and lets only who insists go on', async () => {
    renderConsole(aDeskFor({ 'POST /mailboxes/check': () => lines(wrongPassword) }), '/admin/mailboxes/new');
    await writeAddress();
    await writePassword();
    await checkIn();
    expect(await screen.findAllByText(/The server does not accept it/)).not.toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    screen.getByRole('button', { name: 'Check again' });
    await userEvent.click(screen.getByRole('button', { name: 'Continue anyway' }));
    await screen.findByText(/nobody knows how much mail/);
  });

  it('loses nothing on the way back, and forgets a check when its settings change', async () => {
    renderConsole(aDeskFor(), '/admin/mailboxes/new');
    await writeAddress();
    await writePassword();
    await checkIn();
    await screen.findByRole('button', { name: 'Continue' });
    await userEvent.type(screen.getByRole('textbox', { name: /IMAP server/ }), 'x');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await valueOf(/^Address/)).toBe('support@larkspur.example');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await valueOf(/IMAP server/)).toBe('imap.larkspur.examplex');
  });

  it('goes on where somebody left, and keeps no password', async () => {
    const first = aDeskFor();
    renderConsole(first, '/admin/mailboxes/new');
    await writeAddress('support@gmail.com');
    await writePassword();
    expect(JSON.stringify(window.localStorage)).not.toContain('"word"');
    const kept = window.localStorage.getItem('bureau.connect-mailbox') ?? '';
    expect(JSON.parse(kept)).toMatchObject({
      address: 'support@gmail.com',
      place: 'in',
      imap: { host: 'imap.gmail.com' },
    });
    expect(kept).not.toContain('password');
  });

  it('names an address that is taken, or none, beside its field', async () => {
    const taken = { id: 1, address: 'support@larkspur.example', brand: { id: 1, name: 'Larkspur' } };
    renderConsole(aDeskFor({ 'GET /mailboxes': { items: [taken] } }), '/admin/mailboxes/new');
    await writeAddress('support');
    const address = await screen.findByRole('textbox', { name: /^Address/, description: /Write an e-mail address/ });
    await userEvent.type(address, '@larkspur.example');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('textbox', { name: /^Address/, description: 'Another mailbox already has this address.' });
  });
});
