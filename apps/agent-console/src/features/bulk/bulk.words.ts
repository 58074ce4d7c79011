import { words } from '../../language/words.ts';

const figure = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const cases = (count: number) => (count === 1 ? '1 case' : `${figure.format(count)} cases`);

/** What is said about many cases at once. */
export const bulkWords = words('bulk', {
  section: 'Several cases',
  bar: 'Several cases at once',
  selected: (count: number) => `${figure.format(count)} selected`,
  all: (count: number, more: boolean, filter: string) =>
    more ? `All of ${filter}, more than ${figure.format(count)}` : `All ${cases(count)} of ${filter}`,
  selectAll: (count: number, more: boolean) =>
    more ? `Select all, more than ${figure.format(count)}` : `Select all ${figure.format(count)}`,
  clear: 'Select nothing',
  does: {
    toolbar: 'Change the selected cases',
    resolve: 'Resolve',
    assign: 'Assign',
    group: 'Move to a group',
    status: 'Set the status',
    priority: 'Set the priority',
    snooze: 'Snooze',
    label: 'Add a label',
    unlabel: 'Take a label away',
    more: 'More',
    spam: 'Mark as spam',
    notSpam: 'This is no spam',
    trash: 'Move to the trash',
    restore: 'Take out of the trash',
  },
  me: (name: string) => `${name} (me)`,
  nobody: 'Nobody',
  noGroup: 'No group',
  priority: (level: number) => `Priority ${level}`,
  statuses: { open: 'Open', pending: 'Pending', resolved: 'Resolved' },
  sleeps: {
    tomorrow: 'Until tomorrow',
    monday: 'Until Monday',
    nextWeek: 'For a week',
    answer: 'Until the customer writes',
    wake: 'Wake them',
  },
  forbidden: 'Your role does not allow to change several cases at once; ask an administrator.',
  looking: 'Looking how far it is…',
  changing: 'Changing',
  undoing: 'Taking back',
  ofTotal: (done: number, total: number) => `${figure.format(done)} of ${cases(total)}`,
  changed: (count: number) => `${cases(count)} changed.`,
  undone: (count: number) => `${cases(count)} as before.`,
  stayed: (count: number) => (count === 1 ? '1 stayed as it was.' : `${figure.format(count)} stayed as they were.`),
  why: 'Why',
  undo: 'Undo',
  close: 'Close',
  gone: 'That change is not known any more.',
  stayedTitle: 'These stayed as they were',
  skipOf: (message: string, fields: readonly string[]) => `${message} (${list.format(fields)})`,
  skipsFailed: 'The list could not be loaded.',
  more: 'Show more',
  refused: 'Nothing was changed.',
  undoRefused: 'It was not taken back.',
  doubt: (count: number) => `The filter holds ${cases(count)} now. Change them all?`,
  doubtYes: (count: number) => `Change ${cases(count)}`,
  doubtWhy: 'That is another number than you have seen. You can undo it afterwards.',
});
