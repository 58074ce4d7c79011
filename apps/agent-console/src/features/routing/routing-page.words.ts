import type { AgentOrder, BoardAgent, CaseOrder, WhenAway, WhyNotRouted } from '@bureau/contracts';
import { formatNumber, plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

const states: Record<BoardAgent['state'], string> = {
  playing: 'Plays',
  paused: 'Does not play',
  away: 'Away',
  out: 'Out of office',
};

const why: Record<WhyNotRouted, string> = {
  'nobody-plays': 'Nobody plays this filter',
  group: 'Nobody of its group plays',
  capacity: 'Whoever could has hands full',
  declined: 'Whoever could has declined it',
  'at-work': 'Comes with Next: those who could are at work',
  soon: 'About to be offered',
};

const caseOrders: Record<CaseOrder, string> = {
  priority: 'By priority, then who waits longest',
  'longest-waiting': 'Who waits longest',
};

const agentOrders: Record<AgentOrder, string> = {
  'round-robin': 'In turn: whoever was given one longest ago',
  'least-busy': 'Whoever has the fewest cases in hand',
};

const whenAway: Record<WhenAway, string> = {
  keep: 'They stay with the agent',
  'give-back': 'They go back and are routed again',
  reassign: 'They go to the least busy colleague of the group',
};

/** What the page about routing says. */
export const routingPageWords = words('routing-page', {
  title: 'Routing',
  lead: 'Who is given cases, what waits, and why.',
  faces: 'Routing',
  board: 'Board',
  settings: 'Settings',
  failed: 'Routing could not be loaded.',
  safe: 'Cases are handed out all the same.',
  agents: 'Agents',
  agent: 'Agent',
  state: 'State',
  doing: 'Does',
  inHand: 'In hand',
  noAgents: 'No role may work what routing hands out.',
  states,
  everything: 'all routed filters',
  isOffered: (id: number, subject: string) => `Is offered #${id} ${subject}`,
  worksOn: (id: number, subject: string) => `Works on #${id} ${subject}`,
  andMore: (count: number) => `and ${formatNumber(count)} more`,
  free: 'Waits for a case',
  load: (channel: string, inHand: number, capacity: number) => `${channel} ${inHand}/${capacity}`,
  pause: 'Pause',
  pauseFailed: 'The agent could not be paused.',
  waiting: 'What waits',
  waitingLead: 'The front of each routed filter, and what keeps it from being offered.',
  noFilters: 'No filter routes yet. Allow routing in a filter, and agents can press Play.',
  toFilters: 'Filters',
  count: (count: number, more: boolean) =>
    more
      ? `More than ${formatNumber(count)} cases wait`
      : `${formatNumber(count)} ${plural(count, { one: 'case waits', other: 'cases wait' })}`,
  oldest: 'the longest for',
  nothingWaits: 'Nothing waits.',
  subject: 'Case',
  customer: 'Customer',
  priority: 'Priority',
  waits: 'Waits',
  whyNot: 'Why it is not offered',
  why,
  noSubject: '(no subject)',
  changePolicy: 'Change',
  policyOf: (name: string) => `How ${name} is handed out`,
  policy: (parts: readonly string[]) => parts.join(' · '),
  caseOrder: 'Which case first',
  caseOrders,
  caseOrderHelp: 'A point of priority counts as an hour of waiting, so that nobody waits for ever.',
  agentOrder: 'Which agent first, when several are free',
  agentOrders,
  byLanguage: 'Prefer who speaks the language of the case',
  byLanguageHelp: 'Counts as one hour of waiting. Languages are set for each agent on the board.',
  byLastHandler: 'Prefer who answered the customer last',
  byLastHandlerHelp: 'Counts as two hours of waiting.',
  short: { byLanguage: 'language preferred', byLastHandler: 'last agent preferred' },
  save: 'Save',
  cancel: 'Cancel',
  saveFailed: 'It could not be saved.',
  settingsOf: (name: string) => `Routing to ${name}`,
  capacity: 'How many cases at once',
  capacityHelp: 'Left empty: as for everybody.',
  languages: 'Languages',
  languagesHelp: 'Two letters each, divided by commas: de, en, fr.',
  offerSeconds: 'Time to accept, in seconds',
  offerSecondsHelp: 'For so long a case is kept for the agent to whom it is offered.',
  timeouts: 'Offers let pass until an agent is paused',
  declined: 'Not offered again to who declined it, in minutes',
  grace: 'Pause who has no line to the desk, after seconds',
  graceHelp: 'What is offered goes back; what is in hand stays.',
  whenAway: 'Cases in hand of an agent who goes away',
  whenAwayChoices: whenAway,
  deskCapacity: 'How many cases an agent has in hand at once',
  deskCapacityHelp: 'Also of agents at work chats and calls are offered; the rest when they are free or press Next.',
});
