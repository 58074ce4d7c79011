import { ENGLISH_CONDITIONS } from '@bureau/domain';
import { words } from '../../language/words.ts';

/** How conditions read between the names of fields and values. In English the desk says it itself. */
export const conditionSentenceWords = words('condition-sentence', {
  everyCase: 'Every case',
  header: (name: string) => `Header ${name}`,
  and: ' and ',
  or: ' or ',
  flags: ENGLISH_CONDITIONS.flags,
  hoursSince: ENGLISH_CONDITIONS.hoursSince,
  isTrue: (label: string) => `${label} is yes`,
  isFalse: (label: string) => `${label} is no`,
  isNobody: (label: string) => `${label} is nobody or nothing`,
  me: 'me',
  mine: 'one of mine',
  gone: (id: string) => `something deleted (${id})`,
  text: (value: string) => `«${value}»`,
  amounts: {
    minutes: (amount: number) => (amount === 1 ? 'minute' : `${amount} minutes`),
    hours: (amount: number) => (amount === 1 ? 'hour' : `${amount} hours`),
    days: (amount: number) => (amount === 1 ? 'day' : `${amount} days`),
  },
});
