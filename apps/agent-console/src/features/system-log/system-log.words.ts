import type { SystemLogLevel } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const levels: Record<SystemLogLevel | 'all', string> = {
  all: 'All',
  info: 'Information',
  warning: 'Warnings',
  error: 'Errors',
};
const levelWords: Record<SystemLogLevel, string> = { info: 'Information', warning: 'Warning', error: 'Error' };

/** What the system log says. */
export const systemLogWords = words('system-log', {
  title: 'System log',
  about: 'What an administrator must know: failed deliveries, broken mailboxes, poison mail.',
  caption: 'Entries, the newest first',
  levels,
  levelWords,
  level: 'Level',
  at: 'When',
  part: 'Part',
  message: 'What happened',
  empty: 'Nothing to report. Trouble with mail and mailboxes will appear here.',
  failed: 'The system log could not be loaded.',
  safe: 'The desk keeps writing it.',
  more: 'Show older entries',
});
