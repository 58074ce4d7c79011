import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useFeed } from '../case-feed/index.ts';
import { aDesk, cutOff, json } from '../../testing/a-desk.ts';
import type { Answers, Sent } from '../../testing/a-desk.ts';
import { aCase, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { Composer } from './composer.tsx';

const supportCase = aCase({ id: 1042 });

function Place() {
  const feed = useFeed(1042);
  if (!feed.isComplete) return null;
  const props = {
    revision: 0,
    onUndo: nothing,
    onSending: nothing,
    onAnswered: nothing,
    onWriting: nothing,
    onLeave: nothing,
  };
  return <Composer supportCase={supportCase} feed={feed.items} {...props} />;
}

function nothing() {
  return undefined;
}

function deskWith(answers: Answers = {}) {
  return aDesk({
    'GET /cases/1042/feed': { items: [aFeedMessage({ sequence: 3 })], next: null },
    'GET /cases/1042/draft': { draft: null },
    'PUT /cases/1042/draft': () => json({ draft: null }),
    'POST /cases/1042/notes': () => json({ sequence: 4 }, 201),
    ...answers,
  });
}

async function openNote() {
  await screen.findByRole('textbox', { name: 'Your reply' });
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  return screen.findByRole('textbox', { name: 'Note' });
}

beforeEach(() => window.localStorage.clear());

describe('a note', { timeout: 30_000 }, () => {
  it('names a colleague by @ and the beginning of his name, who is told', async () => {
    const desk = deskWith();
    renderPart(desk, <Place />);
    await userEvent.type(await openNote(), 'Ask @had');
    expect(await screen.findByRole('option', { name: /Omar Haddad/ })).toBeTruthy();
    await expectAccessible();
    await userEvent.keyboard('{Enter}about the tray');
    await userEvent.click(screen.getByRole('button', { name: /Add note/ }));
    await waitFor(() =>
      expect(desk.asked('POST /cases/1042/notes')[0]?.body).toMatchObject({
        text: 'Ask @Omar Haddad about the tray',
        mentionedUserIds: [7],
      }),
    );
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', ''));
  });

  it('is a draft of its own beside the reply', async () => {
    const draft = { kind: 'note', text: 'Not for Ana', html: '', sequence: 3, uploads: [] };
    const saved = ({ query }: Sent) => ({ draft: query.get('kind') === 'note' ? draft : null });
    const desk = deskWith({ 'GET /cases/1042/draft': saved, 'PUT /cases/1042/draft': saved });
    renderPart(desk, <Place />);
    await userEvent.type(await openNote(), '!');
    await waitFor(() => expect(desk.asked('PUT /cases/1042/draft')[0]?.query.get('kind')).toBe('note'));
    await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
    expect((await screen.findByRole('textbox', { name: 'Your reply' })).textContent).toBe('');
    expect(await openNote()).toHaveProperty('value', 'Not for Ana');
  });

  it('stays where it is when the line is cut', async () => {
    renderPart(deskWith({ 'POST /cases/1042/notes': cutOff }), <Place />);
    const field = await openNote();
    await userEvent.type(field, 'The tray is cracked');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Your note is safe in this browser.');
    expect(field).toHaveProperty('value', 'The tray is cracked');
  });

  it('that was not added is still told as such after the page was drawn anew, until it is added', async () => {
    const desk = deskWith({ 'POST /cases/1042/notes': cutOff, 'PUT /cases/1042/draft': cutOff });
    const { unmount } = renderPart(desk, <Place />);
    await userEvent.type(await openNote(), 'The hinge is loose');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Not added.');
    unmount();
    renderPart(desk, <Place />);
    expect(await openNote()).toHaveProperty('value', 'The hinge is loose');
    expect((await screen.findByRole('alert')).textContent).toContain('Not added.');
    desk.answer({ 'POST /cases/1042/notes': () => json({ sequence: 4 }, 201) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Not added.')).toBeNull());
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', '');
  });
});
