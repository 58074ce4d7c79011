import type { Attachment } from '@bureau/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import type { Desk } from '../../testing/a-desk.ts';
import { aCase, aDelivery, aFeedEvent, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFeed } from './case-feed.tsx';
import { seenMemory } from './seen-memory.ts';
import { useFeed } from './use-feed.ts';

const supportCase = aCase({ id: 1042 });
const onUndo = vi.fn();

function Feed() {
  return <CaseFeed supportCase={supportCase} feed={useFeed(1042)} outgoing={null} onUndo={onUndo} />;
}

const feedOf = (...items: object[]) => ({ 'GET /cases/1042/feed': { items, next: null } });
const show = (desk: Desk) => renderPart(desk, <Feed />);
const ours = {
  direction: 'out' as const,
  author: { kind: 'user' as const, id: 6, name: 'Mia Lindqvist' },
  sender: null,
};

function aFile(given: Partial<Attachment>): Attachment {
  return {
    id: 1,
    fileName: 'file',
    contentType: 'application/octet-stream',
    size: 2000,
    sha256: 'ab',
    inline: false,
    url: `/api/v3/attachments/${given.id ?? 1}`,
    thumbnailUrl: null,
    erasedAt: null,
    ...given,
  };
}

describe('the feed of a case', { timeout: 30_000 }, () => {
  it('tells day by day what was said and done', async () => {
    const items = [
      aFeedMessage({ at: '2026-11-02T12:00:00.000+00:00' }),
      aFeedEvent({ at: '2026-11-03T12:00:00.000+00:00' }),
      aFeedMessage({ at: '2026-11-03T12:05:00.000+00:00', text: 'Please close the valve.', ...ours }),
    ];
    show(aDesk(feedOf(...items)));
    expect(await screen.findByText('It still drips when I close the valve.')).toBeTruthy();
    expect(screen.getByText('Omar Haddad raised the priority from 4 to 6')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
    await expectAccessible();
  });

  it('marks notes that were written in Salesforce, and those that their customer can read there', async () => {
    const note = {
      ...{ kind: 'note', sequence: 2, at: '2026-11-02T12:00:00.000+00:00', text: 'She called the shop.', html: null },
      ...{ author: { kind: 'sync', id: null, name: 'Erin Sales' }, mentionedUserIds: [], editedAt: null },
      ...{ erasedAt: null, editableUntil: '2026-11-02T12:15:00.000+00:00', attachments: [] },
    };
    show(aDesk(feedOf({ ...note, id: 1, published: false }, { ...note, id: 2, sequence: 3, published: true })));
    expect(await screen.findByText('from Salesforce')).toBeTruthy();
    expect(screen.getByText('from Salesforce, published there')).toBeTruthy();
    expect(screen.getAllByRole('article', { name: 'Internal note by Erin Sales' })).toHaveLength(2);
  });

  it('folds quoted history behind three dots', async () => {
    const text = 'Thank you!\n\nOn Monday Mia wrote:\n> Please close the valve.';
    show(aDesk(feedOf(aFeedMessage({ text, visibleLength: 10 }))));
    expect(await screen.findByText('Thank you!')).toBeTruthy();
    expect(screen.queryByText(/On Monday Mia wrote/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show quoted text' }));
    expect(screen.getByText(/On Monday Mia wrote/)).toBeTruthy();
  });

  it('warns of a sender who could not be verified and explains it', async () => {
    const sender = {
      verdict: 'unverified',
      spf: 'softfail',
      dkim: 'none',
      dmarc: 'fail',
      explain: 'Not signed by its domain.',
    };
    show(aDesk(feedOf(aFeedMessage({ sender: { ...sender, verdict: 'unverified' } }))));
    expect(await screen.findByText('Unverified sender')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Unverified sender: how we know/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Unverified sender' });
    expect(dialog.textContent).toContain('Not signed by its domain.');
    expect(dialog.textContent).toContain('probably failed');
  });

  it('shows the source of a mail to those who may see it', async () => {
    show(aDesk(feedOf(aFeedMessage({ intakeId: 17 }))));
    await userEvent.click(await screen.findByRole('button', { name: 'What to do with this message' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Source as received' }));
    const link = await screen.findByRole('link', { name: 'Download as a file' });
    expect(link.getAttribute('href')).toBe('/api/v3/intake/17/raw');
  });

  it('names what is lost before the content of a message is erased', async () => {
    const file = aFile({ fileName: 'passport.pdf' });
    const message = aFeedMessage({ id: 9, attachments: [file] });
    const desk = aDesk({ ...feedOf(message), 'POST /messages/9/erase': message });
    show(desk);
    await userEvent.click(await screen.findByRole('button', { name: 'What to do with this message' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Erase content…' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toMatch(/What the message says.*passport\.pdf \(2 kB\).*as it was received/);
    await userEvent.click(screen.getByRole('button', { name: 'Erase content…' }));
    await waitFor(() => expect(desk.asked('POST /messages/9/erase')).toHaveLength(1));
  });

  it('shows the pictures of a message large, and goes on with the arrows', async () => {
    const pictures = ['tray.png', 'valve.png'].map((fileName, id) => aFile({ id, fileName, thumbnailUrl: `/t/${id}` }));
    show(aDesk(feedOf(aFeedMessage({ attachments: pictures }))));
    await userEvent.click(await screen.findByRole('button', { name: /^Show\s*tray.png/ }));
    expect((await screen.findByRole('dialog')).textContent).toContain('1 of 2');
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('img', { name: 'valve.png' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('tells a run of what one person did in one line that opens', async () => {
    const changes = [{ field: 'status', from: 'open', to: 'resolved' }];
    show(aDesk(feedOf(aFeedEvent(), aFeedEvent({ changes }))));
    expect(await screen.findByText('Omar Haddad raised the priority from 4 to 6 and resolved this case')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('draws a line before what came since the reader last looked', async () => {
    seenMemory(window.localStorage, 6).remember(1042, 1);
    show(aDesk(feedOf(aFeedMessage({ sequence: 1 }), aFeedMessage({ sequence: 2, text: 'And now it smokes.' }))));
    expect(await screen.findByText('New since you last looked')).toBeTruthy();
    await waitFor(() => expect(seenMemory(window.localStorage, 6).recall(1042)).toBe(2));
  });

  it('quotes the receiver when a message was not delivered, and sends it again', async () => {
    const delivery = aDelivery({ id: 5, state: 'failed', attempts: 3, response: '550 5.1.1 No such user' });
    const desk = aDesk({ ...feedOf(aFeedMessage({ ...ours, delivery })), 'POST /deliveries/5/retry': delivery });
    show(desk);
    expect(await screen.findByText('550 5.1.1 No such user')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(desk.asked('POST /deliveries/5/retry')).toHaveLength(1));
  });

  it('asks a person what became of a delivery that nobody knows of', async () => {
    const delivery = aDelivery({ id: 5, state: 'unknown' });
    const desk = aDesk({ ...feedOf(aFeedMessage({ ...ours, delivery })), 'POST /deliveries/5/settle': delivery });
    show(desk);
    await userEvent.click(await screen.findByRole('button', { name: 'Say what happened' }));
    await userEvent.click(screen.getByRole('button', { name: 'It was delivered' }));
    await waitFor(() => expect(desk.asked('POST /deliveries/5/settle')[0]?.body).toEqual({ state: 'sent' }));
  });

  it('counts down as long as a message can be taken back', async () => {
    const undoUntil = new Date(Date.now() + 9_500).toISOString();
    show(aDesk(feedOf(aFeedMessage({ ...ours, delivery: aDelivery({ id: 5, state: 'pending', undoUntil }) }))));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo · 10 s' }));
    expect(onUndo).toHaveBeenCalledWith(5);
  });

  it('shows an HTML mail in a frame that can run nothing', async () => {
    const html = '<p>Hello</p><img data-remote-src="https://t.example/p.gif">';
    show(aDesk(feedOf(aFeedMessage({ html, hasRemoteImages: true }))));
    const frame = await screen.findByTitle('Message of Ana Ferreira');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin allow-popups allow-popups-to-escape-sandbox');
    expect(frame.getAttribute('srcdoc')).not.toContain('/api/v3/images');
    await userEvent.click(screen.getByRole('button', { name: 'Show images' }));
    expect(screen.getByTitle('Message of Ana Ferreira').getAttribute('srcdoc')).toContain('/api/v3/images?url=https');
  });

  it('folds the quoted history of an HTML mail too', async () => {
    const html =
      '<p>Thank you!</p><p>On Mon, 3 Nov 2026 at 10:00, Larkspur wrote:</p><blockquote><p>Close it.</p></blockquote>';
    show(aDesk(feedOf(aFeedMessage({ html }))));
    const fold = await screen.findByRole('button', { name: 'Show quoted text' });
    expect(screen.getByTitle('Message of Ana Ferreira').getAttribute('srcdoc')).toContain('data-quoted="hidden"');
    await userEvent.click(fold);
    expect(screen.getByTitle('Message of Ana Ferreira').getAttribute('srcdoc')).toContain('data-quoted="shown"');
  });

  it('says what failed and what is safe', async () => {
    show(aDesk({ 'GET /cases/1042/feed': () => problem(500, 'desk.failure') }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your draft and everything received are safe.');
  });
});
