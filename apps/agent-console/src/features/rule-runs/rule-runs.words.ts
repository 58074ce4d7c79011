import type { ActorStamp, ConsideredRule, RuleType } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const happened: Record<RuleType, string> = {
  'inbound-interaction': 'A message came in',
  'outbound-interaction': 'A message went out',
  'case-created': 'The case was created',
  'case-opened': 'The case was opened',
  'case-reopened': 'The case was reopened',
  'case-updated': 'The case changed',
  'case-pending': 'The case became pending',
  'case-resolved': 'The case was resolved',
  'case-closed': 'The case was closed',
  time: 'Time passed',
  'satisfaction-submitted': 'The customer rated the case',
};

const outcomes: Record<ConsideredRule['outcome'], string> = {
  applied: 'Applied',
  'not-met': 'Not met',
  stopped: 'Not considered',
  loop: 'Already applied',
  resting: 'Rests here',
  failed: 'Failed',
};

const actors: Record<ActorStamp['kind'], (name: string) => string> = {
  user: (name) => name,
  customer: (name) => name,
  application: (name) => `${name}, through the API`,
  rule: (name) => `the rule “${name}”`,
  macro: (name) => `the macro “${name}”`,
  sync: () => 'Salesforce',
  system: () => 'Bureau',
};

/** Why rules did, or did not do, something to a case. */
export const ruleRunsWords = words('rule-runs', {
  title: (caseId: number) => `What rules made of #${caseId}`,
  lead: 'Everything that happened here, the latest first, and what each rule made of it.',
  leadOne: 'What led to this, and what each rule made of it.',
  all: 'Everything that happened',
  forgotten: 'What led to this is not known any more: explanations are kept for 30 days.',
  find: 'Find a rule',
  findHelp: 'Name of a rule, to see why it did not do anything',
  failed: 'What rules did could not be loaded.',
  safe: 'The case is safe.',
  none: 'No rule has looked at this case yet.',
  noneFound: (typed: string) => `No rule called “${typed}” was considered here.`,
  more: 'Show more',
  moreRules: 'Show more rules',
  close: 'Close',
  happened,
  by: (who: string) => `by ${who}`,
  actors,
  noRules: 'There was no rule for this.',
  skipped: {
    suppressed: 'No rule was considered: whoever wrote this asked for none.',
    depth: 'No rule was considered: rules had led to rules too often. The System log says which.',
  },
  outcomes,
  outcomeHelp: {
    stopped: 'An earlier rule said to stop here.',
    loop: 'It had already been applied in what led to this.',
    resting: (until: string) =>
      `It has come back to this case too often within an hour. It rests on this case until ${until}.`,
  },
  notMet: (count: number) => (count === 1 ? 'One rule was not met' : `${count} rules were not met`),
  version: (version: number) => `Version ${version}`,
  openRule: 'Open the rule',
  gone: 'The rule has been deleted since.',
  conditions: 'Conditions',
  effects: 'What it did',
  match: { all: 'All of these must hold', any: 'One of these must hold' },
  holds: { yes: 'Holds', no: 'Does not hold', unknown: 'Cannot be said any more' },
  withheld: {
    permission: 'What was seen is not for you to read.',
    erased: 'What was seen has been erased since.',
  },
  always: 'It asks for nothing: every case is what it wants.',
  seen: (values: string) => `Seen: ${values}`,
  seenNothing: 'Seen: nothing',
});
