import { words } from '../../language/words.ts';

/** What splitting a case, and giving it back, says. */
export const splitWords = words('case-split', {
  menu: 'Split…',
  unsplit: (caseId: number) => `Give back to #${caseId}`,
  picking: 'Splitting the case',
  pick: 'Pick what becomes a case of its own.',
  picked: (count: number) => (count === 1 ? '1 entry picked' : `${count} entries picked`),
  title: (caseId: number) => `Split #${caseId}`,
  lead: 'Choose what becomes a case of its own. What stays, stays; it can be given back at any time.',
  choose: 'Messages and notes',
  note: 'Note',
  subject: 'Subject of the new case',
  subjectHelp: 'Empty: that of the first message chosen.',
  whose: 'Whose case it is',
  same: (name: string) => `${name}, as before`,
  sender: 'Who wrote the first message chosen',
  nothing: 'There is only one message: nothing can be split off.',
  everything: 'Leave at least one message in the case.',
  confirm: (count: number) => (count === 1 ? 'Split off 1 message' : `Split off ${count} messages`),
  cancel: 'Cancel',
  done: (caseId: number) => `#${caseId} was split off.`,
  undone: 'Everything was given back.',
  refused: 'Not split.',
  notGivenBack: 'Not given back.',
  shortcuts: { section: 'Case', split: 'Split messages off', stopPicking: 'Stop picking' },
});
