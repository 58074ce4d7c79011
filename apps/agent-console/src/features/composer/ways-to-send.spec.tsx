import { DEFAULT_PREFERENCES } from '@bureau/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askComposer } from '../../pieces/composer-wishes.ts';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers, Desk } from '../../testing/a-desk.ts';
import { aCase, aDelivery, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { Composer } from './composer.tsx';
import type { ComposerProps } from './composer.tsx';
import { draftMemory } from './draft-memory.ts';
import { emptyWriting } from './writing.ts';
import type { Writing } from './writing.ts';

const WAIT = { timeout: 15_000 };
const supportCase = aCase({ id: 1042, status: 'open' });
const asked = aFeedMessage({ id: 21, sequence: 3 });
const sent = aFeedMessage({ sequence: 9, direction: 'out', delivery: aDelivery({ id: 70 }) });
const nothing = () => undefined;

function deskWith(answers: Answers = {}): Desk {
  return aDesk({
    'GET /cases/1042/draft': { draft: null },
    'PUT /cases/1042/draft': () => json({ draft: null }),
    'DELETE /cases/1042/draft': () => new Response(null, { status: 204 }),
    'GET /cases/1042/reply-recipients': {
      to: [{ name: 'Ana Ferreira', address: 'ana@cafe.example' }],
      cc: [],
      leftOut: [],
    },
    'POST /cases/1042/replies': () => json(sent, 201),
    'POST /cases/1042/forward': () => json(sent, 201),
    ...answers,
  });
}

function show(desk: Desk, given: Partial<Writing> = {}, more: Partial<ComposerProps> = {}) {
  const writing = { ...emptyWriting(3, 'key'), ...given };
  if (given.text) draftMemory(window.localStorage, 6, 1042).remember({ writing, saved: false });
  const props = {
    revision: 0,
    onUndo: nothing,
    onSending: nothing,
    onAnswered: nothing,
    onWriting: nothing,
    onLeave: nothing,
  };
  renderPart(desk, <Composer supportCase={supportCase} feed={[asked]} {...props} {...more} />);
}

const typed = { html: '<p>ok</p>', text: 'ok' };
const sheet = () => screen.findByRole('textbox', { name: 'Your reply' }, WAIT);

beforeEach(() => window.localStorage.clear());

describe('a case that a colleague holds', { timeout: 30_000 }, () => {
  const lock = { user: { id: 7, name: 'Omar Haddad' }, until: '2026-11-03T10:12:00.000+00:00' };
  const held = { 'POST /cases/1042/replies': () => problem(409, 'case.locked', 'A colleague works on it.', { lock }) };

  it('lets no reply leave, says who holds it, and takes it over to send', async () => {
    const desk = deskWith(held);
    const onTakeOver = vi.fn(async () => desk.answer({ 'POST /cases/1042/replies': () => json(sent, 201) }));
    show(desk, typed, { onTakeOver });
    await userEvent.click(await screen.findByRole('button', { name: 'Send and pending' }, WAIT));
    expect(await screen.findByText(/Omar Haddad is working on this case. Your text is safe/)).toBeTruthy();
    expect(screen.queryByText(/A colleague works on it/)).toBeNull();
    await expectAccessible();

    await userEvent.click(screen.getByRole('button', { name: 'Take over and send' }));
    await waitFor(() => expect(desk.asked('POST /cases/1042/replies')).toHaveLength(2));
    expect(onTakeOver).toHaveBeenCalledTimes(1);
  });

  it('is left to him by those who may not take over: the text waits as a draft', async () => {
    show(deskWith(held), typed);
    await userEvent.click(await screen.findByRole('button', { name: 'Send and pending' }, WAIT));
    expect(await screen.findByText(/send it when the case is free/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

it('a case in the trash takes no reply, and comes out of it by a press', async () => {
  const onRestore = vi.fn();
  const deletedAt = '2026-11-03T10:12:00.000+00:00';
  show(deskWith(), {}, { onRestore, supportCase: { ...supportCase, deletedAt } });
  expect(await screen.findByText(/in the trash. Restore it to answer/, undefined, WAIT)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
  expect(onRestore).toHaveBeenCalledTimes(1);
});

describe('ways to send', { timeout: 30_000 }, () => {
  it('forwards a message that was picked in the feed, to whom is named, and tells the customer nothing', async () => {
    const desk = deskWith();
    show(desk);
    await sheet();
    act(() => askComposer(1042, { kind: 'forward', messageIds: [21] }));
    const to = await screen.findByRole('combobox', { name: 'To' }, WAIT);
    await userEvent.click(to);
    await userEvent.paste('Legal <legal@x.example>; wrong');
    expect((await screen.findByRole('alert')).textContent).toContain('“wrong” is no e-mail address');
    await userEvent.click(screen.getByRole('button', { name: /Remove wrong/ }));
    await expectAccessible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Forward' }).at(-1) ?? to);
    await waitFor(() =>
      expect(desk.asked('POST /cases/1042/forward')[0]?.body).toMatchObject({
        to: ['legal@x.example'],
        messageIds: [21],
      }),
    );
    expect(desk.asked('POST /cases/1042/replies')).toHaveLength(0);
  });

  it('names recipients beside the customer, unseen ones too', async () => {
    const desk = deskWith();
    show(desk, typed);
    await sheet();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Bcc' }), 'omar@larkspur.example,');
    await userEvent.click(screen.getByRole('button', { name: 'Send and pending' }));
    await waitFor(() =>
      expect(desk.asked('POST /cases/1042/replies')[0]?.body).toMatchObject({ bcc: ['omar@larkspur.example'] }),
    );
    expect(desk.asked('POST /cases/1042/replies')[0]?.body).not.toHaveProperty('to');
  });

  it('changes the status without a message, and keeps what was written', async () => {
    const desk = deskWith({ 'PATCH /cases/1042': aCase({ id: 1042, status: 'resolved' }) });
    show(desk, typed);
    await sheet();
    await userEvent.click(screen.getByRole('button', { name: 'Other ways to send' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Only resolve/ }));
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[0]?.body).toEqual({ status: 'resolved' }));
    expect(desk.asked('POST /cases/1042/replies')).toHaveLength(0);
    expect((await sheet()).textContent).toBe('ok');
  });

  it('asks before a very short reply leaves, for those who want to be asked', async () => {
    const preferences = { ...DEFAULT_PREFERENCES, confirmShortReplies: true };
    const desk = deskWith({ 'GET /session': { ...mia, preferences } });
    show(desk, typed);
    await sheet();
    await userEvent.click(screen.getByRole('button', { name: 'Send and pending' }));
    expect(await screen.findByRole('alertdialog', { name: 'Send only “ok”?' })).toBeTruthy();
    expect(desk.asked('POST /cases/1042/replies')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Send it' }));
    await waitFor(() => expect(desk.asked('POST /cases/1042/replies')).toHaveLength(1));
  });

  it('brings a message that was not delivered back, to be sent in its place', async () => {
    const editable = {
      replacesDeliveryId: 55,
      subject: 'Re: Leak',
      text: 'Close the valve.',
      html: '<p>Close the valve.</p>',
      to: [{ name: '', address: 'ana@cafe.exmaple' }],
      cc: [],
      bcc: [],
      post: null,
      uploads: [],
    };
    const desk = deskWith({ 'POST /deliveries/55/edit': editable });
    show(desk);
    await sheet();
    act(() => askComposer(1042, { kind: 'edit-failed', deliveryId: 55 }));
    expect(await screen.findByText(/takes the place of the message that was not delivered/)).toBeTruthy();
    expect((await sheet()).textContent).toBe('Close the valve.');
    await userEvent.click(screen.getByRole('button', { name: 'Send and pending' }));
    await waitFor(() =>
      expect(desk.asked('POST /cases/1042/replies')[0]?.body).toMatchObject({
        text: 'Close the valve.',
        to: ['ana@cafe.exmaple'],
        replacesDeliveryId: 55,
      }),
    );
  });

  it('takes over what another tab wrote', async () => {
    show(deskWith(), typed);
    await sheet();
    const memory = draftMemory(window.localStorage, 6, 1042);
    const writing = { ...emptyWriting(3, 'key'), html: '<p>Written elsewhere</p>', text: 'Written elsewhere' };
    memory.remember({ writing, saved: true });
    const focus = document.hasFocus;
    document.hasFocus = () => false;
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: memory.name })));
    document.hasFocus = focus;
    await waitFor(async () => expect((await sheet()).textContent).toBe('Written elsewhere'));
  });
});
