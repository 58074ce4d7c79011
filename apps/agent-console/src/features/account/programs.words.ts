import { plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

/** What the list of programs that act for somebody says. */
export const programsWords = words('programs', {
  title: 'Programs that act for you',
  lead: 'Each may do what you allowed it, never more than you may yourself.',
  list: 'Programs',
  failed: 'The programs could not be read.',
  safe: 'They go on working.',
  none: 'No program acts for you.',
  expired: 'expired',
  may: (count: number) => plural(count, { one: 'One permission', other: `${count} permissions` }),
  lastUsed: 'last used',
  never: 'never used',
  end: 'End',
  endNamed: (name: string) => `End the access of ${name}`,
  ended: 'It does not act for you any more.',
  confirm: (name: string) => `End the access of “${name}”?`,
  loss: 'Its access: it must ask you again before it can act for you',
});
