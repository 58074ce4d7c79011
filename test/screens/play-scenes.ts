import type { Absence, PausedBy, RoutingOffer, RoutingState } from '@bureau/contracts';
import type { Page } from 'playwright-core';
import { busiestCase } from './find.ts';
import { press } from './doings.ts';
import type { Scene } from './scene.ts';

const filter = { id: 4, key: 'unassigned', name: 'Unassigned' };
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** The life of an agent who is given cases, from the first offer to the holiday. */
export function playing(): Scene[] {
  const path = '/cases/inbox';
  const offered = when({ playing: true, offer: anOffer() });
  const refused = { status: 409, code: 'routing.out-of-office', title: 'You are out of office.' };
  return [
    { name: 'Play: a case is offered', path, prepare: offered },
    { name: 'Play: a case is offered in German', path, language: 'de', prepare: offered },
    { name: 'Play: a case is offered while one reads another', path: busiestCase, prepare: offered },
    { name: 'Play: a case is offered, with long names', path, prepare: when({ playing: true, offer: aLongOffer() }) },
    { name: 'Play: nothing waits', path, prepare: when({ playing: true }, 'n') },
    { name: 'Play: paused after offers that were let pass', path, prepare: when({ pausedBy: 'timeouts' }) },
    { name: 'Play: the desk cannot be reached', path, prepare: when({}, 'Shift+N') },
    {
      name: 'Play: refused while out of office',
      path,
      prepare: when({ absence: anAbsence(), pausedBy: 'out' }, 'Shift+N', refused),
    },
    { name: 'Play: availability', path: '/account/availability' },
    {
      name: 'Play: out of office',
      path: '/account/availability',
      prepare: when({ absence: anAbsence(), whenAway: 'reassign' }),
    },
    {
      ...{ name: 'Play: out of office in German', path: '/account/availability', language: 'de' },
      prepare: when({ absence: anAbsence(), whenAway: 'give-back' }),
    },
    {
      name: 'Play: out of office for whom nobody stands in',
      path: '/account/availability',
      as: 'agent',
      prepare: goOut,
    },
  ];
}

/** Switches it on and asks for what cannot be. */
const goOut = async (page: Page) => {
  await page.getByRole('switch', { name: 'Play: out of office' }).click();
  await page.getByLabel('Until').fill('2020-01-01T09:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Choose a time after the beginning.').waitFor();
};

interface Refused {
  status: number;
  code: string;
  title: string;
}
const UNREACHABLE: Refused = { status: 503, code: 'desk.unavailable', title: 'Not available.' };

/**
 * The page hears that this is where routing has its person: on the desk all scenes are taken at once, and an offer to a
 * person would appear in every one of them.
 */
function when(state: Partial<RoutingState>, key?: string, refused: Refused = UNREACHABLE) {
  return async (page: Page) => {
    await page.route('**/api/v3/routing/me', (route) => route.fulfill({ json: { ...ATHOME, ...state } }));
    await page.route('**/api/v3/routing/next', (route) => route.fulfill({ json: { ...ATHOME, ...state } }));
    await page.route('**/api/v3/routing/play', (route) =>
      route.fulfill({ status: refused.status, json: { type: 'about:blank', ...refused } }),
    );
    await page.reload();
    await page.locator('.routing-play, .bu-live').first().waitFor({ state: 'attached' });
    if (state.offer) await page.locator('.routing-offer').waitFor();
    if (key === undefined) return;
    await page.waitForLoadState('networkidle');
    await press(key)(page);
    await page.locator('.bu-toast').first().waitFor();
  };
}

const PAUSED: PausedBy = 'self';
const ATHOME: RoutingState = {
  ...{ playing: false, filterId: null, since: null, pausedBy: PAUSED, autoAccept: false, sound: true, absence: null },
  ...{ whenAway: 'keep', offer: null, filters: [filter] },
  load: [{ channel: 'email', inHand: 2, capacity: 10 }],
};

function anOffer(): RoutingOffer {
  return {
    ...{ id: 1, filter, offeredAt: minutesFromNow(0), expiresAt: minutesFromNow(0.5), secondsLeft: 24 },
    case: {
      ...{ id: 12, subject: 'Kestrel Duo leaks from the boiler', channel: 'email', priority: 8 },
      ...{ customer: { id: 3, name: 'Marcus Bell' }, waitingSince: minutesFromNow(-47) },
    },
    reasons: [
      { kind: 'last-handler' },
      { kind: 'priority', priority: 8 },
      { kind: 'waiting', since: minutesFromNow(-47) },
    ],
  };
}

function aLongOffer(): RoutingOffer {
  const { case: offered, ...offer } = anOffer();
  const subject = 'Bestellbestätigungszusendungsverzögerung bei der Wiederverkäuferin in Llanfairpwllgwyngyll';
  const customer = { id: 3, name: 'Maximiliane-Friederike von Hohenstein-Wachsmuth zu Guttenberg' };
  return {
    ...{ ...offer, case: { ...offered, subject, customer } },
    reasons: [{ kind: 'stand-in' }, { kind: 'language', language: 'de' }, ...offer.reasons],
  };
}

function anAbsence(): Absence {
  return { from: minutesFromNow(-90), until: minutesFromNow(6 * 1440), standInId: 3 };
}
