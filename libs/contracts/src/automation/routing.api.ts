import { z } from 'zod';
import { Id } from '../ids.ts';
import { route } from '../route.ts';
import {
  AbsentUser,
  ChangeRoutingAgent,
  ChangeRoutingPreferences,
  ChangeRoutingSettings,
  offerParams,
  Play,
  routedFilterParams,
  routingAgentParams,
  RoutingBoard,
  RoutingPolicy,
  RoutingSettings,
  RoutingState,
  SetAbsence,
} from './routing.ts';

export const routingApi = {
  mine: route('GET', '/routing/me', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Read where routing has me: playing or not, what is offered to me, how much I have in hand.',
  }),
  change: route('PATCH', '/routing/me', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Say whether offers are accepted by themselves and whether they sound.',
    body: ChangeRoutingPreferences,
  }),
  setAbsence: route('PUT', '/routing/me/absence', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Say from when until when I am out of office and who stands in, or (null) that I am back.',
    body: SetAbsence,
  }),
  absences: route('GET', '/routing/absences', {
    summary: 'List who is out of office, now or at a time to come, until when, and who stands in.',
    allow: 'users:view',
    response: z.object({ items: z.array(AbsentUser) }),
  }),
  play: route('POST', '/routing/play', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Begin to be given cases, of one filter or of all that route; the first one is offered at once.',
    body: Play,
  }),
  pause: route('POST', '/routing/pause', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Be given no more cases; what is offered goes back, what is in hand stays.',
  }),
  next: route('POST', '/routing/next', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Be offered the best case now, beside those in hand; the same one again while it is offered.',
  }),
  accept: route('POST', '/routing/offers/:offerId/accept', {
    summary: 'Accept an offer: the case is mine, and I have it to work on it.',
    allow: 'routing:work',
    params: offerParams,
    response: z.object({ caseId: Id }),
  }),
  decline: route('POST', '/routing/offers/:offerId/decline', {
    allow: 'routing:work',
    response: RoutingState,
    summary: 'Decline an offer; it goes to others, and not to me for a while. The next one is offered.',
    params: offerParams,
  }),
  board: route('GET', '/routing/board', {
    summary: 'See who is given cases and does what, what waits in each filter, and why.',
    allow: 'routing:manage',
    response: RoutingBoard,
  }),
  settings: route('GET', '/routing/settings', {
    summary: 'Read how offers, time-outs and capacities are set.',
    allow: 'routing:manage',
    response: RoutingSettings,
    versioned: true,
  }),
  changeSettings: route('PATCH', '/routing/settings', {
    summary: 'Change how offers, time-outs and capacities are set; what is not named stays.',
    allow: 'routing:manage',
    body: ChangeRoutingSettings,
    response: RoutingSettings,
    versioned: true,
  }),
  setPolicy: route('PUT', '/routing/policies/:filterId', {
    summary: 'Say how the cases of a filter are handed out.',
    allow: 'routing:manage',
    params: routedFilterParams,
    body: RoutingPolicy,
    response: RoutingPolicy,
  }),
  policy: route('GET', '/routing/policies/:filterId', {
    summary: 'Read how the cases of a filter are handed out.',
    allow: 'routing:manage',
    params: routedFilterParams,
    response: RoutingPolicy,
  }),
  changeAgent: route('PATCH', '/routing/agents/:userId', {
    summary: 'Set how many cases an agent has in hand at once and which languages he speaks.',
    allow: 'routing:manage',
    params: routingAgentParams,
    body: ChangeRoutingAgent,
  }),
  setAbsenceOf: route('PUT', '/routing/agents/:userId/absence', {
    summary: 'Say for an agent from when until when he is out of office and who stands in, or (null) that he is back.',
    allow: 'routing:manage',
    params: routingAgentParams,
    body: SetAbsence,
  }),
  pauseAgent: route('POST', '/routing/agents/:userId/pause', {
    summary: 'Pause an agent who plays; what is offered to him goes back.',
    allow: 'routing:manage',
    params: routingAgentParams,
  }),
};
