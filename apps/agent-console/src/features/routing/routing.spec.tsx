import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RoutingBoard, RoutingOffer, RoutingState } from '@bureau/contracts';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase, aFeedMessage } from '../../testing/facts.ts';
import { renderConsole } from '../../testing/render-screen.tsx';

const inbox = { id: 1, key: 'inbox', name: 'Inbox' };
const load: RoutingState['load'] = [{ channel: 'email', inHand: 0, capacity: 10 }];
const state = (fields: Partial<RoutingState> = {}): RoutingState => ({
  ...{ playing: false, filterId: null, since: null, pausedBy: null, autoAccept: false, sound: false },
  ...{ absence: null, whenAway: 'keep', offer: null, load, filters: [inbox] },
  ...fields,
});
const offer: RoutingOffer = {
  id: 5,
  case: {
    ...{ id: 2, subject: 'The grinder is stuck', channel: 'email', priority: 8 },
    customer: { id: 3, name: 'Ana Ferreira' },
    waitingSince: '2026-11-03T09:50:00.000Z',
  },
  filter: inbox,
  reasons: [{ kind: 'last-handler' }, { kind: 'priority', priority: 8 }],
  offeredAt: '2026-11-03T10:02:00.000Z',
  expiresAt: '2026-11-03T10:02:30.000Z',
  secondsLeft: 30,
};

function atTheDesk(answers: Answers) {
  const session = { ...mia, permissions: [...mia.permissions, 'routing:work', 'routing:manage'] };
  return aDesk({
    'GET /session': session,
    'GET /filters/1/cases': { items: [], next: null },
    'GET /filters/1/next': { caseId: null },
    'GET /cases/2': aCase({ id: 2, subject: 'The grinder is stuck' }),
    'GET /cases/2/feed': { items: [aFeedMessage({ sequence: 1 })], next: null },
    'GET /cases/2/draft': { draft: null },
    'GET /routing/me': state(),
    ...answers,
  });
}

it('Play brings an offer with the reason, and Enter takes the case', async () => {
  const desk = atTheDesk({
    'POST /routing/play': () => state({ playing: true, offer }),
    'POST /routing/offers/5/accept': { caseId: 2 },
  });
  const { address } = renderConsole(desk, '/cases/inbox');

  await userEvent.click(await screen.findByRole('button', { name: 'Play' }));
  const offered = await screen.findByRole('region', { name: 'Offered case' });
  expect(within(offered).getByText('Ana Ferreira')).toBeTruthy();
  expect(within(offered).getByText('Why this one: you answered this customer last · priority 8')).toBeTruthy();
  expect(within(offered).getByRole('alert').textContent).toContain('The grinder is stuck, from Ana Ferreira');

  desk.answer({ 'GET /routing/me': state({ playing: true }) });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Accept'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/cases/inbox/2'));
  expect(desk.asked('GET /cases/2')).toHaveLength(1);
});

it('an offer that is over says so and goes', async () => {
  const desk = atTheDesk({
    'GET /routing/me': state({ playing: true, offer }),
    'POST /routing/offers/5/accept': () =>
      Response.json({ type: 'about:blank', title: 'Over.', status: 409, code: 'routing.offer-over' }, { status: 409 }),
  });
  renderConsole(desk, '/cases/inbox');
  const accept = await screen.findByRole('button', { name: 'Accept' });
  desk.answer({ 'GET /routing/me': state({ playing: true }) });
  await userEvent.click(accept);
  expect(await screen.findByText('Over.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Offered case' })).toBeNull());
});

it('n asks for the next offer while one plays, and says when nothing waits', async () => {
  const desk = atTheDesk({
    'GET /routing/me': state({ playing: true }),
    'POST /routing/next': state({ playing: true }),
  });
  renderConsole(desk, '/cases/inbox');
  await screen.findByRole('button', { name: 'Pause' });
  await userEvent.keyboard('n');
  expect(await screen.findByText('Nothing waits for you at the moment.')).toBeTruthy();
  expect(desk.asked('POST /routing/next')).toHaveLength(1);
});

it('whoever may not be given cases sees no Play', async () => {
  renderConsole(aDesk({ 'GET /filters/1/cases': { items: [], next: null } }), '/cases/inbox');
  await screen.findByRole('button', { name: 'Next' });
  expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
});

it('what is refused because one is out of office is said', async () => {
  const refused = () =>
    Response.json(
      { type: 'about:blank', title: 'You are out.', status: 409, code: 'routing.out-of-office' },
      { status: 409 },
    );
  renderConsole(atTheDesk({ 'POST /routing/play': refused }), '/cases/inbox');
  await userEvent.click(await screen.findByRole('button', { name: 'Play' }));
  expect(await screen.findByText('You are out.')).toBeTruthy();
});

it('an administrator says on the board that somebody is out of office', async () => {
  const absence = {
    from: '2026-11-02T08:00:00.000Z',
    until: '2031-11-09T08:00:00.000Z',
    standIn: { id: 6, name: 'Mia' },
  };
  const agent = {
    ...{ user: { id: 7, name: 'Omar Haddad' }, state: 'out', pausedBy: 'out', since: null, filter: null, offer: null },
    ...{ inHand: [], load: [], capacity: {}, languages: [], absence },
  };
  const desk = atTheDesk({
    'GET /routing/board': { agents: [agent], filters: [] },
    'PATCH /routing/agents/7': {},
    'PUT /routing/agents/7/absence': {},
  });
  renderConsole(desk, '/admin/routing');
  const omar = await screen.findByRole('row', { name: /Omar Haddad/ });
  expect(within(omar).getByText(/^Out of office until .* · Mia stands in$/)).toBeTruthy();

  await userEvent.click(omar);
  const out = await screen.findByRole('switch', { name: 'Out of office' });
  expect(out).toHaveProperty('checked', true);
  await userEvent.click(out);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(desk.asked('PUT /routing/agents/7/absence')[0]?.body).toEqual({ absence: null }));
});

it('the board says who does what, what waits and why', async () => {
  const board: RoutingBoard = {
    agents: [
      {
        ...{ user: { id: 7, name: 'Omar Haddad' }, state: 'playing', pausedBy: null, since: null, filter: inbox },
        ...{ offer: null, load: [{ channel: 'email', inHand: 1, capacity: 10 }], capacity: {}, languages: ['de'] },
        inHand: [{ caseId: 9, subject: 'Refund', channel: 'email', since: '2026-11-03T10:00:00.000Z' }],
        absence: null,
      },
    ],
    filters: [
      {
        filter: inbox,
        policy: { caseOrder: 'priority', agentOrder: 'least-busy', byLanguage: true, byLastHandler: false },
        ...{ waiting: 1, more: false, oldestSince: offer.case.waitingSince },
        front: [{ ...offer.case, why: 'at-work' }],
      },
    ],
  };
  const desk = atTheDesk({ 'GET /routing/board': board, 'POST /routing/agents/7/pause': {} });
  renderConsole(desk, '/admin/routing');

  const omar = await screen.findByRole('row', { name: /Omar Haddad/ });
  expect(within(omar).getByText('Works on #9 Refund')).toBeTruthy();
  expect(within(omar).getByText('E-mail 1/10')).toBeTruthy();
  expect(screen.getByText('Comes with Next: those who could are at work')).toBeTruthy();
  expect(screen.getByText(/Whoever has the fewest cases in hand · language preferred/)).toBeTruthy();
  await userEvent.click(within(omar).getByRole('button', { name: 'Pause' }));
  await waitFor(() => expect(desk.asked('POST /routing/agents/7/pause')).toHaveLength(1));
});
