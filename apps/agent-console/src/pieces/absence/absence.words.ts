import type { WhenAway } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const leaving: Record<WhenAway, string> = {
  keep: 'Cases stay yours. Whoever stands in is offered those in which something waits.',
  'give-back':
    'What you have in hand goes back and is routed again. Of your other cases, whoever stands in is offered those in which something waits.',
  reassign:
    'What you have in hand goes to whoever stands in, or else to the least busy colleague of its group. Of your other cases, whoever stands in is offered those in which something waits.',
};

/** What is said about being out of office, wherever it is said. */
export const absenceWords = words('absence', {
  outOfOffice: 'Out of office',
  from: 'From',
  until: 'Until',
  zone: (place: string) => `By the clock of ${place}.`,
  standIn: 'Who stands in',
  standInHelp: 'Gets what would come to you meanwhile.',
  nobody: 'Nobody',
  out: (until: string) => `Out of office until ${until}`,
  outSoon: (from: string, until: string) => `Out of office from ${from} until ${until}`,
  outShort: (until: string) => `out until ${until}`,
  outThen: (from: string, until: string) => `Out of office ${from} to ${until}`,
  section: 'Settings',
  keywords: 'holiday vacation leave absence stand-in deputy away',
  outBriefly: (until: string) => `Out until ${until}`,
  back: 'I am back',
  toldBack: 'Welcome back. Press Play to be given cases again.',
  backFailed: 'Your absence could not be ended.',
  retry: 'Try again',
  standsIn: (name: string) => `${name} stands in`,
  leaving,
});
