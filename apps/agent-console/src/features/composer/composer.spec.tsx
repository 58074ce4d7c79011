import { keyOf } from '@bureau/client';
import { casesApi } from '@bureau/contracts';
import type { FeedItem } from '@bureau/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useFeed } from '../case-feed/index.ts';
import { askComposer } from '../../pieces/composer-wishes.ts';
import { aDesk, cutOff, json, problem } from '../../testing/a-desk.ts';
import type { Answers, Desk } from '../../testing/a-desk.ts';
import { aCase, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { Composer } from './composer.tsx';
import type { ComposerProps } from './composer.tsx';
import { draftMemory } from './draft-memory.ts';
import { emptyWriting } from './writing.ts';

const supportCase = aCase({ id: 1042 });
const first = aFeedMessage({ sequence: 3 });
const news = aFeedMessage({ sequence: 4, text: 'Forget it, I found the screw.' });
const mine = {
  sequence: 5,
  direction: 'out' as const,
  author: { kind: 'user' as const, id: 6, name: 'Mia Lindqvist' },
};

type Told = Pick<ComposerProps, 'onSending' | 'onAnswered'>;

function Reply({ onSending = () => undefined, onAnswered = () => undefined }: Partial<Told>) {
  const feed = useFeed(1042);
  if (!feed.isComplete) return null;
  const props = {
    revision: 0,
    onUndo: () => undefined,
    onSending,
    onAnswered,
    onWriting: () => undefined,
    onLeave: () => undefined,
  };
  return <Composer supportCase={supportCase} feed={feed.items} {...props} />;
}

function typed(text: string): void {
  const writing = { ...emptyWriting(3, 'first-key'), html: `<p>${text}</p>`, text };
  draftMemory(window.localStorage, 6, 1042).remember({ writing, saved: false });
}

const feedOf = (...items: FeedItem[]): Answers => ({ 'GET /cases/1042/feed': { items, next: null } });

function deskWith(answers: Answers): Desk {
  return aDesk({
    ...feedOf(first),
    'GET /cases/1042/draft': { draft: null },
    'PUT /cases/1042/draft': () => json({ draft: null }),
    'DELETE /cases/1042/draft': () => new Response(null, { status: 204 }),
    'POST /cases/1042/replies': () => json(aFeedMessage(mine), 201),
    ...answers,
  });
}

const sendButton = () => screen.findByRole('button', { name: 'Send and pending' });
const textOf = async () => (await screen.findByRole('textbox', { name: 'Your reply' })).textContent;
const replies = (desk: Desk) => desk.asked('POST /cases/1042/replies');
const keyAt = (desk: Desk, index: number) => replies(desk)[index]?.headers.get('idempotency-key');

beforeEach(() => window.localStorage.clear());

describe('a reply', { timeout: 30_000 }, () => {
  it('brings back what was typed before the page went away, and takes it to the desk', async () => {
    typed('Please close the valve');
    const desk = deskWith({});
    renderPart(desk, <Reply />);
    expect(await textOf()).toBe('Please close the valve');
    await waitFor(() => expect(desk.asked('PUT /cases/1042/draft')[0]?.body).toMatchObject({ sequence: 3 }));
    expect(await screen.findByText('Draft saved')).toBeTruthy();
    await expectAccessible();
  });

  it('shows the gaps of a macro, leads to them by a key, and asks once before it leaves with one', async () => {
    const desk = deskWith({});
    renderPart(desk, <Reply />);
    await screen.findByRole('textbox', { name: 'Your reply' });
    const html = '<p>Dear <span data-gap="customer.title"></span> Ferreira, thank you for your patience.</p>';
    act(() =>
      askComposer(1042, {
        ...{ kind: 'insert', html, subject: null, status: null, missing: [] },
        onTaken: () => undefined,
      }),
    );
    await screen.findByText('No value for Position: fill the gap.');
    expect(await textOf()).toBe('Dear Position Ferreira, thank you for your patience.');
    await expectAccessible();

    await userEvent.click(await sendButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Fill the gap' }));
    expect(replies(desk)).toHaveLength(0);
    await waitFor(() => expect(document.querySelector('.composer-gap.ProseMirror-selectednode')).toBeTruthy());

    await userEvent.click(await sendButton());
    const dialog = await screen.findByRole('alertdialog', { name: 'Send with a gap?' });
    expect(dialog.textContent).toContain('No value was found for Position.');
    await userEvent.click(screen.getByRole('button', { name: 'Send it' }));
    await waitFor(() => expect(replies(desk)).toHaveLength(1));
    expect(replies(desk)[0]?.body).toMatchObject({
      html: '<p>Dear  Ferreira, thank you for your patience.</p>',
      text: 'Dear  Ferreira, thank you for your patience.',
    });
  });

  it('lets its writer go as soon as the desk has answered: what she writes next is new work', async () => {
    typed('Please close the valve');
    const told: string[] = [];
    const desk = deskWith({});
    renderPart(
      desk,
      <Reply
        onAnswered={() => {
          told.push('answered');
          expect(desk.asked('GET /cases/1042/feed')).toHaveLength(1);
        }}
        onSending={(writing) => told.push(writing === null ? 'shown' : 'sending')}
      />,
    );
    await userEvent.click(await sendButton());
    await waitFor(() => expect(told).toEqual(['sending', 'answered', 'shown']));
    expect(desk.asked('GET /cases/1042/feed').length).toBeGreaterThan(1);
  });

  it('keeps what its writer goes on with while it is on its way: that is the next draft', async () => {
    typed('Please close the valve');
    let answer = (_: Response): void => undefined;
    const answered = new Promise<Response>((resolve) => (answer = resolve));
    const desk = deskWith({ 'POST /cases/1042/replies': () => answered });
    renderPart(desk, <Reply />);
    await userEvent.click(await sendButton());
    await waitFor(() => expect(replies(desk)).toHaveLength(1));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your reply' }), 'One more thing');

    await act(async () => answer(json(aFeedMessage(mine), 201)));
    await waitFor(() =>
      expect(desk.asked('PUT /cases/1042/draft').at(-1)?.body).toMatchObject({ text: 'One more thing' }),
    );
    expect(await textOf()).toBe('One more thing');
  });

  it('keeps the space before the next word while its writer looks at the note', async () => {
    typed('Please close ');
    const kept = {
      kind: 'reply',
      mode: 'reply',
      subject: null,
      to: null,
      cc: null,
      bcc: null,
      sequence: 3,
      uploads: [],
    };
    const draft = { ...kept, html: '<p>Please close </p>', text: 'Please close', updatedAt: first.at };
    renderPart(deskWith({ 'PUT /cases/1042/draft': { draft } }), <Reply />);
    expect(await textOf()).toBe('Please close ');
    await userEvent.click(screen.getByRole('button', { name: 'Note' }));
    await screen.findByRole('textbox', { name: 'Note' });
    await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
    expect(await textOf()).toBe('Please close ');
  });

  it('can be undone and done again, by button', async () => {
    typed('Please close the valve');
    renderPart(deskWith({}), <Reply />);
    await textOf();
    const undo = screen.getByRole('button', { name: 'Undo typing' });
    expect(undo).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Quote' }));
    const quoted = () => screen.getByRole('textbox', { name: 'Your reply' }).querySelector('blockquote');
    await waitFor(() => expect(quoted()).toBeTruthy());
    await userEvent.click(undo);
    await waitFor(() => expect(quoted()).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Redo typing' }));
    await waitFor(() => expect(quoted()).toBeTruthy());
  });

  it('says that the draft is kept in this browser while the desk is away', async () => {
    typed('Please close the valve');
    renderPart(deskWith({ 'PUT /cases/1042/draft': cutOff }), <Reply />);
    expect(await screen.findByText('Offline: kept in this browser')).toBeTruthy();
  });

  it('leaves with the sequence that was seen, a key, and the status that the button names', async () => {
    typed('Please close the valve');
    const desk = deskWith({});
    renderPart(desk, <Reply />);
    await userEvent.click(await sendButton());
    await waitFor(() => expect(replies(desk)).toHaveLength(1));
    expect(replies(desk)[0]?.body).toMatchObject({ text: 'Please close the valve', sequence: 3, status: 'pending' });
    expect(keyAt(desk, 0)).toBe('first-key');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Your reply' }).textContent).toBe(''));
    expect(draftMemory(window.localStorage, 6, 1042).recall()).toBeNull();
  });

  it('keeps its text and its key when the line is cut, so that trying again sends once', async () => {
    typed('Please close the valve');
    const desk = deskWith({ 'POST /cases/1042/replies': cutOff });
    renderPart(desk, <Reply />);
    await userEvent.click(await sendButton());
    expect((await screen.findByRole('alert')).textContent).toContain('Your text is safe');
    expect(await textOf()).toBe('Please close the valve');
    desk.answer({ 'POST /cases/1042/replies': () => json(aFeedMessage(mine), 201) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(replies(desk)).toHaveLength(2));
    expect(keyAt(desk, 1)).toBe('first-key');
  });

  it('warns while she writes when the customer writes too', async () => {
    typed('Please close the valve');
    const desk = deskWith({});
    renderPart(desk, <Reply />);
    await textOf();
    desk.answer(feedOf(first, news));
    await act(() => desk.queries.invalidateQueries({ queryKey: keyOf(casesApi.feed) }));
    expect(await screen.findByText('Forget it, I found the screw.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Keep writing' }));
    expect(screen.queryByText('Forget it, I found the screw.')).toBeNull();
    await userEvent.click(await sendButton());
    await waitFor(() => expect(replies(desk)[0]?.body).toMatchObject({ sequence: 4 }));
  });
});

describe('a reply to a case that moved on', { timeout: 30_000 }, () => {
  async function refused() {
    typed('Please close the valve');
    const desk = deskWith({});
    desk.answer({
      'POST /cases/1042/replies': () => {
        desk.answer(feedOf(first, news));
        return problem(409, 'case.moved-on');
      },
    });
    renderPart(desk, <Reply />);
    await userEvent.click(await sendButton());
    expect((await screen.findByRole('alert')).textContent).toContain('Forget it, I found the screw.');
    desk.answer({ 'POST /cases/1042/replies': () => json(aFeedMessage(mine), 201) });
    return desk;
  }

  it('shows what is new and keeps the text', async () => {
    await refused();
    expect(await textOf()).toBe('Please close the valve');
    await expectAccessible();
  });

  it('is sent anyway as a new intention that knows the news', async () => {
    const desk = await refused();
    await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(replies(desk)).toHaveLength(2));
    expect(replies(desk)[1]?.body).toMatchObject({ text: 'Please close the valve', sequence: 4 });
    expect(keyAt(desk, 1)).not.toBe('first-key');
  });

  it('takes the news into the draft as a quote', async () => {
    const desk = await refused();
    await userEvent.click(screen.getByRole('button', { name: 'Merge into draft' }));
    expect(await textOf()).toMatch(/Please close the valve.*Ana Ferreira wrote.*I found the screw/);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(await sendButton());
    await waitFor(() => expect(replies(desk)[1]?.body).toMatchObject({ sequence: 4 }));
  });

  it('is discarded, here and at the desk', async () => {
    const desk = await refused();
    await userEvent.click(screen.getByRole('button', { name: 'Discard my reply' }));
    await waitFor(() => expect(desk.asked('DELETE /cases/1042/draft')).not.toHaveLength(0));
    expect(await textOf()).toBe('');
    expect(draftMemory(window.localStorage, 6, 1042).recall()).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await textOf()).toBe('Please close the valve');
  });
});

describe('files of a reply', () => {
  it('are attached by the picker, and one that failed says so and can be tried again', async () => {
    let isUp = false;
    const sendBytes = () =>
      isUp
        ? Promise.resolve({
            status: 201,
            body: JSON.stringify({ id: 9, fileName: 'valve.pdf', contentType: 'application/pdf', size: 3, sha256: '' }),
          })
        : Promise.reject(new Error('cut'));
    const desk = aDesk(
      { ...feedOf(first), 'GET /cases/1042/draft': { draft: null }, 'PUT /cases/1042/draft': {} },
      sendBytes,
    );
    renderPart(desk, <Reply />);
    await userEvent.upload(
      await screen.findByLabelText('Attach files', { selector: 'input' }),
      new File(['pdf'], 'valve.pdf'),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('Not attached');
    isUp = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(desk.asked('PUT /cases/1042/draft').at(-1)?.body).toMatchObject({ uploadIds: [9] }));
  });
});
