import type { Channel, PausedBy, RoutingReason } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const channels: Record<Channel, string> = {
  email: 'E-mail',
  phone: 'Phone',
  chat: 'Chat',
  twitter: 'X',
  facebook: 'Facebook',
  qna: 'Q&A',
};

const pausedBy: Record<PausedBy, string> = {
  self: 'Paused',
  timeouts: 'Paused: too many offers were let pass',
  away: 'Paused: away',
  gone: 'Paused: no line to the desk',
  out: 'Out of office',
};

/** What is said about being given cases, wherever it is said. */
export const routingWords = words('routing', {
  section: 'Routing',
  play: 'Play',
  playDescription: 'Play: be given cases',
  pause: 'Pause',
  pauseDescription: 'Pause: be given no more cases',
  keywords: 'routing next queue push start stop assign',
  whatToPlay: 'What to play',
  everything: 'All routed filters',
  playing: (what: string) => `Playing: ${what}`,
  options: 'Options of routing',
  autoAccept: 'Accept offers by themselves',
  sound: 'Sound',
  absence: 'Out of office…',
  pausedBy,
  channels,
  offer: 'Offered case',
  announce: (subject: string, customer: string, seconds: number) =>
    `A case is offered to you: ${subject}, from ${customer}. ${seconds} seconds. Press Enter to accept.`,
  accept: 'Accept',
  decline: 'Decline',
  secondsLeft: (seconds: number) => `${seconds} s`,
  timeLeft: 'Time left to accept',
  justNow: 'a moment',
  noSubject: '(no subject)',
  failed: 'Routing could not be reached.',
  failedDetail: 'Nothing is lost; try again.',
  retry: 'Try again',
  toldPlaying: 'You are given cases now.',
  toldPaused: 'You are given no more cases. What you have in hand stays with you.',
  /** Why this one: facts in the order of their weight. */
  why: (reasons: readonly RoutingReason[], waits: (since: string) => string) =>
    `Why this one: ${reasons.map((reason) => because(reason, waits)).join(' · ')}`,
});

function because(reason: RoutingReason, waits: (since: string) => string): string {
  switch (reason.kind) {
    case 'priority':
      return `priority ${reason.priority}`;
    case 'waiting':
      return `waiting ${waits(reason.since)}`;
    case 'language':
      return `in a language that you speak (${reason.language})`;
    case 'last-handler':
      return 'you answered this customer last';
    case 'yours':
      return 'it is yours, and the customer has answered';
    case 'stand-in':
      return 'you stand in for its agent';
  }
}
