import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import type { Desk } from '../../testing/a-desk.ts';
import { aCase, aDelivery, aFeedEvent, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFeed } from './case-feed.tsx';
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

describe('the feed of a case', () => {
  it('tells day by day what was said and done', async () => {
    const items = [
      aFeedMessage({ at: '2026-11-02T12:00:00.000+00:00' }),
      aFeedEvent({ at: '2026-11-03T12:00:00.000+00:00' }),
      aFeedMessage({ at: '2026-11-03T12:05:00.000+00:00', text: 'Please close the valve.', ...ours }),
    ];
    show(aDesk(feedOf(...items)));
    expect(await screen.findByText('It still drips when I close the valve.')).toBeTruthy();
    expect(screen.getByText('Omar Haddad changed priority 4 → 6')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
    await expectAccessible();
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
    await userEvent.click(screen.getByRole('button', { name: /Sender, recipients and source/ }));
    expect(screen.getByText(/Not signed by its domain/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Source as received' }).getAttribute('href')).toMatch(
      /\/api\/v3\/intake\/\d+\/raw/,
    );
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
