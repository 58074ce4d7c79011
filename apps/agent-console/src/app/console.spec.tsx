import type { Mailbox } from '@bureau/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../testing/a-desk.ts';
import type { Answers } from '../testing/a-desk.ts';
import { aCase, aCaseSummary, aFeedMessage, anIntakeItem } from '../testing/facts.ts';
import { expectAccessible, renderConsole } from '../testing/render-screen.tsx';

const ana = aCaseSummary({
  id: 1042,
  subject: 'Espresso machine leaks',
  waitingSince: '2026-11-03T10:02:00.000+00:00',
});
const mailbox = {
  id: 1,
  brand: { id: 1, name: 'Larkspur Coffee' },
  address: 'support@larkspur.example',
  name: 'Larkspur Support',
  imap: null,
  smtp: null,
  groupId: 1,
  autoAcknowledge: true,
  ...{ survey: 'as-brand', surveyAfterHours: null },
  enabled: true,
  isDefault: true,
  state: 'ok',
  stateReason: '',
  sendingTrouble: '',
  imported: null,
  lastReceivedAt: null,
  changed: null,
} satisfies Mailbox;
const customer = {
  id: 3,
  name: 'Ana Ferreira',
  address: 'ana@cafe.example',
  addresses: ['ana@cafe.example'],
  company: null,
  caseCount: 2,
  createdAt: '2026-01-03T10:02:00.000+00:00',
};
const counted = { waiting: 0, message: 3, duplicate: 1, held: 1, suppressed: 0, failed: 0 };

const everything: Answers = {
  'GET /cases': { items: [ana], next: null },
  'GET /filters/1/cases': { items: [ana], next: null },
  'GET /cases/1042': aCase({ ...ana, status: 'open' }),
  'GET /cases/1042/feed': { items: [aFeedMessage({ sequence: 1 })], next: null },
  'GET /cases/1042/draft': { draft: null },
  'GET /customers/3': customer,
  'GET /intake': {
    items: [anIntakeItem({ id: 9, fate: 'held', reason: 'The sender is no party to the case.' })],
    next: null,
  },
  'GET /intake/9': anIntakeItem({ id: 9, fate: 'held' }),
  'GET /intake/balance': {
    items: [
      {
        day: '2026-11-03',
        mailbox: { id: 1, address: 'support@larkspur.example' },
        account: null,
        seen: 6,
        ...counted,
      },
    ],
  },
  'GET /mailboxes': { items: [mailbox] },
  'GET /brands': { items: [{ id: 1, name: 'Larkspur Coffee', slug: 'larkspur', signature: '' }] },
  'GET /system-log': {
    items: [
      {
        id: 1,
        at: '2026-11-03T10:02:00.000+00:00',
        level: 'error',
        part: 'delivery',
        message: 'The mail server refuses us.',
        details: {},
      },
    ],
    next: null,
  },
  'GET /setup': { needed: true },
};

const screens: [string, RegExp][] = [
  ['/cases/inbox/1042', /It still drips/],
  ['/intake', /no party to the case/],
  ['/intake/9', /Accept into #1042/],
  ['/mailboxes', /Receives on this desk/],
  ['/system-log', /The mail server refuses us/],
  ['/account/security', /Changing it ends every other session/],
  ['/set-up?token=abc', /This desk is empty/],
];

describe('every screen', () => {
  it.each(screens)('%s is there and accessible', async (address, text) => {
    renderConsole(aDesk(everything), address);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    await expectAccessible();
  });
});

describe('a session', () => {
  it('begins on the sign-in page and leads to the place that was asked for', async () => {
    const desk = aDesk({ ...everything, 'GET /session': () => problem(401, 'session.required') });
    const { address } = renderConsole(desk, '/intake/9');
    await userEvent.type(await screen.findByLabelText(/E-mail address/), 'mia@larkspur.example');
    await userEvent.type(screen.getByLabelText(/Password/), 'quiet-otter');
    await expectAccessible();
    desk.answer({ 'POST /session': () => json(mia, 201) });
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/Accept into #1042/)).toBeTruthy();
    expect(address()).toBe('/intake/9');
  });

  it('says what is wrong with the password', async () => {
    const refused = () => problem(401, 'session.refused', 'E-mail address or password is wrong.');
    renderConsole(aDesk({ 'GET /session': () => problem(401, 'session.required'), 'POST /session': refused }), '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('E-mail address or password is wrong.');
  });

  it('that ends in the middle keeps the place and says that nothing is lost', async () => {
    const desk = aDesk(everything);
    const { address } = renderConsole(desk, '/cases/inbox/1042');
    await screen.findAllByText(/It still drips/);
    desk.answer({ 'GET /cases/1042/feed': () => problem(401, 'session.required') });
    await desk.queries.refetchQueries();
    expect(await screen.findByText(/Your place and everything you typed are kept/)).toBeTruthy();
    expect(address()).toBe('/cases/inbox/1042');
  });
});

describe('keys', () => {
  it('are all shown by the question mark', async () => {
    renderConsole(aDesk(everything), '/cases/inbox/1042');
    await screen.findByRole('textbox', { name: 'Your reply' });
    await userEvent.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const what of ['Next case', 'Write a reply', 'Resolve, or reopen', 'Choose how to send', 'Assign']) {
      expect(sheet.textContent).toContain(what);
    }
  });

  it('resolve a case at once and offer to undo it', async () => {
    const desk = aDesk({ ...everything, 'PATCH /cases/1042': () => json(aCase({ ...ana, status: 'resolved' })) });
    renderConsole(desk, '/cases/inbox/1042');
    await screen.findByRole('button', { name: /Status: ?Open/ });
    await userEvent.keyboard('e');
    expect(await screen.findByRole('button', { name: /Status: ?Resolved/ })).toBeTruthy();
    expect(desk.asked('PATCH /cases/1042')[0]?.body).toEqual({ status: 'resolved' });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[1]?.body).toEqual({ status: 'open' }));
  });

  it('roll back loudly what the desk refuses', async () => {
    const refused = () => problem(409, 'case.transition', 'The case cannot go from its present status to that one.');
    renderConsole(aDesk({ ...everything, 'PATCH /cases/1042': refused }), '/cases/inbox/1042');
    await screen.findByRole('button', { name: /Status: ?Open/ });
    await userEvent.keyboard('e');
    expect(await screen.findByText(/cannot go from its present status/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Status: ?Open/ })).toBeTruthy();
  });

  it('open the people to assign to, found by a part of the name, and Enter assigns', async () => {
    const desk = aDesk({
      ...everything,
      'PATCH /cases/1042': () => json(aCase({ ...ana, assignee: { id: 6, name: 'Mia Lindqvist' } })),
    });
    renderConsole(desk, '/cases/inbox/1042');
    await screen.findByRole('button', { name: /Assignee: ?Unassigned/ });
    await userEvent.keyboard('a');
    await screen.findByRole('menuitem', { name: /Mia Lindqvist \(me\)/ });
    await userEvent.keyboard('lind{Enter}');
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[0]?.body).toEqual({ assigneeId: 6 }));
  });

  it('write a reply: r goes into the text, Escape leads back to the list', async () => {
    renderConsole(aDesk(everything), '/cases/inbox/1042');
    const text = await screen.findByRole('textbox', { name: 'Your reply' });
    await userEvent.keyboard('r');
    await waitFor(() => expect(document.activeElement).toBe(text));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox')));
  });
});

describe('intake', () => {
  it('accepts a held mail into the case it is suggested for', async () => {
    const desk = aDesk({ ...everything, 'POST /intake/9/accept': () => json(anIntakeItem({ id: 9 })) });
    renderConsole(desk, '/intake/9');
    await userEvent.click(await screen.findByRole('button', { name: 'Accept into #1042' }));
    await waitFor(() => expect(desk.asked('POST /intake/9/accept')[0]?.body).toEqual({ into: 'suggested-case' }));
  });

  it('shouts when a balance does not close', async () => {
    renderConsole(aDesk(everything), '/intake');
    await userEvent.click(await screen.findByRole('button', { name: 'Show the balance' }));
    expect((await screen.findByRole('alert')).textContent).toContain('1 balance does not close.');
    expect(screen.getByText('1 unaccounted')).toBeTruthy();
  });
});
