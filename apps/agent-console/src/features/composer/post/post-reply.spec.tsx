import type { ReplyWay, ReplyWays, SocialPost } from '@bureau/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { askComposer } from '../../../pieces/composer-wishes.ts';
import { aDesk, json, mia } from '../../../testing/a-desk.ts';
import type { Answers, Desk } from '../../../testing/a-desk.ts';
import { aCase, aDelivery, aFeedMessage } from '../../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../../testing/render-screen.tsx';
import { Composer } from '../composer.tsx';
import { draftMemory } from '../draft-memory.ts';
import { emptyWriting } from '../writing.ts';
import type { Writing } from '../writing.ts';

const WAIT = { timeout: 15_000 };
const onX = aCase({ id: 1042, status: 'open', channel: 'twitter' });
const withoutAddress = { ...onX, customer: { id: 3, name: 'Ana Sousa', address: null } };

const post: SocialPost = {
  ...{ network: 'x', accountId: 1, accountHandle: 'larkspur', kind: 'reply', externalId: '9', parts: 1, url: null },
  author: {
    ...{ externalId: '42', handle: 'ana', name: 'Ana Sousa', avatarUrl: null, followers: 12, verified: false },
    ours: false,
  },
  ...{ editedAt: null, deletedAt: null, hiddenAt: null, likedAt: null, repostedAt: null, followedAt: null },
  reaction: null,
};
const asked = aFeedMessage({ id: 21, sequence: 3, channel: 'twitter', text: 'Is it broken?', post });
const sent = aFeedMessage({ sequence: 9, direction: 'out', delivery: aDelivery({ id: 70 }) });

const pictures = { types: ['image/jpeg', 'image/png'], size: 5 * 1024 * 1024, most: 4 };
const publicly: ReplyWay = {
  ...{ audience: 'public', kind: 'reply', answers: 21, to: { name: 'Ana Sousa', handle: 'ana' } },
  ...{ limit: 280, counting: 'x', files: [pictures], window: null, refusal: null },
};
const privately: ReplyWay = {
  ...{ audience: 'private', kind: 'message', answers: null, to: { name: 'Ana Sousa', handle: 'ana' } },
  ...{ limit: 10_000, counting: 'characters', files: [{ ...pictures, most: 1 }], window: null, refusal: null },
};
const ways: ReplyWays = {
  ...{ network: 'x', accountId: 1, ways: [publicly, privately] },
  accounts: [
    { id: 1, handle: 'larkspur', name: 'Larkspur Coffee', state: 'ok' },
    { id: 2, handle: 'larkspur_help', name: 'Larkspur Help', state: 'reconnect' },
  ],
};

function deskWith(answers: Answers = {}): Desk {
  return aDesk({
    'GET /cases/1042/draft': { draft: null },
    'PUT /cases/1042/draft': () => json({ draft: null }),
    'DELETE /cases/1042/draft': () => new Response(null, { status: 204 }),
    'GET /cases/1042/reply-recipients': { to: [], cc: [], leftOut: [] },
    'GET /cases/1042/reply-ways': ways,
    'POST /cases/1042/replies': () => json(sent, 201),
    ...answers,
  });
}

function show(desk: Desk, given: Partial<Writing> = {}, supportCase = onX) {
  const writing = { ...emptyWriting(3, 'key'), ...given };
  if (given.text) draftMemory(window.localStorage, 6, 1042).remember({ writing, saved: false });
  const nothing = () => undefined;
  const props = {
    revision: 0,
    onUndo: nothing,
    onSending: nothing,
    onAnswered: nothing,
    onWriting: nothing,
    onLeave: nothing,
  };
  renderPart(desk, <Composer supportCase={supportCase} feed={[asked]} {...props} />);
}

const words = (text: string) => ({ html: `<p>${text}</p>`, text });
const sheet = () => screen.findByRole('textbox', { name: 'Your reply' }, WAIT);
const sendButton = () => screen.findByRole('button', { name: 'Send and pending' }, WAIT);
const body = (desk: Desk) => desk.asked('POST /cases/1042/replies')[0]?.body;

beforeEach(() => window.localStorage.clear());

describe('an answer on X', { timeout: 40_000 }, () => {
  it('leaves on X as the customer wrote, as words alone, and no signature is shown', async () => {
    const desk = deskWith();
    show(desk, words('We look into it.'));
    expect(await screen.findByText('to @ana', undefined, WAIT)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Formatting' })).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'To' })).toBeNull();
    await expectAccessible();

    await userEvent.click(await sendButton());
    await waitFor(() => expect(desk.asked('POST /cases/1042/replies')).toHaveLength(1));
    expect(body(desk)).toMatchObject({
      text: 'We look into it.',
      post: { accountId: 1, audience: 'public', answers: 21 },
    });
    for (const field of ['html', 'to', 'cc', 'subject']) expect(body(desk)).not.toHaveProperty(field);
  });

  it('that is sent before the desk has said how it can leave goes out as soon as that is known', async () => {
    const answer = Promise.withResolvers<object>();
    const desk = deskWith({ 'GET /cases/1042/reply-ways': () => answer.promise });
    show(desk, words('We look into it.'));
    (await sheet()).focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(desk.asked('POST /cases/1042/replies')).toEqual([]);

    answer.resolve(ways);
    await waitFor(() => expect(body(desk)).toMatchObject({ text: 'We look into it.', post: { answers: 21 } }), WAIT);
    expect(desk.asked('POST /cases/1042/replies')).toHaveLength(1);
  });

  it('is refused while it is too long, says by how much, and leaves as a thread when its writer wants one', async () => {
    const desk = deskWith();
    show(desk, words(`${'A cup of coffee is waiting for you. '.repeat(9)}Bye.`));
    expect(await screen.findByText(/48 characters over. Shorten the text/, undefined, WAIT)).toBeTruthy();
    expect(screen.getByText('The text is too long for one post.')).toBeTruthy();
    expect((await sendButton()).hasAttribute('disabled')).toBe(true);

    await userEvent.click(screen.getByRole('checkbox', { name: 'Send as a thread of 2 posts' }));
    expect(screen.getByRole('list', { name: 'The posts of the thread' }).children).toHaveLength(2);
    await expectAccessible();
    await userEvent.click(await sendButton());
    await waitFor(() => expect(body(desk)).toMatchObject({ post: { split: true } }));
  });

  it('counts an address as 23 characters, as X does', async () => {
    show(deskWith(), words(`https://larkspur.com/${'a'.repeat(300)}`));
    expect(await screen.findByText('257 characters left', undefined, WAIT)).toBeTruthy();
  });

  it('is sent in private when its writer chooses so, and the choice is kept with the draft', async () => {
    const desk = deskWith();
    show(desk, words('Hello'));
    await userEvent.click(await screen.findByRole('button', { name: /Who reads it/ }, WAIT));
    await userEvent.click(await screen.findByRole('option', { name: /Direct message/ }));
    await waitFor(
      () => expect(desk.asked('PUT /cases/1042/draft').at(-1)?.body).toMatchObject({ post: { audience: 'private' } }),
      WAIT,
    );
    await userEvent.click(await sendButton());
    await waitFor(() => expect(body(desk)).toMatchObject({ post: { audience: 'private' } }));
  });

  it('says what is wrong with an account, and that it cannot send', async () => {
    const paused = { ...publicly, refusal: 'post.account-unavailable' };
    const session = { ...mia, permissions: [...mia.permissions, 'social-accounts:view', 'social-accounts:manage'] };
    const broken = { ...ways, accountId: 2, ways: [paused] };
    const account = { 'GET /social-accounts/2': { limits: [] } };
    show(deskWith({ 'GET /session': session, 'GET /cases/1042/reply-ways': broken, ...account }), words('Hello'));
    expect(await screen.findByText(/This account cannot send/, undefined, WAIT)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the account' }).getAttribute('href')).toContain('/social-accounts/2');
    expect((await sendButton()).hasAttribute('disabled')).toBe(true);
    await expectAccessible();
  });

  it('answers an earlier message that was chosen in the feed, without quoting it', async () => {
    const desk = deskWith();
    show(desk);
    const editor = await sheet();
    await screen.findByText('to @ana', undefined, WAIT);
    act(() => askComposer(1042, { kind: 'reply-to', messageId: 21 }));
    expect(await screen.findByText('Answers “Is it broken?”')).toBeTruthy();
    expect(editor.textContent).toBe('');
    await waitFor(() => expect(desk.asked('GET /cases/1042/reply-ways').at(-1)?.query.get('answers')).toBe('21'));
  });

  it('goes by e-mail instead where the customer has an address, and back', async () => {
    const desk = deskWith();
    show(desk, words('Hello'));
    await userEvent.click(await screen.findByRole('button', { name: 'Answer by e-mail instead' }, WAIT));
    expect(await screen.findByRole('group', { name: 'Formatting' }, WAIT)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Answer on X instead' })).toBeTruthy();
    await userEvent.click(await sendButton());
    await waitFor(() => expect(body(desk)).toMatchObject({ to: ['ana@cafe.example'], html: '<p>Hello</p>' }));
    expect(body(desk)).not.toHaveProperty('post');
  });

  it('takes the pictures of a mail with it that turns into a post', async () => {
    const desk = deskWith();
    const picture = { id: 5, fileName: 'valve.png', contentType: 'image/png', size: 900, sha256: 'ab' };
    const html = '<p>This one<img src="/api/v3/uploads/5" data-content-id="upload-5" alt="valve.png"></p>';
    show(desk, { html, text: 'This one', inside: [picture], to: ['ana@cafe.example'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Answer on X instead' }, WAIT));
    expect(await screen.findByRole('button', { name: /Remove valve\.png/ }, WAIT)).toBeTruthy();
    await userEvent.click(await sendButton());
    await waitFor(() => expect(body(desk)).toMatchObject({ text: 'This one', uploadIds: [5], post: {} }));
  });

  it('of somebody whose address nobody knows stays on X', async () => {
    show(deskWith(), words('Hello'), withoutAddress);
    expect(await screen.findByText('to @ana', undefined, WAIT)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Answer by e-mail instead' })).toBeNull();
  });

  it('takes no file that X does not, and says which and why', async () => {
    const upload = { id: 5, fileName: 'offer.pdf', contentType: 'application/pdf', size: 9, sha256: 'ab' };
    show(deskWith(), { ...words('See here'), uploads: [upload] });
    expect((await screen.findByRole('alert', undefined, WAIT)).textContent).toContain(
      '“offer.pdf” cannot be sent here',
    );
    expect((await sendButton()).hasAttribute('disabled')).toBe(true);
  });

  it('that could not be sent comes back as it was to leave', async () => {
    const desk = deskWith({
      'POST /deliveries/70/edit': {
        ...{
          replacesDeliveryId: 70,
          subject: '',
          text: 'One\n\nTwo',
          html: null,
          to: [],
          cc: [],
          bcc: [],
          uploads: [],
        },
        post: { accountId: 1, audience: 'private' },
      },
    });
    show(desk);
    await screen.findByText('to @ana', undefined, WAIT);
    act(() => askComposer(1042, { kind: 'edit-failed', deliveryId: 70 }));
    expect(await screen.findByText(/takes the place of the message/, undefined, WAIT)).toBeTruthy();
    await userEvent.click(await sendButton());
    await waitFor(() =>
      expect(body(desk)).toMatchObject({
        text: 'One\n\nTwo',
        post: { audience: 'private' },
        replacesDeliveryId: 70,
      }),
    );
  });
});

describe('an answer on Facebook', { timeout: 40_000 }, () => {
  const onFacebook = aCase({ id: 1042, status: 'open', channel: 'facebook' });
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000 + 30_000).toISOString();
  const message: ReplyWay = { ...privately, limit: 2_000, files: null, to: { name: 'Ana Sousa', handle: '' } };
  const facebook = (way: Partial<ReplyWay>) => ({
    'GET /cases/1042/reply-ways': { ...ways, network: 'facebook', ways: [{ ...message, ...way }] },
  });

  it('shows how long it can still be given', async () => {
    show(deskWith(facebook({ window: { endsAt: inHours(3), forPeopleOnly: false } })), words('Hello'), onFacebook);
    expect(await screen.findByText('Can be answered for 3 h 0 min', undefined, WAIT)).toBeTruthy();
  });

  it('says when only people may answer', async () => {
    show(deskWith(facebook({ window: { endsAt: inHours(50), forPeopleOnly: true } })), words('Hello'), onFacebook);
    expect(await screen.findByText(/Only people may answer now, for another 2 d 2 h/, undefined, WAIT)).toBeTruthy();
  });

  it('is refused when its time is over, with what to do instead', async () => {
    const over = { window: { endsAt: inHours(-1), forPeopleOnly: true }, refusal: 'post.window-closed' };
    show(deskWith(facebook(over)), words('Hello'), onFacebook);
    expect(await screen.findByText(/Answer in public or by e-mail/, undefined, WAIT)).toBeTruthy();
    expect((await sendButton()).hasAttribute('disabled')).toBe(true);
  });
});
